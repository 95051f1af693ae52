import { contextOf, inOrder, openWarnings, workerOf } from '../../domain/placement/check-plan.js';
import { getKind } from '../../domain/activity/kinds.js';
import type { PlacementPlan, PlanWanted } from '../../domain/placement/placement-plan.js';
import { blocksOf, findingKey, type Finding } from '../../domain/safety/finding.js';
import { nearestSchedule } from '../../domain/safety/nearest-schedule.js';
import type { PlannedDay } from '../../domain/safety/planned-day.js';
import { Problem } from '../../problem.js';
import { contentHash } from '../../store/audit.js';
import { placementPlans } from '../../store/collections.js';
import { decideAgain } from '../../store/decide-again.js';
import { audit, change, put } from '../../store/port.js';
import { insistOnStudents } from '../company/company-records.js';
import { judgePlan, planId, viewPlan, type PlanDeps, type PlanPlace } from './view-plan.js';

export type SavedPlan =
  | { kind: 'saved' }
  /** Nothing was kept. The proposal is empty when no day of it can be. */
  | { kind: 'forbidden'; findings: readonly Finding[]; proposal: readonly PlannedDay[] };

/**
 * Keeps a plan that no rule forbids; answers what forbids it otherwise, with the nearest schedule that is allowed. Warnings that were accepted stay so when
 * they say the same; others wait for the safety approver.
 */
export async function savePlan(
  deps: PlanDeps,
  place: PlanPlace,
  input: { wanted: PlanWanted; by: string },
): Promise<SavedPlan> {
  const { store, now } = deps;
  const { school, id: activity } = place.activity;
  await insistOnStudents(store, place.activity, [place.student]);
  return decideAgain(async () => {
    const { birth, plan: known } = await viewPlan(deps, place);
    const wanted = { ...input.wanted, days: inOrder(input.wanted.days) };
    const { findings } = await judgePlan(deps, place, wanted, birth);
    if (blocksOf(findings).length > 0) {
      return { kind: 'forbidden' as const, findings, proposal: proposalFor(wanted, birth.bornOn) };
    }
    const keys = new Set(findings.map(findingKey));
    const accepted = known?.accepted.filter((each) => keys.has(findingKey(each))) ?? [];
    const id = planId(activity, place.student);
    const at = now().toISOString();
    const value: PlacementPlan = {
      ...wanted,
      activity,
      student: place.student,
      accepted,
      savedBy: input.by,
      savedAt: at,
    };
    const hashes = { ...(known && { before: contentHash(known.days) }), after: contentHash(value.days) };
    await store.commit([
      put(placementPlans, { school, id }, value, known?.version ?? 0),
      audit(school, { at, actor: input.by, action: 'plan/saved', object: `placementPlans/${id}`, ...hashes }),
    ]);
    return { kind: 'saved' as const };
  });
}

function proposalFor(wanted: PlanWanted, bornOn: string): readonly PlannedDay[] {
  const context = contextOf(getKind(wanted.kind), wanted);
  return context ? nearestSchedule(workerOf(wanted, bornOn), wanted.days, context) : wanted.days;
}

/**
 * The safety approver accepts the warnings of a plan as she saw them, with a reason that is kept. Refuses with `plan/changed-meanwhile` when the plan isn't
 * the one she saw, and with `plan/forbidden` when a rule forbids it: nobody accepts that.
 */
export async function acceptWarnings(
  deps: PlanDeps,
  place: PlanPlace,
  { by, reason, seen }: { by: string; reason: string; seen: number },
): Promise<void> {
  const { school } = place.activity;
  const { plan, judged } = await viewPlan(deps, place);
  if (!plan || !judged || plan.version !== seen) throw new Problem('plan/changed-meanwhile', { seen });
  if (blocksOf(judged.findings).length > 0) throw new Problem('plan/forbidden', { plan: plan.id });
  const open = openWarnings(judged.findings, plan.accepted);
  if (open.length === 0) return;
  const at = deps.now().toISOString();
  const added = open.map(({ rule, on, value }) => ({ rule, ...(on && { on }), value, reason, by, at }));
  const accepted = [...plan.accepted, ...added];
  const fact = { at, actor: by, action: 'plan/warnings-accepted', object: `placementPlans/${plan.id}` };
  await deps.store.commit([
    change(placementPlans, plan, { accepted }),
    audit(school, { ...fact, before: contentHash(plan.accepted), after: contentHash(accepted) }),
  ]);
}
