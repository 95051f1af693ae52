import { isLikely, keptUntil, type BirthDate } from '../../domain/placement/birth-date.js';
import { dutchDay, schoolYearOf } from '../../domain/pta/school-year.js';
import { assumedBirthDate, yearLevelOf } from '../../domain/safety/age.js';
import type { Clock } from '../../ports/clock.js';
import { Problem } from '../../problem.js';
import { birthDates, courses, schools } from '../../store/collections.js';
import { decideAgain } from '../../store/decide-again.js';
import { audit, put, type Store } from '../../store/port.js';

interface Deps {
  store: Store;
  now: Clock;
}

export interface Birth {
  bornOn: string;
  /** Nobody entered it: the youngest that the year level has. */
  isAssumed: boolean;
  /** Of the course, when its cohort says it. */
  yearLevel: number | undefined;
}

/** When a student was born, or the strictest that her year level allows. */
export async function birthOf(
  { store, now }: Deps,
  { school, course, student }: { school: string; course: string; student: string },
): Promise<Birth> {
  const [known, place] = await Promise.all([
    store.get(birthDates, { school, id: student }),
    store.get(courses, { school, id: course }),
  ]);
  const schoolYear = schoolYearOf(dutchDay(now()));
  const yearLevel = yearLevelOf(place?.cohort, schoolYear);
  if (known) return { bornOn: known.bornOn, isAssumed: false, yearLevel };
  return { bornOn: assumedBirthDate(yearLevel, schoolYear), isAssumed: true, yearLevel };
}

/**
 * Keeps a student's date of birth, or refuses an unlikely one with `plan/birth-date-unlikely`. The audit trail says that it was entered, without a hash:
 * there are so few days that a hash would tell which.
 */
export async function enterBirthDate(
  { store, now }: Deps,
  { school, student, bornOn, by }: { school: string; student: string; bornOn: string; by: string },
): Promise<void> {
  const today = dutchDay(now());
  if (!isLikely(bornOn, today)) throw new Problem('plan/birth-date-unlikely', { student });
  await decideAgain(async () => {
    const known = await store.get(birthDates, { school, id: student });
    if (known?.bornOn === bornOn) return;
    const at = now().toISOString();
    const value: BirthDate = { student, bornOn, enteredBy: by, enteredAt: at, keepUntil: keptUntil(today) };
    const action = known ? 'birth-date/corrected' : 'birth-date/entered';
    const fact = { at, actor: by, action, object: `birthDates/${student}` };
    await store.commit([put(birthDates, { school, id: student }, value, known?.version ?? 0), audit(school, fact)]);
  });
}

/** Lets go of the dates of birth that are no longer needed; answers how many. */
export async function forgetBirthDates({ store, now }: Deps): Promise<number> {
  let forgotten = 0;
  for await (const { id: school } of store.each(schools, { where: {} })) {
    const range = { field: 'keepUntil', below: dutchDay(now()) } as const;
    forgotten += await store.forget(birthDates, { where: { school }, range });
  }
  return forgotten;
}
