import type { Clock } from '@buitenboord/shared/ports/clock.js';
import { Problem } from '@buitenboord/shared/problem.js';
import type { OutboundAnswer, OutboundRequest } from '@buitenboord/shared/runtime/fetch-json.js';
import type { TokenFor } from './access-tokens.js';
import type { ServiceCall } from './service-call.js';
import { linkTo } from './service-url.js';

export interface PagesDeps {
  call: ServiceCall;
  now: Clock;
}

const maxPages = 50;
/** For all pages together. A page has its own time-out; fifty slow ones must not keep a worker for minutes. */
const maxMs = 60_000;

/**
 * The pages of a list, followed by `rel="next"` as it stands there (NRPS 2.0 §2.4.2, AGS 2.0 §3.2.4) until a page names none, or isn't a 2xx.
 * Throws Problem `platform/address-refused` for a page on another origin and `platform/answer-too-large` when there is no end to it.
 */
export async function* pagesOf(
  { call, now }: PagesDeps,
  token: TokenFor,
  first: OutboundRequest,
): AsyncGenerator<OutboundAnswer> {
  const begunAt = now().getTime();
  const seen = new Set<string>();
  for (let url = first.url; ;) {
    seen.add(url);
    const answer = await call(token, { ...first, url });
    yield answer;
    const isSuccess = answer.status >= 200 && answer.status < 300;
    const next = isSuccess ? linkTo('next', answer.headers.link) : undefined;
    if (next === undefined) return;
    insistOnOrigin(next, first.url);
    if (seen.has(next) || seen.size >= maxPages || now().getTime() - begunAt > maxMs)
      throw new Problem('platform/answer-too-large', { pages: seen.size });
    url = next;
  }
}

/** The token goes along, so that an address on another host would give it away. */
export function insistOnOrigin(url: string, trusted: string): void {
  if (!URL.canParse(url) || new URL(url).origin !== new URL(trusted).origin)
    throw new Problem('platform/address-refused', { reason: 'next-page-elsewhere' });
}
