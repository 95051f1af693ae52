import { z } from 'zod';
import { activityKindIds } from '@buitenboord/shared/domain/activity/activity-kind.js';
import { getKind } from '@buitenboord/shared/domain/activity/kinds.js';
import { contextOf } from '@buitenboord/shared/domain/placement/check-plan.js';
import { checkSchedule } from '@buitenboord/shared/domain/safety/check-schedule.js';
import { checkTasks } from '@buitenboord/shared/domain/safety/check-tasks.js';
import { addDays, weekdayOf, type Day } from '@buitenboord/shared/domain/safety/dutch-clock.js';
import { blocksOf, type Finding } from '@buitenboord/shared/domain/safety/finding.js';
import type { PlannedDay } from '@buitenboord/shared/domain/safety/planned-day.js';
import { hazards, settings, supervisions, type WorkContext } from '@buitenboord/shared/domain/safety/work-context.js';

export const ages = [12, 13, 14, 15, 16, 17, 18] as const;
const Clock = z.string().regex(/^\d\d:\d\d$/u);

/** One tick or several: a browser sends a string or a list. */
const several = z.preprocess((sent) => (sent === undefined ? [] : [sent].flat()), z.array(z.enum(hazards)).max(40));

/** The question. It names nobody, so it may stand in an address. What can't be read counts as not asked. */
export const Question = z.object({
  age: z.coerce.number().int().min(10).max(24).catch(15),
  kind: z.enum(activityKindIds).catch('blockPlacement'),
  setting: z.enum(settings).catch('other'),
  doesTasks: z.literal('yes').optional().catch(undefined),
  weekday: z.coerce.number().int().min(1).max(7).catch(2),
  from: Clock.catch('09:00'),
  to: Clock.catch('15:30'),
  pause: z.coerce.number().int().min(0).max(240).catch(30),
  school: z.coerce.number().min(0).max(12).catch(0),
  hazard: several.catch([]),
  supervision: z.enum(supervisions).catch('near'),
  asked: z.literal('yes').optional().catch(undefined),
});
export type Question = z.infer<typeof Question>;

export interface Answer {
  verdict: 'yes' | 'ask' | 'no' | 'noWork';
  findings: readonly Finding[];
  work: WorkContext | undefined;
}

/** Whether somebody of this age may do this, on such a day of the week. */
export function answerTo(question: Question, today: Day): Answer {
  const { age, kind, setting, doesTasks, hazard, supervision } = question;
  const context = contextOf(getKind(kind), { setting, doesTasks: doesTasks === 'yes' });
  if (!context || context.work === 'visit') return { verdict: 'noWork', findings: [], work: context?.work };
  const day = dayOf(question, today);
  const person = {
    // Exactly this old: a birthday on the day itself.
    bornOn: `${Number(day.date.slice(0, 4)) - age}${day.date.slice(4)}`,
    schoolWeek: [0, 0, 0, 0, 0, 0, 0],
    holidays: [],
    sideJob: { dayMinutes: 0, weekMinutes: 0 },
  };
  const findings = [...checkSchedule(person, [day], context), ...checkTasks(age, context, hazard, supervision)];
  // Of a day of the week it is not the date that matters.
  const dateless = findings.map(({ on: _on, ...found }) => found);
  const verdict = blocksOf(findings).length > 0 ? 'no' : findings.length > 0 ? 'ask' : 'yes';
  return { verdict, findings: dateless, work: context.work };
}

function dayOf({ weekday, from, to, pause, school }: Question, today: Day): PlannedDay {
  const date = addDays(today, (weekday - weekdayOf(today) + 7) % 7);
  const breaks = pause > 0 ? [pause] : [];
  return { date, from, to, breaks, ...(school > 0 && { schoolMinutes: Math.round(school * 60) }) };
}
