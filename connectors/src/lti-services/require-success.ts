import { Problem } from '@buitenboord/shared/problem.js';
import type { OutboundAnswer } from '@buitenboord/shared/runtime/fetch-json.js';
import { asksToSlowDown, retryAfterMs } from './retry-after.js';

/** Insists on a 2xx, for services whose caller can do nothing about another answer. Throws Problem `platform/…`, with `retryAfterMs` if it was said. */
export function requireSuccess(answer: OutboundAnswer, now: Date): void {
  const { status } = answer;
  if (status >= 200 && status < 300) return;
  const wait = retryAfterMs(answer, now);
  if (asksToSlowDown(answer)) throw new Problem('platform/slow-down', { status, retryAfterMs: wait });
  if (status >= 500) throw new Problem('platform/unreachable', { status, retryAfterMs: wait });
  if (status === 401 || status === 403) throw new Problem('platform/token-refused', { status });
  throw new Problem('platform/answer-unusable', { status });
}
