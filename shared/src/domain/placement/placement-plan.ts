import { z } from 'zod';
import { activityKindIds } from '../activity/activity-kind.js';
import { PlannedDay } from '../safety/planned-day.js';
import { hazards, settings, supervisions } from '../safety/work-context.js';

const Minutes = z
  .int()
  .min(0)
  .max(7 * 24 * 60);
const Period = z.strictObject({ from: z.iso.date(), to: z.iso.date() });

/** A warning that the safety approver accepted, and why. It is about that rule on that day with that value and no other. */
export const AcceptedWarning = z.strictObject({
  rule: z.string().max(80),
  on: z.iso.date().optional(),
  value: z.number(),
  reason: z.string().trim().min(10).max(1000),
  by: z.string(),
  at: z.iso.datetime(),
});
export type AcceptedWarning = z.infer<typeof AcceptedWarning>;

/** When a student is where, and what she does there. One per activity and student. */
export const PlacementPlan = z.strictObject({
  activity: z.string(),
  student: z.string(),
  kind: z.enum(activityKindIds),
  setting: z.enum(settings),
  /** On a visit: the student does something too. */
  doesTasks: z.boolean(),
  days: z.array(PlannedDay).min(1).max(200),
  /** Minutes at school on an ordinary Monday … Sunday, breaks included. */
  schoolWeek: z.array(Minutes).length(7),
  holidays: z.array(Period).max(10),
  sideJob: z.strictObject({ dayMinutes: Minutes, weekMinutes: Minutes }),
  tasks: z.string().max(2000),
  hazards: z.array(z.enum(hazards)).max(hazards.length),
  supervision: z.enum(supervisions),
  /** The company's recognition by SBB, where the kind needs it. */
  recognition: z.strictObject({ number: z.string().trim().min(1).max(40), checkedOn: z.iso.date() }).optional(),
  entree: z
    .strictObject({
      route: z.enum(['bol', 'bbl']),
      teachingMinutes: z
        .int()
        .min(60)
        .max(2000 * 60),
    })
    .optional(),
  accepted: z.array(AcceptedWarning).max(200),
  savedBy: z.string(),
  savedAt: z.iso.datetime(),
});
export type PlacementPlan = z.infer<typeof PlacementPlan>;

/** A plan as somebody typed it, before anything was said of it. */
export type PlanWanted = Omit<PlacementPlan, 'activity' | 'student' | 'accepted' | 'savedBy' | 'savedAt'>;
