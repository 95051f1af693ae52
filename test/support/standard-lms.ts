import { randomUUID } from 'node:crypto';
import { createLineItems, type LmsItem } from './standard-lms-items.js';
import { membersPage, type LmsMember } from './standard-lms-members.js';
import { createScores, type LmsScore } from './standard-lms-scores.js';
import { openSmallServer, type SmallAnswer, type SmallRequest, type SmallServer } from './small-server.js';

/** A planned misbehaviour. `applied`: the request is carried out, and then this is answered in place of what came of it. */
interface Planned {
  match: RegExp;
  answer: SmallAnswer;
  applied: boolean;
}

/**
 * A platform that does what AGS 2.0 and NRPS 2.0 say, no more and no less: pages everything, knows every filter, and refuses what the standards forbid.
 * Real Moodle is played by the practice LMS; this one plays all the others.
 */
export interface StandardLms {
  origin: string;
  /** Everything that was asked, in order. */
  requests: SmallServer['requests'];
  /** The forms that asked for a token. */
  tokenForms(): Record<string, string>[];
  /** What was asked of the services, as "METHOD /path?query". */
  calls(): string[];
  urls: { token: string; members: string; lineItems: string };
  members: LmsMember[];
  /** How many members and items a page holds. */
  pageSize: number;
  /** Where the class list says that its differences are; the path answers `changed`. */
  differences: boolean;
  changed: LmsMember[];
  /** Links of the course that are the tool's. */
  links: Set<string>;
  items: Map<string, LmsItem>;
  /** Each score that was taken, in order. */
  scores: LmsScore[];
  /** A teacher types a grade in the gradebook. */
  overrides: Map<string, number>;
  /** The scopes that the token service gives; undefined gives all. */
  grants: readonly string[] | undefined;
  /** Every token that was given is void. */
  revoke(): void;
  /** The next request that matches is answered with this instead. */
  answerNext(match: RegExp, answer: SmallAnswer, applied?: boolean): void;
  close(): Promise<void>;
}

export async function openStandardLms(): Promise<StandardLms> {
  const tokens = new Map<string, string[]>();
  const planned: Planned[] = [];
  const server = await openSmallServer((request) => {
    const at = planned.findIndex(({ match }) => match.test(`${request.method} ${request.url}`));
    const [plan] = at < 0 ? [] : planned.splice(at, 1);
    if (plan && !plan.applied) return plan.answer;
    const answer = route(request);
    return plan ? plan.answer : answer;
  });
  const items = createLineItems();
  const scores = createScores();

  function giveToken(form: URLSearchParams): SmallAnswer {
    const wanted = (form.get('scope') ?? '').split(' ');
    const given = wanted.filter((scope) => lms.grants?.includes(scope) ?? true);
    if (given.length === 0) return { status: 400, body: '{"error":"invalid_scope"}' };
    const token = randomUUID();
    tokens.set(token, given);
    return { body: JSON.stringify({ access_token: token, expires_in: 3600, scope: given.join(' ') }) };
  }

  function route(request: SmallRequest): SmallAnswer {
    const url = new URL(request.url, server.origin);
    if (url.pathname === '/token') return giveToken(new URLSearchParams(request.body));
    const scopes = tokens.get(/^Bearer (.+)$/u.exec(request.headers.authorization ?? '')?.[1] ?? '');
    if (!scopes) return { status: 401 };
    if (url.pathname.startsWith('/memberships')) return membersPage(lms, { request, url, scopes });
    if (url.pathname.endsWith('/scores') || url.pathname.endsWith('/results'))
      return scores.answer(lms, { request, url, scopes });
    return items.answer(lms, { request, url, scopes });
  }

  const lms: StandardLms = {
    origin: server.origin,
    requests: server.requests,
    tokenForms: () =>
      server.requests
        .filter(({ url }) => url === '/token')
        .map(({ body }) => Object.fromEntries(new URLSearchParams(body))),
    calls: () =>
      server.requests
        .filter(({ url }) => url !== '/token')
        .map(({ method, url }) => `${method} ${decodeURIComponent(url)}`),
    urls: {
      token: `${server.origin}/token`,
      members: `${server.origin}/memberships?course=2`,
      lineItems: `${server.origin}/lineitems?course=2`,
    },
    members: [],
    pageSize: 2,
    differences: false,
    changed: [],
    links: new Set(),
    items: items.all,
    scores: scores.taken,
    overrides: new Map(),
    grants: undefined,
    revoke: () => tokens.clear(),
    answerNext: (match, answer, applied = false) => planned.push({ match, answer, applied }),
    close: () => server.close(),
  };
  return lms;
}
