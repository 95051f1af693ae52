/** A score as it arrives: the remark names the revision ("r12"). */
export interface ArrivingScore {
  subject: string;
  tenths: number | null;
  remark: string;
  timestamp: string;
}

/** By which rules a platform takes a score: as the recorded Moodle, or as Canvas's source says (reliability-and-security.md §3). */
export type Rules = 'moodle' | 'canvas';

interface Cell {
  /** What the tool put last. */
  raw: number | null;
  /** What a teacher put there. Moodle keeps the tool's grade beneath it; Canvas holds one number. */
  override?: number;
  remark: string;
  /** Milliseconds; Moodle looks at whole seconds. */
  at: number;
}

/** A grade column of a platform, with the history of everything it took. */
export interface Column {
  readonly rules: Rules;
  /** Takes a score, or says with which status it doesn't. */
  take(score: ArrivingScore): 200 | 400 | 404 | 409 | 500;
  /** What results show of a student. */
  standing(subject: string): { tenths: number | null; remark?: string };
  /** The remarks of the scores that were taken of a student, in order. */
  history(subject: string): readonly string[];
  teacherPuts(subject: string, tenths: number, at: Date): void;
  /** She takes her own grade away again: in Moodle the tool's comes back. */
  teacherLetsGo(subject: string): void;
  isTouched(subject: string): boolean;
  locked: boolean;
  gone: boolean;
}

export function createColumn(rules: Rules): Column {
  const cells = new Map<string, Cell>();
  const histories = new Map<string, string[]>();
  const touched = new Set<string>();
  const hasLater = (before: Cell, at: number) =>
    rules === 'moodle' ? Math.floor(before.at / 1000) >= Math.floor(at / 1000) : before.at > at;

  const column: Column = {
    rules,
    locked: false,
    gone: false,
    take({ subject, tenths, remark, timestamp }) {
      if (column.gone) return 404;
      const at = Date.parse(timestamp);
      const before = cells.get(subject);
      if (before && hasLater(before, at)) return rules === 'moodle' ? 409 : 400;
      if (column.locked) return 500;
      // Canvas holds one number: a score goes over what a teacher typed.
      const override = rules === 'moodle' && before?.override !== undefined ? { override: before.override } : {};
      cells.set(subject, { raw: tenths, remark, at, ...override });
      histories.set(subject, [...(histories.get(subject) ?? []), remark]);
      return 200;
    },
    standing(subject) {
      const cell = cells.get(subject);
      if (!cell) return { tenths: null };
      return { tenths: cell.override ?? cell.raw, ...(rules === 'moodle' && { remark: cell.remark }) };
    },
    history: (subject) => histories.get(subject) ?? [],
    teacherPuts(subject, tenths, at) {
      const before = cells.get(subject) ?? { raw: null, remark: '' };
      cells.set(subject, { ...before, override: tenths, at: at.getTime() });
      touched.add(subject);
    },
    teacherLetsGo(subject) {
      delete cells.get(subject)?.override;
    },
    isTouched: (subject) => touched.has(subject),
  };
  return column;
}
