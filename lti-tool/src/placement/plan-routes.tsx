import { z } from 'zod';
import type { VNode } from 'preact';
import type { Activity } from '@buitenboord/shared/domain/activity/assignment.js';
import { kindOf } from '@buitenboord/shared/domain/activity/kind-of.js';
import { isOn } from '@buitenboord/shared/domain/activity/kind-offering.js';
import { activityKinds } from '@buitenboord/shared/domain/activity/kinds.js';
import { openWarnings } from '@buitenboord/shared/domain/placement/check-plan.js';
import { dutchDay, schoolYearOf } from '@buitenboord/shared/domain/pta/school-year.js';
import type { Clock } from '@buitenboord/shared/ports/clock.js';
import { isProblem, Problem } from '@buitenboord/shared/problem.js';
import { courses, placements } from '@buitenboord/shared/store/collections.js';
import type { Store, Stored } from '@buitenboord/shared/store/port.js';
import { studentName } from '@buitenboord/shared/text/student-name.js';
import { insistOnStudents } from '@buitenboord/shared/use-cases/company/company-records.js';
import { calledStudent } from '@buitenboord/shared/use-cases/people/called-student.js';
import { enterBirthDate } from '@buitenboord/shared/use-cases/placement/birth-dates.js';
import { acceptWarnings, savePlan } from '@buitenboord/shared/use-cases/placement/save-plan.js';
import { viewPlan, type PlanPlace } from '@buitenboord/shared/use-cases/placement/view-plan.js';
import { findOffering } from '@buitenboord/shared/use-cases/school/kind-offerings.js';
import { activityOf } from '../web/of-visit.js';
import type { VisitExchange, VisitRoute } from '../web/routes.js';
import {
  chosenKind,
  filledRows,
  noErrors,
  one,
  parsePlanForm,
  rowsOf,
  startOf,
  toTyped,
  typedPlan,
  withRows,
  type PlanErrors,
} from './plan-form.js';
import { PlanPage } from './plan-page.js';
import type { PlanPageView } from './plan-view.js';
import { plansRoute } from './plans-route.js';
import { studentPlanRoute } from './student-plan-route.js';

export interface PlanRoutesDeps {
  store: Store;
  now: Clock;
}

const planners = ['teacher', 'placementCoordinator'] as const;
const readers = [...planners, 'safetyApprover'] as const;

/** The planner: a student's days and tasks, her date of birth, and what only the safety approver accepts. */
export function planRoutes(deps: PlanRoutesDeps): VisitRoute[] {
  const path = '/students/:student' as const;
  return [
    plansRoute(deps, readers),
    studentPlanRoute(deps),
    { method: 'get', path: `${path}/plan`, may: readers, handle: (exchange) => show(deps, exchange) },
    { method: 'post', path: `${path}/plan`, may: planners, handle: (exchange) => save(deps, exchange) },
    { method: 'post', path: `${path}/birth-date`, may: planners, handle: (exchange) => enterBirth(deps, exchange) },
    {
      method: 'post',
      path: `${path}/plan/accept`,
      may: ['safetyApprover'],
      handle: (exchange) => accept(deps, exchange),
    },
  ];
}

/** The student of the address, when she is in the course of this visit. */
async function placeOf({ store }: PlanRoutesDeps, { req, visit }: VisitExchange): Promise<PlanPlace> {
  const activity = await activityOf(store, visit);
  const student = z.string().max(64).parse(req.params.student);
  await insistOnStudents(store, activity, [student]);
  return { activity, student };
}

type Shown = Partial<Pick<PlanPageView, 'typed' | 'errors' | 'refused' | 'birthError' | 'reasonError'>>;

async function show(deps: PlanRoutesDeps, exchange: VisitExchange): Promise<void> {
  exchange.page(await planPage(deps, exchange, await placeOf(deps, exchange), {}));
}

