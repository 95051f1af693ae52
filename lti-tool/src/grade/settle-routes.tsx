import { z } from 'zod';
import type { Activity } from '@buitenboord/shared/domain/activity/assignment.js';
import { expertNeed } from '@buitenboord/shared/domain/assessment/named-expert.js';
import { gradedComponent, scaleOf } from '@buitenboord/shared/domain/grade/grade-key.js';
import { parseTenths } from '@buitenboord/shared/domain/grade/grade-value.js';
import type { Clock } from '@buitenboord/shared/ports/clock.js';
import { acceptFound, retryDelivery, sendAgain } from '@buitenboord/shared/outbox/retry.js';
import { isProblem, Problem, type ProblemCode } from '@buitenboord/shared/problem.js';
import { handIns, platforms } from '@buitenboord/shared/store/collections.js';
import type { Store, Stored } from '@buitenboord/shared/store/port.js';
import { findSitting } from '@buitenboord/shared/use-cases/assessment/keep-sitting.js';
import { expertsOf } from '@buitenboord/shared/use-cases/assessment/name-expert.js';
import { viewAssessment } from '@buitenboord/shared/use-cases/assessment/view-assessment.js';
import { revisionsOf } from '@buitenboord/shared/use-cases/grade/find-grades.js';
import { giveResit } from '@buitenboord/shared/use-cases/grade/give-resit.js';
import { gradeKeyOf, settleGrade } from '@buitenboord/shared/use-cases/grade/settle-grade.js';
import { studentStanding } from '@buitenboord/shared/use-cases/grade/student-standing.js';
import { findCareerOfActivity } from '@buitenboord/shared/use-cases/lob/find-career-of-activity.js';
import { classOverview, type StudentRow } from '@buitenboord/shared/use-cases/overview/class-overview.js';
import { findComponent } from '@buitenboord/shared/use-cases/pta/find-adopted-pta.js';
import { lmsName } from '../dashboard/lms-name.js';
import { activityOf } from '../web/of-visit.js';
import type { VisitExchange, VisitRoute } from '../web/routes.js';
import { optionalTenths, SettleForm, valueOf } from './settle-form.js';
import { SettlePage } from './settle-page.js';
import type { SettleView } from './settle-view.js';

export interface SettleDeps {
  store: Store;
  now: Clock;
  /** Something must leave: the worker needn't wait for its next round. */
  wakeWorker: () => void;
}

const teacher = ['teacher'] as const;

/** One student's screen: evidence beside judgement, the suggestion, the teacher's grade. */
export function settleRoutes(deps: SettleDeps): VisitRoute[] {
  const path = '/students/:student' as const;
  return [
    { method: 'get', path, may: teacher, handle: (exchange) => show(deps, exchange) },
    { method: 'post', path: `${path}/grade`, may: teacher, handle: (exchange) => settle(deps, exchange) },
    { method: 'post', path: `${path}/suggestion`, may: teacher, handle: (exchange) => suggest(deps, exchange) },
    { method: 'post', path: `${path}/resit`, may: teacher, handle: (exchange) => resit(deps, exchange) },
    { method: 'post', path: `${path}/delivery`, may: teacher, handle: (exchange) => decideDelivery(deps, exchange) },
  ];
}

interface Found {
  activity: Stored<Activity, 'school'>;
  row: StudentRow;
}

/** The student of the address, when she is in the class of this visit. */
async function findStudent(deps: SettleDeps, { req, visit }: VisitExchange): Promise<Found> {
  const activity = await activityOf(deps.store, visit);
  const row = (await classOverview(deps, activity)).find(({ student }) => student === req.params.student);
  if (!row) throw new Problem('request/not-found', { activity: activity.id });
  return { activity, row };
}

async function show(deps: SettleDeps, exchange: VisitExchange): Promise<void> {
  const found = await findStudent(deps, exchange);
  exchange.page(SettlePage(await settleView(deps, exchange, found, { typed: {} })));
}

/** What the PTA's rule suggests for what was typed. Settles nothing, and leaves a grade alone that was typed or settled. */
async function suggest(deps: SettleDeps, exchange: VisitExchange): Promise<void> {
  const form = SettleForm.parse({ choice: 'number', ...(exchange.req.body as object) });
  const { grade: _suggestedAnew, ...others } = form;
  const typed = form.grade.trim() === '' || form.grade === form.shown ? others : form;
  const found = await findStudent(deps, exchange);
  const readable = typed.evidence.trim() === '' || parseTenths(typed.evidence) !== undefined;
  const error = readable ? undefined : ('grade/not-a-grade' as const);
  if (!readable) exchange.res.status(422);
  exchange.page(SettlePage(await settleView(deps, exchange, found, { typed, error })));
}

