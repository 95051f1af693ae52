import { expect, it } from '@jest/globals';
import { taskRules } from '@buitenboord/shared/domain/safety/task-rules.js';
import { timeRules } from '@buitenboord/shared/domain/safety/time-rules.js';
import type { Hazard } from '@buitenboord/shared/domain/safety/work-context.js';
import type { Measure, TimeRule } from '@buitenboord/shared/domain/safety/safety-rule.js';
import { withVmboData } from '../../../../support/vmbo-data.js';

interface Limits {
  allowed?: boolean;
  sundayAllowed?: boolean;
  onCall?: boolean;
  schoolTimeCounts?: boolean;
  breakAfterHours?: number;
  breakContiguous?: boolean;
  breakSplitMinutes?: number;
  window?: [string, string];
  restWindow?: [string, string];
  [name: string]: unknown;
}
interface Task {
  id: string;
  source: string;
  limitKg?: number;
  limitDbA?: number;
}
interface LawData {
  bands: { band: string; contexts: Record<string, Limits>; source: string }[];
  forbiddenUnder16: Task[];
  forbiddenUnder18: Task[];
  onlyUnderExpertSupervisionUnder18: Task[];
}

/** How the file names what we measure, and how many of our units one of its is. */
const numbers: readonly [name: string, measure: Measure, unit: number][] = [
  ['maxHoursPerDay', 'day', 60],
  ['maxHoursPerShift', 'day', 60],
  ['maxHoursPerWeek', 'week', 60],
  ['maxAvgHoursPerWeekOver4Weeks', 'average4', 60],
  ['maxAvgHoursPerWeekOver16Weeks', 'average16', 60],
  ['minRestHours', 'dailyRest', 60],
  ['minWeeklyRestHours', 'weeklyRest', 60],
  ['breakMinutes', 'break', 1],
  ['maxHoursSchoolDay', 'schoolDay', 60],
  ['maxHoursNonSchoolDay', 'freeDay', 60],
  ['maxHoursHolidayDay', 'freeDay', 60],
  ['maxHoursSchoolWeek', 'schoolWeek', 60],
  ['maxHoursHolidayWeek', 'holidayWeek', 60],
  ['maxDaysPerWeek', 'daysPerWeek', 1],
  ['maxHolidayWeeksPerYear', 'holidayWeeks', 1],
  ['maxConsecutiveHolidayWeeks', 'holidayWeeksInRow', 1],
];
const ages: Readonly<Record<string, number>> = { under13: 12, '13': 13, '14': 14, '15': 15, '16-17': 16, '18+': 18 };
const contextOf = { beroepsstage: 'placement', maatschappelijkeStage: 'communityService' } as const;

const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

const taskNames: Readonly<Record<string, Hazard>> = {
  psychosocial: 'mentalStrain',
  cash: 'cashRegister',
  posture: 'onePosture',
  lift: 'heavyLifting',
  pushpull: 'pushOrPull',
  ppe: 'protectiveEquipment',
  sea: 'sea',
  machines: 'machines',
  delivery: 'aloneDelivering',
  alcohol: 'alcohol',
  'haz-substances': 'toxicSubstances',
  bio: 'biologicalAgents',
  vessels: 'vessels',
  overpressure: 'overpressure',
  radiation: 'radiation',
  noise: 'noise',
  vibration: 'vibration',
  collapse: 'collapse',
  highvoltage: 'highVoltage',
  'explosive-corrosive': 'corrosiveOrExplosive',
  gases: 'pressurisedGas',
  tractor: 'tractor',
  animals: 'dangerousAnimals',
  piecework: 'pacedWork',
  general: 'riskAssessed',
};

