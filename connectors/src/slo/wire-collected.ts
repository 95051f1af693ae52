import { z } from 'zod';
import { profiles } from '@buitenboord/shared/domain/programme/elective.js';
import { leerwegen } from '@buitenboord/shared/domain/pta/pta.js';

/** SLO's data put together by others: one list per file, with what belongs together in one row. Loose, as in wire.ts. */
const Leerwegen = z.array(z.enum(leerwegen)).min(1);
const entity = { sloId: z.guid(), sloPrefix: z.string().min(1).max(40) };
const title = z.string().trim().min(1).max(1000);
const text = z.string().trim().min(1).max(4000);
const code = z
  .string()
  .regex(/^\d{4}$/u)
  .nullable();

const Subtask = z.object({ ...entity, title, leerwegen: Leerwegen });
const unit = { ...entity, title, officialSubjectCode: code, taken: z.array(text), deeltaken: z.array(Subtask) };

export const Meta = z.object({
  sources: z.array(z.object({ id: z.string(), commit_date: z.iso.date().optional() })).optional(),
});

/** What a row of each list looks like, by the name of the list. */
export const collectedLists = {
  electives: z.object({ ...unit, profile: z.enum(profiles) }),
  profiles: z.object({ code: z.enum(profiles), modules: z.array(z.object(unit)) }),
  eindtermen: z.object({ ...entity, deeltaakSloId: z.guid(), text, leerwegen: Leerwegen }),
  kerndelen: z.object({
    ...entity,
    title,
    profile: z.enum(profiles),
    eindtermen: z.array(z.object({ ...entity, text, leerwegen: Leerwegen })).min(1),
  }),
} as const;
export type CollectedListName = keyof typeof collectedLists;
