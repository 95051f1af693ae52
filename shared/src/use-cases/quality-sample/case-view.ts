import type { Activity } from '../../domain/activity/assignment.js';
import { differenceOf, type Difference } from '../../domain/quality-sample/difference.js';
import type { JudgeDecision } from '../../domain/quality-sample/may-judge.js';
import type { QualitySample, SampleCase } from '../../domain/quality-sample/quality-sample.js';
import { displayName } from '../../domain/people/person.js';
import type { GradeValue } from '../../domain/grade/grade-value.js';
import { people } from '../../store/collections.js';
import type { Store } from '../../store/port.js';
import { getActivity } from '../company/company-records.js';
import { revisionsOf } from '../grade/find-grades.js';
import { calledStudent, type CalledStudent } from '../people/called-student.js';
import { getCase, getSample, type SampleAddress } from './get-case.js';
import { judgeRights } from './judge-rights.js';

interface Known extends CalledStudent {
  id: string;
  sample: string;
  student: string;
  attempt: number;
  activity: Activity;
  schoolWork: SampleCase['schoolWork'];
}

/** Before the second judgement: nothing of the first grade or of the company's judgement is in here, so no page can show it. */
export interface BlindCase extends Known {
  kind: 'blind';
  /** Whether she who looks may give the second judgement. */
  rights: JudgeDecision;
}

/** Afterwards: both, and what lies between. */
export interface ComparedCase extends Known {
  kind: 'compared';
  method: QualitySample['method'];
  companyName: string | undefined;
  second: NonNullable<SampleCase['second']> & { byName: string | undefined };
  first: NonNullable<SampleCase['first']>;
  difference: Difference;
  /** As it stands now. */
  current: { value: GradeValue; revision: number };
  decision: SampleCase['decision'];
  followUp: SampleCase['followUp'];
  remindOn: string | undefined;
}

export type CaseView = BlindCase | ComparedCase;

/** A case as this person may see it: blind until there is a second judgement, whoever looks. */
export async function caseView(
  store: Store,
  { person, ...address }: SampleAddress & { person: string },
): Promise<CaseView> {
  const found = await getCase(store, address);
  const { school, id, sample, student, attempt, schoolWork, second, first } = found;
  const nameOf = async (who: string) => {
    const known = await store.get(people, { school, id: who });
    return known && displayName(known);
  };
  const activity = await getActivity(store, school, found.activity);
  const known: Known = { id, sample, student, ...(await calledStudent(store, found)), attempt, activity, schoolWork };
  if (!second || !first) return { kind: 'blind', ...known, rights: await judgeRights(store, found, person) };
  const last = (await revisionsOf(store, school, found.gradeKey)).at(-1);
  const { companyName, decision, followUp, remindOn } = found;
  return {
    kind: 'compared',
    ...known,
    method: (await getSample(store, { school, id: sample })).method,
    second: { ...second, byName: await nameOf(second.by) },
    difference: differenceOf(first.value, second.value),
    current: { value: last?.value ?? first.value, revision: last?.revision ?? first.revision },
    ...{ first, companyName, decision, followUp, remindOn },
  };
}