async function settleView(
  deps: SettleDeps,
  { visit, grants, text, url, formToken }: VisitExchange,
  { activity, row }: Found,
  form: Pick<SettleView, 'typed' | 'error'>,
): Promise<SettleView> {
  const { store } = deps;
  const { school } = visit;
  const { counting } = activity;
  const found = counting.kind === 'pta' ? await findComponent(store, school, counting.line, counting.code) : undefined;
  const gradeKey = gradeKeyOf(row.student, gradedComponent(activity), row.attempt);
  const versions = row.work
    ? (await store.find(handIns, { where: { school, work: row.work.id }, limit: 500 })).items
    : [];
  const platform = await store.get(platforms, { id: visit.platform });
  const subjects = await studentStanding(store, { school, student: row.student, course: activity.course });
  const one = { student: row.student, attempt: row.attempt };
  const experts = await expertsOf(store, { school, activity: activity.id });
  const named = experts.filter(({ withdrawnAt }) => withdrawnAt === undefined);
  const mayChoose = grants.has('examSecretary') || grants.has('schoolAdministrator');
  return {
    text,
    url,
    formToken,
    activity,
    row,
    scale: scaleOf(counting),
    component: found?.component,
    handIn: [...versions].sort((one, other) => other.number - one.number).find(({ takenBackAt }) => !takenBackAt),
    revisions: await revisionsOf(store, school, gradeKey),
    subject: subjects.find(({ line }) => counting.kind === 'pta' && line === counting.line),
    assessment: await viewAssessment(store, activity, one),
    sitting: await findSitting(store, activity, one),
    experts: { need: expertNeed(counting, found?.component, experts), named },
    roundingUrl: mayChoose ? url('/pta/rounding') : undefined,
    lms: lmsName(text, platform),
    career: await findCareerOfActivity(store, activity, row.student),
    ...form,
  };
}

/** Refusals that belong beside the field, with everything that was typed still there. */
const besideTheField: readonly ProblemCode[] = [
  'grade/not-a-grade',
  'grade/reason-needed',
  'grade/changed-meanwhile',
  'grade/wrong-scale',
  'grade/rounding-not-chosen',
  'pta/component-unknown',
  'assessment/conditions-open',
];

async function settle(deps: SettleDeps, exchange: VisitExchange): Promise<void> {
  const { req, res, visit, url, page } = exchange;
  const form = SettleForm.parse(req.body);
  const found = await findStudent(deps, exchange);
  try {
    const evidenceTenths = optionalTenths(form.evidence);
    await settleGrade(deps, {
      school: visit.school,
      activity: found.activity.id,
      student: found.row.student,
      attempt: form.attempt,
      value: valueOf(form),
      ...(evidenceTenths !== undefined && { evidenceTenths }),
      remark: form.remark.trim(),
      reason: form.reason,
      by: visit.person,
      seenRevision: form.seenRevision,
    });
  } catch (error) {
    if (!isProblem(error) || !besideTheField.includes(error.code)) throw error;
    res.status(422);
    return page(
      SettlePage(
        await settleView(deps, exchange, await findStudent(deps, exchange), { typed: form, error: error.code }),
      ),
    );
  }
  deps.wakeWorker();
  res.redirect(303, url(`/students/${found.row.student}`));
}

async function resit(deps: SettleDeps, exchange: VisitExchange): Promise<void> {
  const { activity, row } = await findStudent(deps, exchange);
  const { after } = z.strictObject({ after: z.coerce.number().int().min(1).max(20) }).parse(exchange.req.body);
  await giveResit(deps, { activity, student: row.student, after, by: exchange.visit.person });
  exchange.res.redirect(303, exchange.url(`/students/${row.student}`));
}

const deciders = { retry: retryDelivery, overwrite: sendAgain, leave: acceptFound } as const;

/** The grade isn't where it should be: again, over what stands there, or leave that. */
async function decideDelivery(deps: SettleDeps, exchange: VisitExchange): Promise<void> {
  const { row } = await findStudent(deps, exchange);
  const { decision } = z.strictObject({ decision: z.enum(['retry', 'overwrite', 'leave']) }).parse(exchange.req.body);
  if (!row.delivery) throw new Problem('request/not-found', { student: row.student });
  await deciders[decision](deps, {
    school: exchange.visit.school,
    delivery: row.delivery.id,
    by: exchange.visit.person,
  });
  deps.wakeWorker();
  exchange.res.redirect(303, exchange.url(`/students/${row.student}`));
}