withVmboData('working-time-rules.json', 'our rules beside the data they were read from', (json) => {
  const data = json as LawData;
  const cases = data.bands.flatMap(({ band, contexts }) =>
    Object.entries(contexts).flatMap(
      ([context, limits]): [string, number, 'placement' | 'communityService', Limits][] => {
        if (!(context in contextOf)) return [];
        const { sameAs } = limits as { sameAs?: string };
        const same = sameAs ? data.bands.find((each) => each.band === sameAs)!.contexts[context]! : limits;
        return [[`${band}, ${context}`, ages[band]!, contextOf[context as keyof typeof contextOf], same]];
      },
    ),
  );
  const rulesFor = (age: number, context: 'placement' | 'communityService', measure: Measure): TimeRule[] =>
    timeRules.filter(
      (rule) =>
        rule.measure === measure && age >= rule.ages[0] && age <= rule.ages[1] && rule.contexts.includes(context),
    );

  it.each(cases)('%s: every number is ours', (_title, age, context, limits) => {
    const limitOf = (measure: Measure) => rulesFor(age, context, measure)[0]?.limit;
    if (limits.allowed === false) expect(limitOf('noWork')).toBeDefined();
    if (limits.allowed === true) expect(limitOf('noWork')).toBeUndefined();
    for (const [name, measure, unit] of numbers) {
      if (limits[name] !== undefined) expect([name, limitOf(measure)]).toEqual([name, Number(limits[name]) * unit]);
    }
    if (limits.window) {
      expect([limitOf('earliest'), limitOf('latest')]).toEqual(limits.window.map(minutesOf));
    } else if (limits.restWindow) {
      const [night] = rulesFor(age, context, 'night');
      expect([night?.limit, night?.until]).toEqual(limits.restWindow.map(minutesOf));
    }
  });

  it.each(cases)('%s: breaks, Sundays and school time are as told', (_title, age, context, limits) => {
    const [pause] = rulesFor(age, context, 'break');
    if (limits.breakAfterHours !== undefined) expect(pause?.after).toBe(limits.breakAfterHours * 60);
    if (limits.breakContiguous) expect(pause?.piece).toBe(pause?.limit);
    if (limits.breakSplitMinutes !== undefined) expect(pause?.piece).toBe(limits.breakSplitMinutes);
    if (limits.sundayAllowed === false) expect(rulesFor(age, context, 'sunday')).toMatchObject([{ severity: 'block' }]);
    if (typeof limits.sunday === 'string') {
      expect(rulesFor(age, context, 'sunday')).toMatchObject([{ severity: 'warn' }]);
      const free = /(\d+) free Sundays per (\d+) weeks/u.exec(limits.sunday);
      if (free) {
        const measure = free[2] === '16' ? 'freeSundays16' : 'freeSundays52';
        expect(rulesFor(age, context, measure)).toMatchObject([{ limit: Number(free[1]) }]);
      }
    }
    if (limits.schoolTimeCounts) {
      for (const measure of ['day', 'week'] as const) {
        expect(rulesFor(age, context, measure)).toMatchObject([{ schoolCounts: true }]);
      }
    }
    if (limits.onCall === false) {
      const [from, upTo] = taskRules.find(({ hazard }) => hazard === 'onCall')!.ages;
      expect(age >= from && age <= upTo).toBe(true);
    }
  });

  const tasks = [
    ...data.forbiddenUnder16.filter(({ id }) => id !== 'youth-special').map((task) => ({ ...task, upTo: 15 })),
    ...data.forbiddenUnder18.map((task) => ({ ...task, upTo: 17 })),
    ...data.onlyUnderExpertSupervisionUnder18.map((task) => ({ ...task, upTo: 17 })),
  ];
  it.each(tasks)('the task $id is in our table, for the same ages and by the same article', (task) => {
    const ours = taskRules.filter(({ hazard }) => hazard === taskNames[task.id]);
    expect(Math.max(...ours.map(({ ages: [, upTo] }) => upTo))).toBe(task.upTo);
    const limit = task.limitKg ?? task.limitDbA;
    if (limit !== undefined) expect(ours[0]?.limit).toBe(limit);
    const [, article] = /art\. (\d+[.:]\d+)/u.exec(task.source)!;
    expect(ours.some(({ source }) => source.includes(article!))).toBe(true);
  });

  it('what asks for an expert under 18 is no light work under 16', () => {
    for (const { id } of data.onlyUnderExpertSupervisionUnder18) {
      const ours = taskRules.filter(({ hazard }) => hazard === taskNames[id]);
      expect(ours.map(({ ages: [, upTo] }) => upTo).sort()).toEqual([15, 17]);
    }
  });
});
