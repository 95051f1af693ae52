import type { ProblemCode } from '@buitenboord/shared/problem.js';

const byFamily: Readonly<Record<string, number>> = {
  launch: 401,
  registration: 400,
  visit: 401,
  request: 400,
  evidence: 422,
  link: 410,
  company: 422,
  pta: 422,
  grade: 422,
  activity: 422,
  plan: 422,
  list: 409,
  programme: 404,
  coverage: 422,
  sample: 422,
  assessment: 422,
  platform: 502,
  store: 503,
  school: 404,
  grant: 404,
};

const exceptions: Partial<Readonly<Record<ProblemCode, number>>> = {
  'launch/missing-parameter': 400,
  'launch/unknown-platform': 400,
  'launch/several-platforms': 400,
  'launch/no-course': 422,
  'launch/not-a-teacher': 403,
  'launch/no-assignment': 404,
  'launch/assignment-gone': 404,
  'launch/not-your-work': 403,
  'launch/not-your-data': 403,
  'launch/unknown-line-item': 404,
  'launch/unknown-student': 404,
  'registration/link-unknown': 403,
  'registration/link-expired': 403,
  'registration/cannot-replace': 409,
  'request/token-missing': 403,
  'request/cross-site': 403,
  'career/closed': 409,
  'career/not-yet': 409,
  'request/not-found': 404,
  // Who may not see a thing isn't told that it exists.
  'request/not-allowed': 404,
  'request/too-large': 413,
  'request/too-many': 429,
  'request/unsupported-type': 415,
  'evidence/too-large': 413,
  'evidence/wrong-offset': 409,
  'link/unknown': 404,
  'platform/unknown': 404,
  'programme/own-review': 422,
  'coverage/completed': 409,
  'pta/not-found': 404,
  'pta/immutable': 409,
  'pta/scope-has-grades': 409,
  'plan/changed-meanwhile': 409,
  'sample/already-judged': 409,
  'sample/already-decided': 409,
  'store/conflict': 409,
};

/** The HTTP status of a refusal. */
export function statusOf(code: ProblemCode): number {
  return exceptions[code] ?? byFamily[code.split('/', 1)[0] ?? ''] ?? 400;
}
