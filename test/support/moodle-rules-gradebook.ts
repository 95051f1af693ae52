import type { Gradebook, PutOutcome, ReadOutcome, Score } from '@buitenboord/shared/ports/gradebook.js';

/** What can go wrong with one request. `later` holds it back until `arriveLate`, after the client has given up on it. */
export type Fault = 'lost-request' | 'lost-reply' | 'later' | 'down' | 'slow-down' | 'server-error';

interface Cell {
  /** What the tool put last. */
  raw: number | null;
  /** What the teacher put over it; Moodle then keeps the tool's grade underneath. */
  override?: number | null;
  comment?: string;
  second: number;
}

/** One score that the gradebook took, as its history tells. */
interface Applied {
  subject: string;
  tenths: number | null;
  second: number;
}

export interface MoodleRulesGradebook extends Gradebook {
  readonly applied: readonly Applied[];
  readonly requests: { put: number; read: number };
  /** What goes wrong with the requests to come, in order; undefined = nothing. */
  readonly faults: (Fault | undefined)[];
  standing(subject: string): number | null;
  /** The teacher types a grade in the gradebook of the LMS. */
  teacherPuts(subject: string, tenths: number | null): void;
  /** The teacher takes her own grade away again. */
  teacherLetsGo(subject: string): void;
  unenrol(subject: string): void;
  arriveLate(): void;
  locked: boolean;
  gone: boolean;
  /** Whether the LMS keeps a teacher's own grade against the tool (Moodle), or holds one number that anybody may write. */
  overrides: boolean;
  /** Whether results show remarks. */
  showsComments: boolean;
}

/**
 * A gradebook in memory with the rules of the recorded Moodle (fixtures/moodle, ags-scores and extra-scores): whole seconds, equal or earlier is 409,
 * an overridden grade takes 200 and stays, a locked column answers 500, a stranger 400, a deleted column 404.
 */
export function moodleRulesGradebook(now: () => Date): MoodleRulesGradebook {
  const cells = new Map<string, Cell>();
  const strangers = new Set<string>();
  const late: (() => unknown)[] = [];
  const applied: Applied[] = [];
  const standing = (subject: string): number | null => {
    const cell = cells.get(subject);
    if (!cell) return null;
    return cell.override === undefined ? cell.raw : cell.override;
  };

  const apply = (score: Score, at: Date): PutOutcome => {
    if (book.gone) return { kind: 'refused', reason: 'column-gone', detail: 'http 404' };
    if (strangers.has(score.subject)) return { kind: 'refused', reason: 'student-left', detail: 'http 400' };
    const second = Math.floor(at.getTime() / 1000);
    const cell = cells.get(score.subject);
    if (cell && cell.second >= second) return { kind: 'conflict' };
    if (book.locked) return { kind: 'unsure', reason: 'column-locked', detail: 'http 500' };
    const comment = score.comment === '' ? {} : { comment: score.comment };
    const override = cell?.override === undefined ? {} : { override: cell.override };
    cells.set(score.subject, { raw: score.tenths, second, ...comment, ...override });
    applied.push({ subject: score.subject, tenths: score.tenths, second });
    return { kind: 'received' };
  };

  const book: MoodleRulesGradebook = {
    applied,
    requests: { put: 0, read: 0 },
    faults: [],
    locked: false,
    gone: false,
    overrides: true,
    showsComments: true,
    standing,
    teacherPuts(subject, tenths) {
      const before = cells.get(subject) ?? { raw: null };
      const own = book.overrides ? { override: tenths } : { raw: tenths };
      cells.set(subject, { ...before, ...own, second: Math.floor(now().getTime() / 1000) });
    },
    teacherLetsGo(subject) {
      const before = cells.get(subject);
      if (!before) return;
      delete before.override;
    },
    unenrol: (subject) => strangers.add(subject),
    arriveLate: () => late.splice(0).forEach((arrive) => arrive()),
    async put(_column, score, at) {
      book.requests.put += 1;
      await Promise.resolve();
      const fault = book.faults.shift();
      if (fault === 'down' || fault === 'slow-down') return refusal(fault);
      if (fault === 'later') late.push(() => apply(score, at));
      if (fault === 'lost-reply') apply(score, at);
      if (fault === 'server-error') return { kind: 'unsure', reason: 'column-locked', detail: 'http 500' };
      if (fault) return { kind: 'unsure', reason: 'platform-down', detail: 'no answer' };
      return apply(score, at);
    },
    async read(_column, subject): Promise<ReadOutcome> {
      book.requests.read += 1;
      await Promise.resolve();
      const fault = book.faults.shift();
      if (fault) return refusal(fault === 'slow-down' ? fault : 'down');
      if (book.gone) return { kind: 'refused', reason: 'column-gone', detail: 'http 404' };
      const comment = book.showsComments ? cells.get(subject)?.comment : undefined;
      return { kind: 'found', value: standing(subject) ?? undefined, ...(comment !== undefined && { comment }) };
    },
  };
  return book;
}

function refusal(fault: 'down' | 'slow-down'): {
  kind: 'later';
  reason: 'platform-down' | 'platform-slow-down';
  detail: string;
  retryAfterMs?: number;
} {
  if (fault === 'down') return { kind: 'later', reason: 'platform-down', detail: 'http 503' };
  return { kind: 'later', reason: 'platform-slow-down', detail: 'http 429', retryAfterMs: 60_000 };
}
