import { createOutbound } from '@buitenboord/shared/runtime/fetch-json.js';
import type { Outbound, OutboundRequest } from '@buitenboord/shared/runtime/fetch-json.js';
import type { Exchange } from './recordings.js';
import { openSmallServer } from './small-server.js';
import type { SmallAnswer, SmallRequest, SmallServer } from './small-server.js';

/** A server that answers as it was recorded, and a way out that leads to it whatever host is asked. */
export interface Replay {
  outbound: Outbound;
  /** What was asked, in order. */
  requests: SmallServer['requests'];
  /** From now on every request gets the answer of this exchange, or of what a function chooses. */
  answerWith(next: Exchange | ((request: SmallRequest) => Exchange | SmallAnswer)): void;
  close(): Promise<void>;
}

export async function openReplay(): Promise<Replay> {
  let choose: (request: SmallRequest) => Exchange | SmallAnswer = () => ({ status: 404 });
  const server = await openSmallServer((request) => {
    const chosen = choose(request);
    return 'response' in chosen ? asRecorded(chosen) : chosen;
  });
  const real = createOutbound({ allowPrivate: true, userAgent: 'Buitenboord/test' });
  const outbound: Outbound = {
    request: (request: OutboundRequest) => {
      const { pathname, search } = new URL(request.url);
      return real.request({ ...request, url: server.origin + pathname + search });
    },
    close: () => real.close(),
  };
  return {
    outbound,
    requests: server.requests,
    answerWith(next) {
      choose = typeof next === 'function' ? next : () => next;
    },
    async close() {
      await real.close();
      await server.close();
    },
  };
}

/** The answer of an exchange as a server sends it. Whole pages were left out of the recordings. */
function asRecorded({ response }: Exchange): SmallAnswer {
  const { status, statusText, headers, body = '<html></html>' } = response;
  const sent = ['content-type', 'link', 'retry-after'].flatMap((name) => {
    const value = headers[name];
    // Recorded as UTF-8 text, sent as bytes: Moodle's curly quotes arrive as such.
    return value === undefined ? [] : [[name, Buffer.from(value, 'utf8').toString('latin1')] as const];
  });
  return { status, statusText, headers: Object.fromEntries(sent), body };
}
