import type { Activity, EvidenceKind } from '../activity/assignment.js';
import type { FileKind } from './limits.js';
import type { Work } from './work.js';

/** One dot on the student's route. */
export type Step =
  | { kind: 'task' | 'safety'; done: boolean }
  | { kind: FileKind; done: boolean; have: number; asked: number }
  /** `sentences`: how many the assignment asks for; any text counts as done, a teacher judges it. */
  | { kind: 'text'; done: boolean; sentences: number };

/** The steps of a work in the order to take them: read the task, read the safety rules, show, tell. */
export function stepsOf(
  activity: Pick<Activity, 'safety' | 'evidence'>,
  work: Pick<Work, 'read' | 'draft'>,
  files: readonly { kind: EvidenceKind }[],
): Step[] {
  const steps: Step[] = [{ kind: 'task', done: work.read.includes('task') }];
  if (activity.safety.trim() !== '') steps.push({ kind: 'safety', done: work.read.includes('safety') });
  for (const { kind, count } of activity.evidence) {
    if (kind === 'text') {
      steps.push({ kind, done: work.draft.trim() !== '', sentences: count });
      continue;
    }
    const have = files.filter((file) => file.kind === kind).length;
    steps.push({ kind, done: have >= count, have, asked: count });
  }
  return steps;
}

/** The one thing to do now; nothing left means: hand in. */
export function nextStep(steps: readonly Step[]): Step | undefined {
  return steps.find(({ done }) => !done);
}
