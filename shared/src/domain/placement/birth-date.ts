import { z } from 'zod';
import { ageOn } from '../safety/age.js';
import type { Day } from '../safety/dutch-clock.js';
import { schoolYearOf } from '../pta/school-year.js';

/** When a student was born: kept apart from the person, so that nothing reads it but the rules on work. */
export const BirthDate = z.strictObject({
  student: z.string(),
  bornOn: z.iso.date(),
  enteredBy: z.string(),
  enteredAt: z.iso.datetime(),
  /** Forgotten after this day. */
  keepUntil: z.iso.date(),
});
export type BirthDate = z.infer<typeof BirthDate>;

/** Nobody at a vmbo is younger or older: a slip of the keyboard, then. */
export function isLikely(bornOn: Day, today: Day): boolean {
  const age = ageOn(bornOn, today);
  return age >= 10 && age <= 24;
}

/** Until when a date of birth is needed: the end of the next school year, so that a student of year 3 is asked once. */
export function keptUntil(today: Day): Day {
  return `${Number(schoolYearOf(today).slice(0, 4)) + 2}-07-31`;
}
