import { z } from 'zod';
import { activityKindIds, type ActivityKindId } from '@buitenboord/shared/domain/activity/activity-kind.js';
import type { PlacementPlan, PlanWanted } from '@buitenboord/shared/domain/placement/placement-plan.js';
import { PlacementPlan as PlanSchema } from '@buitenboord/shared/domain/placement/placement-plan.js';
import { addDays, weekdayOf } from '@buitenboord/shared/domain/safety/dutch-clock.js';
import { PlannedDay } from '@buitenboord/shared/domain/safety/planned-day.js';

/** The form as it was typed: shown again when something isn't right, so that nothing is lost. */
export type TypedPlan = Readonly<Record<string, string | readonly string[]>>;

export const mostDays = 200;
export const holidayRows = 3;
const Fields = z.record(
  z.string().max(40),
  z.union([z.string().max(2500), z.array(z.string().max(80)).max(mostDays + 1)]),
);

export type PlanField =
  | 'days'
  | 'schoolHours'
  | 'schoolSameDay'
  | 'jobDay'
  | 'jobWeek'
  | 'holidays'
  | 'tasks'
  | 'recognition'
  | 'entree'
  | 'fill'
  | 'other';

export interface PlanErrors {
  fields: ReadonlySet<PlanField>;
  /** Rows that can't be read, by their place. */
  rows: ReadonlySet<number>;
}
export const noErrors: PlanErrors = { fields: new Set(), rows: new Set() };

export type ParsedPlan = { kind: 'right'; wanted: PlanWanted } | { kind: 'wrong'; errors: PlanErrors };

export function typedPlan(body: unknown): TypedPlan {
  return Fields.parse(body ?? {});
}

export function one(typed: TypedPlan, name: string): string {
  const value = typed[name];
  return (typeof value === 'string' ? value : (value?.[0] ?? '')).replace(/\r\n/gu, '\n');
}

export function all(typed: TypedPlan, name: string): readonly string[] {
  const value = typed[name];
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
}

export interface DayRow {
  date: string;
  from: string;
  to: string;
  breaks: string;
}

/** The rows with something in them. */
export function rowsOf(typed: TypedPlan): DayRow[] {
  const [from, to, breaks] = [all(typed, 'from'), all(typed, 'to'), all(typed, 'breaks')];
  return all(typed, 'date')
    .map((date, place) => ({ date, from: from[place] ?? '', to: to[place] ?? '', breaks: breaks[place] ?? '' }))
    .filter(({ date }) => date !== '');
}

/** Puts rows in the place of those that were typed. */
export function withRows(typed: TypedPlan, rows: readonly DayRow[]): TypedPlan {
  return {
    ...typed,
    date: rows.map(({ date }) => date),
    from: rows.map(({ from }) => from),
    to: rows.map(({ to }) => to),
    breaks: rows.map(({ breaks }) => breaks),
  };
}

export function rowOf({ date, from, to, breaks }: PlannedDay): DayRow {
  return { date, from, to, breaks: breaks.join('+') };
}

/** The days of the pattern: each chosen weekday of the period at the same hours, outside the holidays. Undefined when the pattern isn't whole. */
export function filledRows(typed: TypedPlan): DayRow[] | undefined {
  const [first, last] = [one(typed, 'first'), one(typed, 'last') || one(typed, 'first')];
  const [from, to] = [one(typed, 'fillFrom'), one(typed, 'fillTo')];
  const dates = z.tuple([z.iso.date(), z.iso.date()]).safeParse([first, last]);
  if (!dates.success || last < first || from === '' || to === '') return undefined;
  const holidays = one(typed, 'kind') === 'communityService' ? [] : (holidaysOf(typed) ?? []);
  const weekdays = all(typed, 'weekday').map(Number);
  const rows: DayRow[] = [];
  for (let date = first; date <= last && rows.length < mostDays; date = addDays(date, 1)) {
    const isChosen = weekdays.length === 0 ? weekdayOf(date) <= 5 : weekdays.includes(weekdayOf(date));
    if (!isChosen || holidays.some((period) => date >= period.from && date <= period.to)) continue;
    rows.push({ date, from, to, breaks: one(typed, 'fillBreaks') });
  }
  return rows;
}

/** From what was typed to a plan, or everything that isn't right. */
export function parsePlanForm(typed: TypedPlan): ParsedPlan {
  const fields = new Set<PlanField>();
  const [days, rows] = daysOf(typed);
  if (rows.size > 0 || days.length === 0 || days.length > mostDays) fields.add('days');
  const noteMissing = <T>(field: PlanField, value: T | undefined): T | undefined => {
    if (value === undefined) fields.add(field);
    return value;
  };
  const school = noteMissing('schoolHours', minutesOf(one(typed, 'schoolHours') || '0', 12));
  noteMissing('schoolSameDay', minutesOf(one(typed, 'schoolSameDay') || '0', 12));
  const dayMinutes = noteMissing('jobDay', minutesOf(one(typed, 'jobDay') || '0', 12));
  const weekMinutes = noteMissing('jobWeek', minutesOf(one(typed, 'jobWeek') || '0', 60));
  const holidays = noteMissing('holidays', holidaysOf(typed));
  const recognition = noteMissing('recognition', recognitionOf(typed));
  const entree = noteMissing('entree', entreeOf(typed));
  const wanted = {
    ...{ kind: one(typed, 'kind'), setting: one(typed, 'setting') || 'other' },
    doesTasks: one(typed, 'doesTasks') === 'yes',
    days,
    schoolWeek: [1, 2, 3, 4, 5, 6, 7].map((weekday) => (weekday <= 5 ? (school ?? 0) : 0)),
    holidays: holidays ?? [],
    sideJob: { dayMinutes: dayMinutes ?? 0, weekMinutes: weekMinutes ?? 0 },
    tasks: one(typed, 'tasks').trim(),
    hazards: [...new Set(all(typed, 'hazard'))],
    supervision: one(typed, 'supervision') || 'near',
    ...recognition,
    ...entree,
  };
  const parsed = Wanted.safeParse(wanted);
  if (!parsed.success && fields.size === 0) fields.add('other');
  return parsed.success && fields.size === 0
    ? { kind: 'right', wanted: parsed.data }
    : { kind: 'wrong', errors: { fields, rows } };
}

