import type { Judgement } from '../../domain/assessment/judgement.js';
import { momentOf, momentsOf, type Moment } from '../../domain/assessment/moment.js';
import { overTime, type SeenObservation } from '../../domain/assessment/observation.js';
import { sideBySide, type CriterionBeside } from '../../domain/assessment/side-by-side.js';
import type { Activity } from '../../domain/activity/assignment.js';
import type { CompanyJudgement, Invitation } from '../../domain/company/company.js';
import { companyJudgements, invitations, judgements, observations } from '../../store/collections.js';
import type { Store, Stored } from '../../store/port.js';

/** One moment as the three judges see it. */
export interface MomentView {
  moment: Moment;
  criteria: readonly CriterionBeside[];
  self: Judgement | undefined;
  teacher: Judgement | undefined;
  /** The company's, once it has pressed its last button. */
  company: CompanyJudgement | undefined;
  /** Open or answered; undefined when the company wasn't asked about this moment. */
  invitation: Stored<Invitation, 'school'> | undefined;
}

export interface AssessmentView {
  moments: readonly MomentView[];
  /** Of teacher and company, oldest first; without any grade. */
  observations: readonly SeenObservation[];
}

/** What was said of a student's attempt at each moment of the activity, and what was noticed on the way. Reads only. */
export async function viewAssessment(
  store: Store,
  activity: Stored<Activity, 'school'>,
  { student, attempt }: { student: string; attempt: number },
): Promise<AssessmentView> {
  const where = { school: activity.school, activity: activity.id, student };
  const [own, answered, asked, noticed] = await Promise.all([
    store.find(judgements, { where, limit: 500 }),
    store.find(companyJudgements, { where, limit: 500 }),
    store.find(invitations, { where, limit: 500 }),
    store.find(observations, { where, limit: 500 }),
  ]);
  const done = answered.items.filter(({ state }) => state === 'done');
  const ofAttempt = <R extends { attempt: number }>(records: readonly R[]) =>
    records.filter((record) => record.attempt === attempt);
  const moments = momentsOf(activity).map((moment): MomentView => {
    const said = (judge: Judgement['judge']) =>
      ofAttempt(own.items).find((each) => each.moment === moment && each.judge === judge);
    const [self, teacher] = [said('self'), said('teacher')];
    const company = ofAttempt(done).find((each) => momentOf(each) === moment);
    const invitation = ofAttempt(asked.items).find((each) => each.state !== 'withdrawn' && momentOf(each) === moment);
    const levels = { self: self?.levels, company: company?.levels, teacher: teacher?.levels };
    return { moment, criteria: sideBySide(activity.rubric, levels), self, teacher, company, invitation };
  });
  const byTeacher = noticed.items.map(({ topic, words, at }) => ({ from: 'teacher' as const, topic, words, at }));
  return { moments, observations: overTime([...byTeacher, ...done.flatMap(noticedBy)]) };
}

function noticedBy({ attitude, doneAt }: CompanyJudgement): SeenObservation[] {
  if (!attitude || !doneAt) return [];
  return [{ from: 'company', topic: 'attitude', words: attitude, at: doneAt }];
}
