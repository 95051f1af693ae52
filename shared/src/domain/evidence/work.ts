import { z } from 'zod';
import { evidenceKinds } from '../activity/assignment.js';

/** A student's work on an activity, one per attempt: what she is writing now, and how far it is. */
export const Work = z.strictObject({
  activity: z.string(),
  student: z.string(),
  attempt: z.int().min(1),
  state: z.enum(['open', 'handedIn', 'assessed']),
  /** The text as it is being written. Kept on every keystroke's pause, handed in or not. */
  draft: z.string().max(20_000),
  /** Steps the student ticked off: read the task, read the safety rules. */
  read: z.array(z.enum(['task', 'safety'])).max(2),
  /** How many versions were handed in; 0 = none yet. */
  versions: z.int().min(0),
  handedInAt: z.iso.datetime().optional(),
  savedAt: z.iso.datetime(),
});
export type Work = z.infer<typeof Work>;

/** What was handed in, as it was: kept whatever happens after. */
export const HandIn = z.strictObject({
  work: z.string(),
  activity: z.string(),
  student: z.string(),
  number: z.int().min(1),
  text: z.string().max(20_000),
  evidence: z.array(z.string()).max(40),
  handedInAt: z.iso.datetime(),
  takenBackAt: z.iso.datetime().optional(),
});
export type HandIn = z.infer<typeof HandIn>;

/** A file that a student added. Its bytes are a blob; it counts from the moment length and SHA-256 were right. */
export const Evidence = z.strictObject({
  work: z.string(),
  activity: z.string(),
  student: z.string(),
  kind: z.enum(evidenceKinds),
  /** What the viewer gets: re-encoded image, video without location, document as sent. */
  blob: z.string(),
  mediaType: z.string().max(100),
  bytes: z.int().min(1),
  /** A small JPEG to show in lists; absent where none can be made. */
  thumbnail: z.string().optional(),
  width: z.int().optional(),
  height: z.int().optional(),
  addedAt: z.iso.datetime(),
  /** Taken out of the work by the student. Still there for the versions that hold it. */
  removedAt: z.iso.datetime().optional(),
});
export type Evidence = z.infer<typeof Evidence>;

/** An upload under way: pieces in order, resumed after a lost connection, complete only when length and SHA-256 are right. */
export const Upload = z.strictObject({
  work: z.string(),
  kind: z.enum(evidenceKinds),
  bytes: z.int().min(1),
  received: z.int().min(0),
  startedBy: z.string(),
  startedAt: z.iso.datetime(),
});
export type Upload = z.infer<typeof Upload>;
