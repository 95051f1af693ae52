import type { PutOutcome, ReadOutcome } from '@buitenboord/shared/ports/gradebook.js';
import { isProblem } from '@buitenboord/shared/problem.js';
import type { Problem } from '@buitenboord/shared/problem.js';
import type { OutboundAnswer } from '@buitenboord/shared/runtime/fetch-json.js';
import type { PlatformHabits } from './platforms.js';
import { asksToSlowDown, retryAfterMs } from './retry-after.js';

type NotApplied = Extract<ReadOutcome, { kind: 'later' | 'refused' }>;

/** What the platform's answer to a score means. A 2xx says it was taken, not that it stands: Moodle keeps a teacher's own grade and says 200. */
export function toPutOutcome(answer: OutboundAnswer, habits: PlatformHabits, now: Date): PutOutcome {
  const { status } = answer;
  if (status >= 200 && status < 300) return { kind: 'received' };
  // AGS 2.0 §3.4.9; Moodle compares whole seconds.
  if (habits.hasLater(answer)) return { kind: 'conflict' };
  const detail = toDetail(answer);
  const wait = retryAfterMs(answer, now);
  if (status >= 500) {
    // 502, 503 and 504 come from what stands in front of the platform; a 500 is the platform's own crash. Applied or not: nobody knows.
    const reason = status === 500 ? habits.crashMeans : 'platform-down';
    return { kind: 'unsure', reason, detail, retryAfterMs: wait };
  }
  // Before what it means elsewhere: Brightspace says 404 for a person, and 403 besides.
  if (!asksToSlowDown(answer) && habits.knowsNobody(answer)) return { kind: 'refused', reason: 'student-left', detail };
  // A redirect says nothing about what became of the score: something in front of the platform may have sent it after taking it.
  if (status < 400) return { kind: 'unsure', reason: 'answer-not-understood', detail };
  return toRefusal(answer, now) ?? { kind: 'refused', reason: 'answer-not-understood', detail };
}

/** What an answer other than 2xx to a reading means. */
export function toReadRefusal(answer: OutboundAnswer, now: Date): NotApplied {
  const detail = toDetail(answer);
  if (answer.status >= 500)
    return { kind: 'later', reason: 'platform-down', detail, retryAfterMs: retryAfterMs(answer, now) };
  return toRefusal(answer, now) ?? { kind: 'refused', reason: 'answer-not-understood', detail };
}

/** The answers that mean the same everywhere. */
function toRefusal(answer: OutboundAnswer, now: Date): NotApplied | undefined {
  const detail = toDetail(answer);
  const { status } = answer;
  if (asksToSlowDown(answer)) {
    return { kind: 'later', reason: 'platform-slow-down', detail, retryAfterMs: retryAfterMs(answer, now) };
  }
  if (status === 401 || status === 403) return { kind: 'refused', reason: 'access-refused', detail };
  if (status === 404 || status === 410) return { kind: 'refused', reason: 'column-gone', detail };
  if (status === 408) return { kind: 'later', reason: 'platform-down', detail };
  return undefined;
}

/** What no answer means: for a reading nothing was lost, for a score it depends on whether anything was sent. */
export function toFailure(
  problem: Problem,
): NotApplied | { kind: 'unsure'; reason: 'platform-down' | 'answer-not-understood'; detail: string } {
  const { facts, code } = problem;
  const retryAfter = typeof facts.retryAfterMs === 'number' ? facts.retryAfterMs : undefined;
  const detail = [code, facts.status, facts.error ?? facts.reason].filter((part) => part !== undefined).join(' ');
  if (isProblem(problem, 'platform/slow-down'))
    return { kind: 'later', reason: 'platform-slow-down', detail, retryAfterMs: retryAfter };
  if (isProblem(problem, 'platform/token-refused') || isProblem(problem, 'platform/scope-refused'))
    return { kind: 'refused', reason: 'access-refused', detail };
  if (isProblem(problem, 'platform/address-refused')) return { kind: 'refused', reason: 'not-allowed', detail };
  if (isProblem(problem, 'platform/unreachable')) {
    const sent = facts.sent !== false;
    return sent
      ? { kind: 'unsure', reason: 'platform-down', detail }
      : { kind: 'later', reason: 'platform-down', detail, retryAfterMs: retryAfter };
  }
  return { kind: 'unsure', reason: 'answer-not-understood', detail };
}

/**
 * Status and reason for the administrator. Moodle puts the whole score into the reason, with the student's id and the teacher's remark:
 * that part is cut off.
 */
function toDetail({ status, statusText }: OutboundAnswer): string {
  const reason = statusText.split(/[{[<]/u)[0] ?? '';
  return `${status} ${reason.slice(0, 80)}`.trim();
}