const Wanted = PlanSchema.omit({ activity: true, student: true, accepted: true, savedBy: true, savedAt: true });

function daysOf(typed: TypedPlan): [PlannedDay[], Set<number>] {
  const wrong = new Set<number>();
  const sameDay = minutesOf(one(typed, 'schoolSameDay') || '0', 12) ?? 0;
  const seen = new Set<string>();
  const days = rowsOf(typed).flatMap(({ breaks, ...row }, place) => {
    const parsed = PlannedDay.safeParse({
      ...row,
      breaks: breaks.trim() === '' ? [] : breaks.split('+').map((piece) => Number(piece.trim())),
      ...(sameDay > 0 && { schoolMinutes: sameDay }),
    });
    if (!parsed.success || seen.has(row.date)) {
      wrong.add(place);
      return [];
    }
    seen.add(row.date);
    return [parsed.data];
  });
  return [days, wrong];
}

/** "5,5" hours as minutes; undefined for what is no number of hours, or too many. */
function minutesOf(typed: string, mostHours: number): number | undefined {
  const hours = Number(typed.trim().replace(',', '.'));
  return Number.isFinite(hours) && hours >= 0 && hours <= mostHours ? Math.round(hours * 60) : undefined;
}

function holidaysOf(typed: TypedPlan): { from: string; to: string }[] | undefined {
  const until = all(typed, 'holidayTo');
  const periods = all(typed, 'holidayFrom')
    .map((from, place) => ({ from, to: until[place] ?? '' }))
    .filter(({ from, to }) => from !== '' || to !== '');
  const parsed = z
    .array(z.strictObject({ from: z.iso.date(), to: z.iso.date() }).refine(({ from, to }) => from <= to))
    .safeParse(periods);
  return parsed.data;
}

/** Nothing typed is right too: the rules say whether the kind needs it. */
function recognitionOf(typed: TypedPlan): Pick<PlanWanted, 'recognition'> | undefined {
  const recognition = { number: one(typed, 'sbbNumber').trim(), checkedOn: one(typed, 'sbbCheckedOn') };
  if (recognition.number === '' && recognition.checkedOn === '') return {};
  const isWhole = recognition.number !== '' && z.iso.date().safeParse(recognition.checkedOn).success;
  return isWhole ? { recognition } : undefined;
}

function entreeOf(typed: TypedPlan): Pick<PlanWanted, 'entree'> | undefined {
  if (one(typed, 'kind') !== 'entreeBpv' || one(typed, 'teachingHours') === '') return {};
  const teachingMinutes = minutesOf(one(typed, 'teachingHours'), 2000);
  if (teachingMinutes === undefined || teachingMinutes < 60) return undefined;
  return { entree: { route: one(typed, 'route') === 'bbl' ? 'bbl' : 'bol', teachingMinutes } };
}

/** A plan as the form shows it. */
export function toTyped(plan: PlacementPlan): TypedPlan {
  const hours = (minutes: number) => (minutes === 0 ? '' : String(minutes / 60));
  const { recognition, entree } = plan;
  return withRows(
    {
      kind: plan.kind,
      setting: plan.setting,
      ...(plan.doesTasks && { doesTasks: 'yes' }),
      schoolHours: hours(plan.schoolWeek[0] ?? 0),
      schoolSameDay: hours(plan.days[0]?.schoolMinutes ?? 0),
      jobDay: hours(plan.sideJob.dayMinutes),
      jobWeek: hours(plan.sideJob.weekMinutes),
      holidayFrom: plan.holidays.map(({ from }) => from),
      holidayTo: plan.holidays.map(({ to }) => to),
      tasks: plan.tasks,
      hazard: plan.hazards,
      supervision: plan.supervision,
      ...(recognition && { sbbNumber: recognition.number, sbbCheckedOn: recognition.checkedOn }),
      ...(entree && { route: entree.route, teachingHours: hours(entree.teachingMinutes) }),
    },
    plan.days.map(rowOf),
  );
}

/** What the form begins with: the kind of the activity, an ordinary school week, an ordinary day. */
export function startOf(kind: ActivityKindId): TypedPlan {
  const day = { fillFrom: '09:00', fillTo: '15:30', fillBreaks: '30' };
  return { kind, setting: 'other', supervision: 'near', schoolHours: '6', weekday: ['1', '2', '3', '4', '5'], ...day };
}

export function chosenKind(typed: TypedPlan): ActivityKindId {
  const kind = one(typed, 'kind');
  return activityKindIds.find((id) => id === kind) ?? 'blockPlacement';
}
