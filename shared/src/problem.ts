/** Every way the product can refuse. A code, never prose: words and status are chosen at the edge (web/problem-status.ts, text/words/problems.ts). */
export const problemCodes = [
  // the launch, in the order it is verified
  'launch/missing-parameter',
  'launch/unknown-platform',
  'launch/several-platforms',
  'launch/platform-not-active',
  'launch/platform-refused',
  'launch/unknown-state',
  'launch/other-browser',
  'launch/no-cookie',
  'launch/malformed-token',
  'launch/unknown-key',
  'launch/bad-signature',
  'launch/wrong-issuer',
  'launch/wrong-audience',
  'launch/expired',
  'launch/too-early',
  'launch/nonce-mismatch',
  'launch/nonce-used',
  'launch/unknown-deployment',
  'launch/missing-claim',
  'launch/unknown-message',
  'launch/wrong-target',
  'launch/no-course',
  'launch/not-a-teacher',
  'launch/no-assignment',
  'launch/assignment-gone',
  'launch/not-your-work',
  'launch/not-your-data',
  'launch/unknown-line-item',
  'launch/unknown-student',
  // registration
  'registration/link-unknown',
  'registration/link-expired',
  'registration/platform-address-refused',
  'registration/platform-answer-unusable',
  'registration/platform-refused',
  'registration/exists-for-other-school',
  'registration/cannot-replace',
  // visits and requests
  'visit/unknown',
  'visit/expired',
  'visit/someone-else',
  'visit/other-browser',
  'request/bad-input',
  'request/token-missing',
  'request/cross-site',
  'career/closed',
  'career/not-yet',
  'request/not-found',
  'request/not-allowed',
  'request/too-large',
  'request/too-many',
  'request/unsupported-type',
  // evidence
  'evidence/type-not-allowed',
  'evidence/too-large',
  'evidence/too-many-pixels',
  'evidence/unreadable',
  'evidence/incomplete',
  'evidence/hash-mismatch',
  'evidence/wrong-offset',
  'evidence/too-many',
  'evidence/already-assessed',
  'evidence/handed-in',
  'evidence/nothing-to-hand-in',
  'evidence/kind-not-asked',
  'evidence/exam-secret',
  // the company
  'link/unknown',
  'link/expired',
  'link/withdrawn',
  'link/done',
  'company/mail-refused',
  'company/not-named',
  'company/already-assessed',
  // programme of testing and grades
  'pta/not-found',
  'pta/not-adopted',
  'pta/component-unknown',
  'pta/immutable',
  'pta/amendment-needs-reason',
  'pta/component-has-grades',
  'pta/scope-has-grades',
  'pta/bad-file',
  'pta/not-proposed',
  'grade/not-a-whole-grade',
  'grade/bad-weight',
  'grade/nothing-to-weigh',
  'grade/no-combination',
  'grade/profile-subject-missing',
  'grade/rounding-not-chosen',
  'grade/not-a-grade',
  'grade/wrong-scale',
  'grade/reason-needed',
  'grade/nothing-to-settle',
  'grade/cohort-unknown',
  'grade/changed-meanwhile',
  'grade/no-resit',
  'grade/counting-has-grades',
  'list/changed-meanwhile',
  // programme and coverage
  'programme/elective-unknown',
  'programme/own-review',
  'programme/text-unknown',
  'coverage/open-subtasks',
  'coverage/completed',
  'coverage/in-future',
  'coverage/not-whole',
  'coverage/level-unknown',
  'coverage/nothing-chosen',
  // kinds of activities, plans and safety
  'activity/no-aim',
  'activity/kind-off',
  'plan/birth-date-unlikely',
  'plan/changed-meanwhile',
  'plan/forbidden',
  'plan/reason-needed',
  // the quality sample
  'sample/nothing-to-draw',
  'sample/not-blind',
  'sample/no-school-work',
  'sample/already-judged',
  'sample/not-judged',
  'sample/reason-needed',
  'sample/already-decided',
  // assessment
  'assessment/exam-secret',
  'assessment/conditions-open',
  'assessment/settled',
  // the outside world
  'platform/unknown',
  'platform/unreachable',
  'platform/address-refused',
  'platform/answer-too-large',
  'platform/answer-unusable',
  'platform/token-refused',
  'platform/scope-refused',
  'platform/slow-down',
  // the house
  'store/conflict',
  'store/not-empty',
  'store/unavailable',
  'school/unknown',
  'grant/unknown',
] as const;

export type ProblemCode = (typeof problemCodes)[number];

/** Facts for the log and for the sentence: ids and numbers, never names, addresses or tokens. */
export type ProblemFacts = Readonly<Record<string, string | number | boolean | undefined>>;

/** A refusal. The caller can do nothing about it; the edge turns it into a status, a sentence and an id. */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly facts: ProblemFacts = {},
    options?: { cause?: unknown },
  ) {
    super(code, options);
    this.name = 'Problem';
  }
}

/** True for a refusal with this code: for the few places that can do something about it. */
export function isProblem(error: unknown, code?: ProblemCode): error is Problem {
  return error instanceof Problem && (code === undefined || error.code === code);
}
