import { z } from 'zod';
import { SloId } from './programme-records.js';

/** What a school says of an elective: whether it offers it, and whether it suits practice at a company. */
export const ElectiveOffering = z.strictObject({
  elective: SloId,
  offered: z.boolean(),
  suitsPractice: z.boolean(),
  changedBy: z.string(),
  changedAt: z.iso.datetime(),
});
export type ElectiveOffering = z.infer<typeof ElectiveOffering>;

const hours = z.int().min(1).max(400);

/** How many clock hours an elective takes at a school: a band, advice and no limit. */
export const HoursBand = z
  .strictObject({ hoursFrom: hours, hoursTo: hours })
  .refine(({ hoursFrom, hoursTo }) => hoursFrom <= hoursTo);
export type HoursBand = z.infer<typeof HoursBand>;

/** What holds until a school says otherwise: 80 to 100 clock hours. */
export const usualHours: HoursBand = { hoursFrom: 80, hoursTo: 100 };

/** A school's own band. */
export const ProgrammeSettings = z.strictObject({
  hoursFrom: hours,
  hoursTo: hours,
  changedBy: z.string(),
  changedAt: z.iso.datetime(),
});
export type ProgrammeSettings = z.infer<typeof ProgrammeSettings>;
