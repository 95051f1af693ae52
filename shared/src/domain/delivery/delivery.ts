import { z } from 'zod';

/** One set of states for everything that leaves. Only `confirmed` may be worded "staat in …" (architecture.md §5). */
export const deliveryStates = [
  'ready',
  'sent',
  'received',
  'registered',
  'confirmed',
  'rejected',
  'unknown',
  'withdrawn',
  'parked',
] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** Why something did not arrive, each with something a person can do (text/words/delivery.ts). */
export const deliveryReasons = [
  /** The teacher changed this grade in the LMS: hers stays until somebody chooses. */
  'changed-in-lms',
  /** Refused as too old again and again, while an earlier grade of ours stands there: a clock that is ahead. Nobody changed anything. */
  'not-taken',
  /** Taken, and the LMS doesn't let us look whether it stands there. */
  'cannot-read-back',
  'column-locked',
  'column-gone',
  'no-column',
  'student-left',
  'platform-down',
  'platform-slow-down',
  'access-refused',
  'not-allowed',
  'answer-not-understood',
  'value-not-sendable',
  'mail-refused',
  'mail-bounced',
  'mail-server-down',
  'gave-up',
  /** A person put it aside, until she says otherwise. */
  'put-aside',
] as const;
export type DeliveryReason = (typeof deliveryReasons)[number];

/** A grade for the gradebook of the LMS. `tenths: null` takes it away, or says with `handedIn` that work waits to be judged. */
export const GradebookPayload = z.strictObject({
  target: z.literal('gradebook'),
  activity: z.string(),
  course: z.string(),
  student: z.string(),
  tenths: z.int().min(10).max(100).nullable(),
  remark: z.string().max(2000),
  /** The teacher; of work that waits, the student. */
  settledBy: z.string(),
  handedIn: z.literal(true).optional(),
  /** The teacher saw what stood in the LMS (`foundTenths`) and wants hers over it. Over that, and over nothing newer. */
  overwriteFound: z.literal(true).optional(),
});

/** A mail to a person outside; text only. */
export const MailPayload = z.strictObject({
  target: z.literal('mail'),
  to: z.email().max(254),
  toName: z.string().max(120),
  subject: z.string().max(300),
  text: z.string().max(10_000),
  /** The invitation it belongs to, so that a refusal shows there. */
  invitation: z.string().optional(),
  /** The other invitations in the same mail: a supervisor gets one mail for all her students of an activity. */
  alsoInvitations: z.array(z.string()).max(40).optional(),
});

export const DeliveryPayload = z.discriminatedUnion('target', [GradebookPayload, MailPayload]);
export type DeliveryPayload = z.infer<typeof DeliveryPayload>;
export type GradebookPayload = z.infer<typeof GradebookPayload>;
export type MailPayload = z.infer<typeof MailPayload>;
export type DeliveryTarget = DeliveryPayload['target'];

/** What leaves the house, one per school, target and key; the newest revision wins. */
export const Delivery = z.strictObject({
  target: z.enum(['gradebook', 'mail']),
  key: z.string(),
  /** For finding the deliveries of an activity without knowing the payload. */
  activity: z.string().optional(),
  student: z.string().optional(),
  revision: z.int().min(1),
  /** Belongs to the revision and never to the attempt, so that repeating a request changes nothing. */
  revisionAt: z.iso.datetime(),
  payload: DeliveryPayload,
  state: z.enum(deliveryStates),
  reason: z.enum(deliveryReasons).optional(),
  /** A short technical fact for the administrator: a status code, a mail server's sentence. No personal data. */
  detail: z.string().max(500).optional(),
  attempts: z.int().min(0),
  /** A request may be under way or have been applied: read before sending again. */
  unsure: z.boolean(),
  /** The last revision that was read back as standing there. */
  confirmedRevision: z.int().min(0),
  /**
   * What may stand in the LMS because of earlier revisions: the last confirmed grade and those sent after it (null = nothing). Absent = nothing yet.
   * Anything else that stands there was put by somebody else, and stays.
   */
  earlierTenths: z.array(z.number().nullable()).max(200).optional(),
  /** The remark that the LMS took with a score: Canvas shows every one it gets, so the same isn't said twice. */
  saidRemark: z.string().max(2000).optional(),
  /** Since when this revision is being tried: after seven days a person has to look. */
  openSince: z.iso.datetime().optional(),
  /** What stood in the LMS when the state was decided, in tenths, for "changed in the LMS". */
  foundTenths: z.number().optional(),
  stateAt: z.iso.datetime(),
});
export type Delivery = z.infer<typeof Delivery>;

/** The worker's to-do list over all schools: one row per open delivery, without content. Same id as the delivery. */
export const DueRow = z.strictObject({
  school: z.string(),
  target: z.enum(['gradebook', 'mail']),
  dueAt: z.iso.datetime(),
  /** The fencing token of the worker that holds the lease: only its holder may write the outcome. */
  lease: z.string().optional(),
});
export type DueRow = z.infer<typeof DueRow>;

/** A take-over list that a person has confirmed to have typed or imported: which revision of each grade it held. */
export const TakeOverBatch = z.strictObject({
  course: z.string(),
  component: z.string(),
  rows: z.array(z.strictObject({ gradeKey: z.string(), revision: z.int().min(1) })).max(2000),
  confirmedBy: z.string(),
  confirmedAt: z.iso.datetime(),
});
export type TakeOverBatch = z.infer<typeof TakeOverBatch>;

/** A mail of the demo, kept to be read on the mailbox page instead of being sent. */
export const DemoMail = z.strictObject({
  to: z.string().max(254),
  toName: z.string().max(120),
  subject: z.string().max(300),
  text: z.string().max(10_000),
  sentAt: z.iso.datetime(),
});
export type DemoMail = z.infer<typeof DemoMail>;
