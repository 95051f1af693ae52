import { closesWork } from '../../domain/evidence/may-do.js';
import type { Placement } from '../../domain/company/company.js';
import { workedDays } from '../../domain/placement/check-plan.js';
import { findElective, findSubtask } from '../../domain/programme/electives.js';
import { dutchDay } from '../../domain/pta/school-year.js';
import type { Clock } from '../../ports/clock.js';
import { activities, placementPlans, placements, settledGrades } from '../../store/collections.js';
import type { Store, Stored } from '../../store/port.js';
import { planId } from '../placement/view-plan.js';
import type { FileOwner } from './find-entry.js';

interface Deps {
  store: Store;
  now: Clock;
}

/** What a school further on may know of a student's time at a company: no grade, nobody's name, nothing about health or care. */
export interface DonePlacement {
  id: string;
  company: string;
  task: string;
  elective: string | undefined;
  /** What the assignment covers of it. */
  subtasks: readonly string[];
  /** The planned days until today. Undefined where none were planned. */
  days: { first: string; last: string; count: number } | undefined;
  /** Clock hours: of the planned days, or as the assignment was meant. */
  hours: number;
  hoursAre: 'planned' | 'meant';
}

/** Where the student worked, oldest first: what was settled, or of which planned days are over. */
export async function donePlacements(deps: Deps, owner: FileOwner): Promise<DonePlacement[]> {
  const { school, student } = owner;
  const { items } = await deps.store.find(placements, { where: { school, student }, limit: 500 });
  const inOrder = [...items].sort((one, other) => (one.namedAt < other.namedAt ? -1 : 1));
  return (await Promise.all(inOrder.map((placement) => donePlacement(deps, placement)))).flat();
}

async function donePlacement({ store, now }: Deps, placement: Stored<Placement, 'school'>): Promise<DonePlacement[]> {
  const { school, activity: id, student, companyName } = placement;
  const [activity, plan, grades] = await Promise.all([
    store.get(activities, { school, id }),
    store.get(placementPlans, { school, id: planId(id, student) }),
    store.find(settledGrades, { where: { school, activity: id, student }, limit: 100 }),
  ]);
  const today = dutchDay(now());
  const worked = workedDays(plan?.days ?? [])
    .filter(({ date }) => date <= today)
    .sort((one, other) => (one.date < other.date ? -1 : 1));
  const isSettled = grades.items.some(({ value }) => closesWork(value));
  if (!activity || (worked.length === 0 && !isSettled)) return [];
  const [first, last] = [worked[0], worked.at(-1)];
  const minutes = worked.reduce((sum, day) => sum + day.minutes, 0);
  return [
    {
      id: placement.id,
      company: companyName,
      task: activity.title,
      elective: findElective(activity.elective ?? '')?.title,
      subtasks: activity.subtasks.flatMap((each) => findSubtask(each)?.subtask.title ?? []),
      days: first && last && { first: first.date, last: last.date, count: worked.length },
      hours: worked.length > 0 ? Math.round(minutes / 60) : activity.hours,
      hoursAre: worked.length > 0 ? 'planned' : 'meant',
    },
  ];
}
