import { subtasksFor, type ElectiveProgramme } from './elective-programme.js';
import type { Leerweg } from '../pta/pta.js';

/** What a company needs to know of an elective, on one sheet. */
export interface CompanySheet {
  title: string;
  officialCode: string | null;
  level: Leerweg;
  tasks: readonly SheetTask[];
  /** What to look at: questions of the school's own assignments for this elective. */
  lookAt: readonly string[];
  /** Targets of this level, and how many of them have words for companies. */
  targets: number;
  explained: number;
}

export interface SheetTask {
  title: string;
  /** In words for companies. */
  lines: readonly string[];
  /** Lines that found no room on the sheet. */
  more: number;
}

/** What fits on an A4 beside heading and foot, in lines of this many characters. */
const room = { lines: 35, characters: 88 };
const mostToLookAt = 6;

/**
 * The sheet of an elective: its subtasks, each in the words that the school has for companies, and what to look at. Official texts are not on it:
 * companies find them too heavy. What doesn't fit on one A4 is left out evenly, longest list first, and counted.
 */
export function companySheet(
  programme: ElectiveProgramme,
  level: Leerweg,
  { plainText, lookAt }: { plainText: (target: string) => string | undefined; lookAt: readonly string[] },
): CompanySheet {
  const subtasks = subtasksFor(programme, level);
  const tasks = subtasks.map(({ title, targets }) => ({
    title,
    lines: targets.flatMap(({ sloId }) => plainText(sloId) ?? []),
    more: 0,
  }));
  const questions = [...new Set(lookAt)].slice(0, mostToLookAt);
  const taken = questions.reduce((sum, question) => sum + height(question), 0);
  return {
    title: programme.title,
    officialCode: programme.officialCode,
    level,
    tasks: fitted(tasks, room.lines - taken),
    lookAt: questions,
    targets: subtasks.reduce((sum, { targets }) => sum + targets.length, 0),
    explained: tasks.reduce((sum, { lines }) => sum + lines.length, 0),
  };
}

function fitted(tasks: readonly SheetTask[], lines: number): SheetTask[] {
  let kept = [...tasks];
  while (totalHeight(kept) > lines) {
    const longest = kept.reduce((one, other) => (other.lines.length > one.lines.length ? other : one));
    if (longest.lines.length === 0) break;
    const shorter = { ...longest, lines: longest.lines.slice(0, -1), more: longest.more + 1 };
    kept = kept.map((task) => (task === longest ? shorter : task));
  }
  return kept;
}

function totalHeight(tasks: readonly SheetTask[]): number {
  // A heading takes a line and a half with the space above it.
  return tasks.reduce(
    (sum, { title, lines }) => sum + height(title) + 0.5 + lines.reduce((all, line) => all + height(line), 0),
    0,
  );
}

function height(text: string): number {
  return Math.max(1, Math.ceil(text.length / room.characters));
}
