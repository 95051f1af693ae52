import { isExamSecret } from '@buitenboord/shared/domain/assessment/sitting.js';
import type { Activity } from '@buitenboord/shared/domain/activity/assignment.js';
import { studentName } from '@buitenboord/shared/text/student-name.js';
import type { Clock } from '@buitenboord/shared/ports/clock.js';
import { Problem } from '@buitenboord/shared/problem.js';
import type { Stored } from '@buitenboord/shared/store/port.js';
import { addObservation } from '@buitenboord/shared/use-cases/assessment/add-observation.js';
import { chooseMoments } from '@buitenboord/shared/use-cases/assessment/choose-moments.js';
import { keepJudgement } from '@buitenboord/shared/use-cases/assessment/keep-judgement.js';
import { viewAssessment } from '@buitenboord/shared/use-cases/assessment/view-assessment.js';
import { inviteSupervisors } from '@buitenboord/shared/use-cases/company/invite-supervisors.js';
import type { LetterDeps } from '@buitenboord/shared/use-cases/company/letters.js';
import { classOverview, type StudentRow } from '@buitenboord/shared/use-cases/overview/class-overview.js';
import { activityOf } from '../web/of-visit.js';
import type { VisitExchange, VisitRoute } from '../web/routes.js';
import { MomentAsked, MomentsChosen, ObservationTyped, RubricAnswers } from './assessment-forms.js';
import { AssessmentPage } from './assessment-page.js';
import { MomentsPage } from './moments-page.js';

export interface AssessmentDeps extends LetterDeps {
  now: Clock;
}

const may = ['teacher'] as const;

/** What a teacher does besides settling: judge on the rubric, ask a company at an earlier moment, write down what she noticed. */
export function assessmentRoutes(deps: AssessmentDeps): VisitRoute[] {
  const path = '/students/:student' as const;
  return [
    { method: 'get', path: `${path}/assessment`, may, handle: (exchange) => show(deps, exchange) },
    { method: 'post', path: `${path}/assessment`, may, handle: (exchange) => judge(deps, exchange) },
    { method: 'post', path: `${path}/assessment/invite`, may, handle: (exchange) => invite(deps, exchange) },
    { method: 'post', path: `${path}/observations`, may, handle: (exchange) => observe(deps, exchange) },
    { method: 'get', path: '/moments', may, handle: (exchange) => showMoments(deps, exchange) },
    { method: 'post', path: '/moments', may, handle: (exchange) => setMoments(deps, exchange) },
  ];
}

interface Found {
  activity: Stored<Activity, 'school'>;
  row: StudentRow;
}

/** The student of the address, when she is in the class of this visit. */
export async function findStudentOf(
  deps: Pick<AssessmentDeps, 'store' | 'now'>,
  { req, visit }: VisitExchange,
): Promise<Found> {
  const activity = await activityOf(deps.store, visit);
  const row = (await classOverview(deps, activity)).find(({ student }) => student === req.params.student);
  if (!row) throw new Problem('request/not-found', { activity: activity.id });
  return { activity, row };
}

async function show(deps: AssessmentDeps, exchange: VisitExchange): Promise<void> {
  const { text, url, formToken, page } = exchange;
  const { activity, row } = await findStudentOf(deps, exchange);
  const { student, placement } = row;
  const view = await viewAssessment(deps.store, activity, row);
  const name = studentName(text, row);
  const about = { hasCompany: placement !== undefined, secret: isExamSecret(activity) };
  page(<AssessmentPage {...{ text, url, formToken, activity, student, name, view, ...about }} />);
}

async function judge(deps: AssessmentDeps, exchange: VisitExchange): Promise<void> {
  const { moment, levels, remark } = RubricAnswers.parse(exchange.req.body);
  const { activity, row } = await findStudentOf(deps, exchange);
  const { school, person: by } = exchange.visit;
  await keepJudgement(deps, {
    school,
    activity: activity.id,
    student: row.student,
    attempt: row.attempt,
    moment,
    judge: 'teacher',
    levels: levels.slice(0, activity.rubric.length),
    remark,
    by,
  });
  back(exchange, row);
}

async function invite(deps: AssessmentDeps, exchange: VisitExchange): Promise<void> {
  const { moment } = MomentAsked.parse(exchange.req.body);
  const { activity, row } = await findStudentOf(deps, exchange);
  const { school, person: by } = exchange.visit;
  await inviteSupervisors(deps, { school, activity: activity.id, students: [row.student], moment, by });
  back(exchange, row);
}

async function observe(deps: AssessmentDeps, exchange: VisitExchange): Promise<void> {
  const { topic, words } = ObservationTyped.parse(exchange.req.body);
  const { activity, row } = await findStudentOf(deps, exchange);
  const { school, person: by } = exchange.visit;
  if (words !== '')
    await addObservation(deps, { school, activity: activity.id, student: row.student, topic, words, by });
  back(exchange, row);
}

function back({ res, url }: VisitExchange, { student }: StudentRow): void {
  res.redirect(303, url(`/students/${student}/assessment`));
}

async function showMoments(deps: AssessmentDeps, exchange: VisitExchange): Promise<void> {
  const { text, url, formToken, visit, page } = exchange;
  page(<MomentsPage {...{ text, url, formToken }} activity={await activityOf(deps.store, visit)} />);
}

async function setMoments(deps: AssessmentDeps, { req, res, visit, url }: VisitExchange): Promise<void> {
  const moments = MomentsChosen.parse(req.body);
  const activity = await activityOf(deps.store, visit);
  await chooseMoments(deps, { school: visit.school, activity: activity.id, moments, by: visit.person });
  res.redirect(303, url('/overview'));
}
