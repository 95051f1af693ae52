import type { RoundingRegime } from '../../domain/grade/rounding.js';
import { roundingIn, withChoice, type RoundingChoice } from '../../domain/grade/school-rounding.js';
import { schoolYearAfter } from '../../domain/pta/next-year.js';
import { dutchDay, schoolYearOf } from '../../domain/pta/school-year.js';
import type { Clock } from '../../ports/clock.js';
import { Problem } from '../../problem.js';
import { contentHash } from '../../store/audit.js';
import { schools, settledGrades } from '../../store/collections.js';
import { decideAgain } from '../../store/decide-again.js';
import { audit, change, type Store } from '../../store/port.js';

interface Deps {
  store: Store;
  now: Clock;
}

/** How a school rounds now, what it chose and when, and whether another choice would begin next year only. */
export interface SchoolRounding {
  regime: RoundingRegime | undefined;
  choices: readonly RoundingChoice[];
  /** Grades that count were settled this school year: another choice waits for the next. */
  isFixed: boolean;
  /** The school year from which a choice made today holds. */
  nextFrom: string;
}

/** What a school chose for rounding inside the school exam. */
export async function schoolRounding({ store, now }: Deps, school: string): Promise<SchoolRounding> {
  const { seRounding: choices = [] } = await schoolOf(store, school);
  const year = schoolYearOf(dutchDay(now()));
  const isFixed = choices.length > 0 && (await hasNumbersSince(store, school, year));
  return { regime: roundingIn(choices, year), choices, isFixed, nextFrom: isFixed ? schoolYearAfter(year) : year };
}

/**
 * Chooses how the school rounds. It holds from this school year on, or from the next one when numbers that count were settled this year: every student
 * of a year is treated alike. Choosing what holds already changes nothing.
 */
export async function chooseRounding(
  deps: Deps,
  { school, actor, regime }: { school: string; actor: string; regime: RoundingRegime },
): Promise<void> {
  const { store, now } = deps;
  await decideAgain(async () => {
    const stored = await schoolOf(store, school);
    const { nextFrom: from } = await schoolRounding(deps, school);
    if (roundingIn(stored.seRounding, from) === regime) return;
    const at = now().toISOString();
    const seRounding = withChoice(stored.seRounding, { regime, from, chosenAt: at });
    const fact = {
      at,
      actor,
      action: 'school/rounding-chosen',
      object: `schools/${school}`,
      after: contentHash([regime, from]),
    };
    await store.commit([change(schools, stored, { seRounding }), audit(school, fact)]);
  });
}

/** Refuses with `grade/rounding-not-chosen` while the school has chosen nothing. */
export async function insistOnRounding(store: Store, school: string): Promise<void> {
  const { seRounding = [] } = await schoolOf(store, school);
  if (seRounding.length === 0) throw new Problem('grade/rounding-not-chosen', { school });
}

async function schoolOf(store: Store, id: string) {
  const school = await store.get(schools, { id });
  if (!school) throw new Problem('school/unknown', { school: id });
  return school;
}

async function hasNumbersSince(store: Store, school: string, schoolYear: string): Promise<boolean> {
  const begin = `${schoolYear.slice(0, 4)}-08-01`;
  const counting = { field: 'component', from: 'pta:', below: 'pta;' } as const;
  for await (const { value, settledAt } of store.each(settledGrades, { where: { school }, range: counting })) {
    if (value.kind === 'tenths' && dutchDay(new Date(settledAt)) >= begin) return true;
  }
  return false;
}
