import type { AgreementNeed } from '../../domain/activity/agreement-need.js';
import type { Activity } from '../../domain/activity/assignment.js';
import { demandsAgreement } from '../../domain/activity/kind-offering.js';
import { getKind } from '../../domain/activity/kinds.js';
import { entreeMeter, trackMeters, type Meter, type WorkedDay } from '../../domain/activity/meter.js';
import { agreementForPlan, checkPlan, standingOfPlan, workedDays } from '../../domain/placement/check-plan.js';
import type { PlacementPlan, PlanWanted } from '../../domain/placement/placement-plan.js';
import { dutchDay, schoolYearOf } from '../../domain/pta/school-year.js';
import type { Finding } from '../../domain/safety/finding.js';
import { naturalId } from '../../ids.js';
import type { Clock } from '../../ports/clock.js';
import { courses, placementPlans } from '../../store/collections.js';
import type { Store, Stored } from '../../store/port.js';
import { findOffering } from '../school/kind-offerings.js';
import { birthOf, type Birth } from './birth-dates.js';

export interface PlanDeps {
  store: Store;
  now: Clock;
}

/** Whose plan for what. */
export interface PlanPlace {
  activity: Stored<Activity, 'school'>;
  student: string;
}

/** What is said of a plan, whether it was kept or not. */
export interface JudgedPlan {
  findings: readonly Finding[];
  standing: ReturnType<typeof standingOfPlan>;
  agreement: AgreementNeed;
  meters: { minutes: Meter; days: Meter } | { share: Meter } | undefined;
}

export interface PlanView {
  birth: Birth;
  plan: Stored<PlacementPlan, 'school'> | undefined;
  judged: JudgedPlan | undefined;
}

export function planId(activity: string, student: string): string {
  return naturalId('placementPlan', activity, student);
}

/** A student's plan for an activity, judged by what is known today. */
export async function viewPlan(deps: PlanDeps, place: PlanPlace): Promise<PlanView> {
  const { school, course, id } = place.activity;
  const [birth, plan] = await Promise.all([
    birthOf(deps, { school, course, student: place.student }),
    deps.store.get(placementPlans, { school, id: planId(id, place.student) }),
  ]);
  return { birth, plan, judged: plan && (await judgePlan(deps, place, plan, birth)) };
}

/** Says what the rules say of a plan. Writes nothing. */
export async function judgePlan(
  deps: PlanDeps,
  place: PlanPlace,
  plan: PlanWanted & Partial<Pick<PlacementPlan, 'accepted'>>,
  birth: Birth,
): Promise<JudgedPlan> {
  const today = dutchDay(deps.now());
  const { bornOn, yearLevel } = birth;
  const otherDays = await daysOfOtherPlans(deps.store, place, plan.kind);
  const findings = checkPlan(plan, { bornOn, today, otherDays });
  const { elective, counting } = place.activity;
  const countsForSubject = elective !== undefined || counting.kind === 'pta';
  const schoolDemands = await isDemandedBySchool(deps, place, plan.kind);
  const until = `${Number(schoolYearOf(today).slice(0, 4)) + 1 + (yearLevel === 3 ? 1 : 0)}-07-31`;
  return {
    findings,
    standing: standingOfPlan(findings, plan.accepted ?? []),
    agreement: agreementForPlan(plan, { bornOn, countsForSubject, schoolDemands }),
    meters: metersOf(plan, [...otherDays, ...workedDays(plan.days)], { today, until }),
  };
}

function metersOf(
  { kind, entree }: PlanWanted,
  days: readonly WorkedDay[],
  { today, until }: { today: string; until: string },
): JudgedPlan['meters'] {
  switch (getKind(kind).limits) {
    case 'track':
      return trackMeters(days, today, until);
    case 'entree':
      return entree && { share: entreeMeter(days, today, entree) };
    case undefined:
      return undefined;
  }
}

/** The limits of a kind are about everything that a student does of it. */
async function daysOfOtherPlans(
  store: Store,
  { activity: { school, id }, student }: PlanPlace,
  kind: PlanWanted['kind'],
): Promise<WorkedDay[]> {
  const { items } = await store.find(placementPlans, { where: { school, student, kind }, limit: 500 });
  return items.filter(({ activity }) => activity !== id).flatMap(({ days }) => workedDays(days));
}

async function isDemandedBySchool(
  { store, now }: PlanDeps,
  { activity: { school, course } }: PlanPlace,
  kind: PlanWanted['kind'],
): Promise<boolean> {
  const leerweg = (await store.get(courses, { school, id: course }))?.leerweg;
  if (!leerweg) return false;
  return demandsAgreement(
    await findOffering(store, school, { schoolYear: schoolYearOf(dutchDay(now())), leerweg }),
    kind,
  );
}
