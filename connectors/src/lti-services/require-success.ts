import { Problem } from '@buitenboord/shared/problem.js';
import type { OutboundAnswer } from '@buitenboord/shared/runtime/fetch-json.js';
import { asksToSlowDown } from './retry-after.js';

/** Insists on a 2xx, for services whose caller can do nothing about another answer. Throws Problem `platform/…`. */
export function requireSuccess(answer: OutboundAnswer): void {
  const { status } = answer;
  if (status >= 200 && status < 300) return;
  if (status >= 500 || asksToSlowDown(answer)) throw new Problem('platform/unreachable', { status });
  if (status === 401 || status === 403) throw new Problem('platform/token-refused', { status });
  throw new Problem('platform/answer-unusable', { status });
}
