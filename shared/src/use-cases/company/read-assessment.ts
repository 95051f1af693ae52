import type { Activity } from '../../domain/activity/assignment.js';
import { chosenLevels } from '../../domain/company/assessment-steps.js';
import type { CompanyJudgement, Invitation } from '../../domain/company/company.js';
import type { Evidence, HandIn } from '../../domain/evidence/work.js';
import type { Level } from '../../domain/grade/suggested-grade.js';
import { firstName } from '../../domain/people/person.js';
import { companyJudgements, evidence, handIns, people } from '../../store/collections.js';
import type { Store, Stored } from '../../store/port.js';
import { findCourseNumber } from '../people/course-numbers.js';
import { getActivity, judgementId } from './company-records.js';

/** All that a supervisor gets to see: the first name, the task, the newest version that was handed in, and what she chose so far. */
export interface Assessment {
  firstName?: string;
  /** By which a student without a name is called in the course. */
  courseNumber?: number;
  activity: Stored<Activity, 'school'>;
  handIn?: Stored<HandIn, 'school'>;
  evidence: readonly Stored<Evidence, 'school'>[];
  judgement?: Stored<CompanyJudgement, 'school'>;
  levels: readonly (Level | null)[];
}

/** What an invitation is about. Reads only. */
export async function readAssessment(store: Store, invitation: Stored<Invitation, 'school'>): Promise<Assessment> {
  const { school, student } = invitation;
  const [activity, person, handIn, judgement] = await Promise.all([
    getActivity(store, school, invitation.activity),
    store.get(people, { school, id: student }),
    findNewestHandIn(store, invitation),
    store.get(companyJudgements, { school, id: judgementId(invitation.id) }),
  ]);
  const name = person && firstName(person);
  const { course } = activity;
  const courseNumber =
    name === undefined ? await findCourseNumber(store, { school, course, person: student }) : undefined;
  return {
    firstName: name,
    ...(courseNumber !== undefined && { courseNumber }),
    activity,
    ...(handIn && { handIn }),
    evidence: await evidenceOf(store, school, handIn),
    ...(judgement && { judgement }),
    levels: chosenLevels(activity.rubric.length, judgement?.levels ?? []),
  };
}

/** The version that was handed in last and not taken back. */
export async function findNewestHandIn(
  store: Store,
  { school, activity, student }: Stored<Invitation, 'school'>,
): Promise<Stored<HandIn, 'school'> | undefined> {
  const { items } = await store.find(handIns, { where: { school, activity, student }, limit: 500 });
  return items
    .filter(({ takenBackAt }) => takenBackAt === undefined)
    .sort((one, other) => (one.handedInAt < other.handedInAt ? 1 : -1))[0];
}

/** One file of the newest version, if it is in there: anything else of the student, or of another, isn't for the company. */
export async function findShownEvidence(
  store: Store,
  invitation: Stored<Invitation, 'school'>,
  id: string,
): Promise<Stored<Evidence, 'school'> | undefined> {
  const handIn = await findNewestHandIn(store, invitation);
  return handIn?.evidence.includes(id) ? store.get(evidence, { school: invitation.school, id }) : undefined;
}

async function evidenceOf(store: Store, school: string, handIn: HandIn | undefined) {
  const found = await Promise.all((handIn?.evidence ?? []).map((id) => store.get(evidence, { school, id })));
  return found.filter((each) => each !== undefined);
}