async function planPage(deps: PlanRoutesDeps, exchange: VisitExchange, place: PlanPlace, shown: Shown): Promise<VNode> {
  const { visit, req, text, url, formToken, grants } = exchange;
  const { store, now } = deps;
  const { activity, student } = place;
  const { school, course } = activity;
  const [{ birth, plan, judged }, called, placed] = await Promise.all([
    viewPlan(deps, place),
    calledStudent(store, { school, course, student }),
    store.find(placements, { where: { school, activity: activity.id, student }, limit: 1 }),
  ]);
  const typed = shown.typed ?? (plan ? toTyped(plan) : startOf(kindOf(activity)));
  const mayPlan = visit.roles.includes('teacher') || grants.has('placementCoordinator');
  return PlanPage({
    text,
    formToken,
    url: url(`/students/${student}`),
    backUrl: url('/plans'),
    agreementUrl: url('/agreement-check'),
    name: studentName(text, called),
    activity,
    company: placed.items[0]?.companyName,
    today: dutchDay(now()),
    birth,
    birthError: false,
    kinds: await offeredKinds(deps, { school, course }, chosenKind(typed)),
    typed,
    errors: noErrors,
    kept: plan &&
      judged && {
        version: plan.version,
        judged,
        open: openWarnings(judged.findings, plan.accepted),
        accepted: plan.accepted,
      },
    refused: undefined,
    mayAccept: grants.has('safetyApprover'),
    mayPlan,
    reasonError: false,
    saved: req.query.saved === '1',
    ...shown,
  });
}

/** The kinds that the school does for the course's leerweg this year, and the one that was chosen before. */
async function offeredKinds(
  { store, now }: PlanRoutesDeps,
  { school, course }: Pick<Stored<Activity, 'school'>, 'school' | 'course'>,
  chosen: ReturnType<typeof chosenKind>,
) {
  const leerweg = (await store.get(courses, { school, id: course }))?.leerweg;
  const schoolYear = schoolYearOf(dutchDay(now()));
  const offering = leerweg && (await findOffering(store, school, { schoolYear, leerweg }));
  return activityKinds.map(({ id }) => id).filter((id) => id === chosen || isOn(offering, id));
}

async function save(deps: PlanRoutesDeps, exchange: VisitExchange): Promise<void> {
  const { req, res, visit, url } = exchange;
  const place = await placeOf(deps, exchange);
  const typed = typedPlan(req.body);
  const filled = one(typed, 'action') === 'fill' || rowsOf(typed).length === 0 ? filledRows(typed) : undefined;
  const ready = filled ? withRows(typed, filled) : typed;
  const again = async (shown: Shown, status = 422) => {
    res.status(status);
    exchange.page(await planPage(deps, exchange, place, { typed: ready, ...shown }));
  };
  if (one(typed, 'action') === 'fill') return again({ errors: fillErrors(filled) }, filled ? 200 : 422);
  const parsed = parsePlanForm(ready);
  if (parsed.kind === 'wrong') return again({ errors: parsed.errors });
  const outcome = await savePlan(deps, place, { wanted: parsed.wanted, by: visit.person });
  if (outcome.kind === 'forbidden') return again({ refused: outcome });
  res.redirect(303, url(`/students/${place.student}/plan?saved=1`));
}

function fillErrors(filled: ReturnType<typeof filledRows>): PlanErrors {
  return filled ? noErrors : { fields: new Set(['fill' as const]), rows: new Set() };
}

const BirthForm = z.strictObject({ bornOn: z.string().max(20) });

async function enterBirth(deps: PlanRoutesDeps, exchange: VisitExchange): Promise<void> {
  const { req, res, visit, url } = exchange;
  const place = await placeOf(deps, exchange);
  const { school } = place.activity;
  const bornOn = z.iso.date().safeParse(BirthForm.parse(req.body).bornOn);
  try {
    // What is no day at all is as unlikely as one in another century.
    if (!bornOn.success) throw new Problem('plan/birth-date-unlikely', { student: place.student });
    await enterBirthDate(deps, { school, student: place.student, bornOn: bornOn.data, by: visit.person });
  } catch (error) {
    if (!isProblem(error, 'plan/birth-date-unlikely')) throw error;
    res.status(422);
    return exchange.page(await planPage(deps, exchange, place, { birthError: true }));
  }
  res.redirect(303, url(`/students/${place.student}/plan`));
}

const AcceptForm = z.strictObject({ reason: z.string().max(1000), seen: z.coerce.number().int().min(1) });

async function accept(deps: PlanRoutesDeps, exchange: VisitExchange): Promise<void> {
  const { req, res, visit, url } = exchange;
  const place = await placeOf(deps, exchange);
  const { reason, seen } = AcceptForm.parse(req.body);
  if (reason.trim().length < 10) {
    res.status(422);
    return exchange.page(await planPage(deps, exchange, place, { reasonError: true }));
  }
  await acceptWarnings(deps, place, { by: visit.person, reason: reason.trim(), seen });
  res.redirect(303, url(`/students/${place.student}/plan`));
}
