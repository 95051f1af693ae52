import { z } from 'zod';

/** The kinds of activity that are a sitting of an exam. */
export const examKinds = ['proofOfCompetence', 'cspePart'] as const;
export type ExamKind = (typeof examKinds)[number];

/** Which sitting an activity is, if it is one. */
export function examKindOf(activity: { title: string; kind?: string | undefined }): ExamKind | undefined {
  return examKinds.find((kind) => kind === activity.kind);
}

/** What is at a company or typed by a student is never exam content of the cspe: nobody may show or keep it (Uitvoeringsbesluit WVO 3.19, 3.20). */
export function isExamSecret(activity: { title: string; kind?: string | undefined }): boolean {
  return examKindOf(activity) === 'cspePart';
}

const line = (max: number) => z.string().trim().max(max);

/** That a sitting was held: when, where, by whom, and under which conditions. Never the task, the papers or the answers. */
export const Sitting = z.strictObject({
  activity: z.string(),
  student: z.string(),
  attempt: z.int().min(1),
  heldOn: z.iso.date().optional(),
  place: line(120),
  /** The examiner of the school who was there. */
  schoolExaminer: line(120),
  /** A second examiner of the school, or a named expert. */
  secondExaminer: line(120),
  /** The papers stayed secret until the start. */
  papersSecret: z.boolean(),
  /** The examiner wrote down what she saw, and keeps it at school. */
  observationsWritten: z.boolean(),
  by: z.string(),
  at: z.iso.datetime(),
});
export type Sitting = z.infer<typeof Sitting>;

export type ConditionId =
  'ptaComponent' | 'heldOn' | 'window' | 'schoolExaminer' | 'secondExaminer' | 'papersSecret' | 'observationsWritten';

export interface Condition {
  id: ConditionId;
  met: boolean;
  /** The rule in rules.ts that asks for it. */
  rule: string;
}

type SittingFacts = Pick<
  Sitting,
  'heldOn' | 'schoolExaminer' | 'secondExaminer' | 'papersSecret' | 'observationsWritten'
>;

/** The conditions of a sitting and whether each is met. Nothing may be settled while one isn't. */
export function sittingConditions(
  kind: ExamKind,
  { inPta, sitting }: { inPta: boolean; sitting: SittingFacts | undefined },
): Condition[] {
  const held: Condition = { id: 'heldOn', met: sitting?.heldOn !== undefined, rule: 'assessment.sitting-recorded' };
  const first = sitting?.schoolExaminer ?? '';
  switch (kind) {
    case 'proofOfCompetence':
      return [
        { id: 'ptaComponent', met: inPta, rule: 'assessment.proof-in-pta' },
        held,
        { id: 'schoolExaminer', met: first !== '', rule: 'assessment.proof-examiner' },
      ];
    // Part of the central exam, so without a component of the PTA.
    case 'cspePart': {
      const second = sitting?.secondExaminer ?? '';
      const isOther = second !== '' && !samePerson(first, second);
      return [
        held,
        { id: 'window', met: isInWindow(sitting?.heldOn), rule: 'assessment.cspe-window' },
        { id: 'schoolExaminer', met: first !== '', rule: 'assessment.cspe-examiner' },
        { id: 'secondExaminer', met: isOther, rule: 'assessment.cspe-second-examiner' },
        { id: 'papersSecret', met: sitting?.papersSecret === true, rule: 'assessment.cspe-papers-secret' },
        { id: 'observationsWritten', met: sitting?.observationsWritten === true, rule: 'assessment.cspe-observations' },
      ];
    }
  }
}

/** Not before 1 April of its calendar year. When the window closes is set each year, so that isn't judged here. */
function isInWindow(heldOn: string | undefined): boolean {
  return heldOn !== undefined && heldOn.slice(5) >= '04-01';
}

function samePerson(one: string, other: string): boolean {
  const plain = (name: string) => name.trim().toLowerCase().replace(/\s+/gu, ' ');
  return plain(one) === plain(other);
}
