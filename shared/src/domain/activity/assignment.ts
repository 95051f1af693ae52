import { z } from 'zod';
import { moments } from '../assessment/moment.js';
import { scales } from '../grade/grade-value.js';
import { activityAims, activityKindIds } from './activity-kind.js';

const line = (max: number) => z.string().trim().min(1).max(max);

/** What a student can be asked to show. */
export const evidenceKinds = ['photo', 'video', 'document', 'text'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

export const EvidenceAsked = z.strictObject({ kind: z.enum(evidenceKinds), count: z.int().min(1).max(10) });
export type EvidenceAsked = z.infer<typeof EvidenceAsked>;

/** One question to the company in plain words, with behaviour at each of the three levels. */
export const Criterion = z.strictObject({
  title: line(120),
  behaviour: z.strictObject({ practise: line(200), sufficient: line(200), good: line(200) }),
});
export type Criterion = z.infer<typeof Criterion>;

/** What an assignment asks: in the bank, and copied as it was when it was chosen for a course. */
const asked = {
  title: line(120),
  /** The task in plain language, short sentences, one a line. */
  task: line(4000),
  /** Rules for working safely, in plain language; may be empty. */
  safety: z.string().max(2000),
  elective: z.string().max(64).optional(),
  subtasks: z.array(z.string().max(64)).max(20),
  evidence: z.array(EvidenceAsked).min(1).max(4),
  rubric: z.array(Criterion).min(3).max(5),
  hours: z.int().min(0).max(2000),
  /** Absent in records from before there were kinds: `kindOf` and `aimsOf` say what those are. */
  kind: z.enum(activityKindIds).optional(),
  aims: z.array(z.enum(activityAims)).max(activityAims.length).optional(),
};

/** An assignment of the school's bank: what to do, what to show, what to look at. It knows nothing of a course. */
export const Assignment = z.strictObject({
  ...asked,
  state: z.enum(['bank', 'archived']),
  madeBy: z.string(),
  madeAt: z.iso.datetime(),
});
export type Assignment = z.infer<typeof Assignment>;

/** What the judgement of an activity is worth. */
export const Counting = z.discriminatedUnion('kind', [
  /** Counts for the school exam: a component of an adopted PTA. */
  z.strictObject({
    kind: z.literal('pta'),
    line: z.string(),
    code: z.string(),
    scale: z.enum(scales),
  }),
  /** Formative: no grade, or a judgement that doesn't count. */
  z.strictObject({ kind: z.literal('formative') }),
]);
export type Counting = z.infer<typeof Counting>;

/** An assignment carried out in a course: a copy of the assignment's text as it was chosen, a due date, and what it counts for. */
export const Activity = z.strictObject({
  course: z.string(),
  assignment: z.string(),
  ...asked,
  dueOn: z.iso.date().optional(),
  counting: Counting,
  /** When it is assessed besides at the end; absent: only then. */
  moments: z.array(z.enum(moments)).max(moments.length).optional(),
  /** The resource link of the LMS, once somebody opened it. One link, one activity. */
  resourceLink: z.string().optional(),
  /** The gradebook column, once the LMS told it. */
  lineItem: z.string().max(2048).optional(),
  /** The activity this one was copied from, with a course or inside it. */
  copiedFrom: z.string().optional(),
  madeBy: z.string(),
  madeAt: z.iso.datetime(),
});
export type Activity = z.infer<typeof Activity>;

/** Whether the gradebook of the LMS gets a column: only for a number that counts (an LMS column holds numbers). */
export function hasGradebookColumn(counting: Counting): boolean {
  return counting.kind === 'pta' && counting.scale === 'number';
}

/** A course of the LMS, and for whom it is. */
export const Course = z.strictObject({
  platform: z.string(),
  deployment: z.string().max(255),
  /** The course's id in the LMS. */
  context: z.string().max(255),
  title: z.string().max(500),
  label: z.string().max(255),
  cohort: z.string().optional(),
  leerweg: z.enum(['bb', 'kb', 'gl', 'tl']).optional(),
  membershipsUrl: z.string().max(2048).optional(),
  lineItemsUrl: z.string().max(2048).optional(),
  /** The scopes that the platform named in its last launch. */
  scopes: z.array(z.string().max(255)).max(20),
  rosterReadAt: z.iso.datetime().optional(),
  /** When all of the class list was read, and not only what changed. */
  rosterWholeAt: z.iso.datetime().optional(),
  /** Where the platform tells what changed since it was last asked (NRPS 2.0 §2.4.3). */
  rosterDifferencesUrl: z.string().max(4096).optional(),
  /** Why the class list couldn't be read when it was last tried; gone once it could. */
  rosterFailure: z
    .strictObject({ code: z.string().max(64), at: z.iso.datetime(), retryAt: z.iso.datetime().optional() })
    .optional(),
  /** The course it was copied from, when we know that one. */
  copiedFrom: z.string().optional(),
});
export type Course = z.infer<typeof Course>;
