import type { PlanWanted } from '@buitenboord/shared/domain/placement/placement-plan.js';
import { aDay, monday } from './schedules.js';

/** A plan of one day that nobody has anything against. */
export function aPlanWanted(fields: Partial<PlanWanted> = {}): PlanWanted {
  return {
    kind: 'blockPlacement',
    setting: 'other',
    doesTasks: false,
    days: [aDay(monday, '09:00', '15:30')],
    schoolWeek: [0, 0, 0, 0, 0, 0, 0],
    holidays: [],
    sideJob: { dayMinutes: 0, weekMinutes: 0 },
    tasks: 'Je helpt mee.',
    hazards: [],
    supervision: 'near',
    ...fields,
  };
}
