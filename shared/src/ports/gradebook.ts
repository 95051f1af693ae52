import type { DeliveryReason } from '../domain/delivery/delivery.js';

/** A column in the gradebook of an LMS, and whom to ask. */
export interface GradebookColumn {
  school: string;
  /** Platform (registration) id. */
  platform: string;
  deployment: string;
  /** The line item's address as the platform gave it. */
  lineItem: string;
  /** The scopes of the course's last launch; absent = not told. */
  scopes?: readonly string[];
}

/** When the work was made, as the LMS may show it. `submittedAt` is never before `startedAt`. */
export interface Submission {
  startedAt?: string;
  submittedAt: string;
}

export interface Score {
  /** The student's id in the LMS. */
  subject: string;
  /** Grade in tenths, sent as given/10 out of 10; null takes the grade away. */
  tenths: number | null;
  comment: string;
  /** The LMS id of the teacher who settled it, where known. */
  scoredBy?: string;
  /** The work waits for a person's judgement; `tenths` is null then. */
  handedIn?: true;
  submission?: Submission;
  /** The remark that the platform took with an earlier score: some show each one they get. */
  saidBefore?: string;
}

/** What came of putting a score. */
export type PutOutcome =
  /** Taken; whether it stands there is known only after reading back. */
  | { kind: 'received' }
  /** The platform has something of the same second or later: read what stands there. */
  | { kind: 'conflict' }
  /**
   * No answer, or one that says nothing about whether it was applied. A 500 has the reason `column-locked`: Moodle answers it for a locked column
   * and for its own failures alike, and the outbox finds out which.
   */
  | { kind: 'unsure'; reason: DeliveryReason; detail: string; retryAfterMs?: number }
  /** Not applied, and another try may work. */
  | { kind: 'later'; reason: DeliveryReason; detail: string; retryAfterMs?: number }
  /** Not applied, and only a person can change that. */
  | { kind: 'refused'; reason: DeliveryReason; detail: string };

/** What stands in the gradebook. `value` in tenths, possibly a fraction when somebody typed 7,45; undefined = nothing there. */
export type ReadOutcome =
  | { kind: 'found'; value: number | undefined; comment?: string }
  /** The platform lets us put scores and not look. */
  | { kind: 'unreadable'; detail: string }
  | { kind: 'later'; reason: DeliveryReason; detail: string; retryAfterMs?: number }
  | { kind: 'refused'; reason: DeliveryReason; detail: string };

export interface Gradebook {
  /** Puts a score as of `at`. Putting the same score with the same `at` again changes nothing. Never throws for an answer of the platform. */
  put(column: GradebookColumn, score: Score, at: Date): Promise<PutOutcome>;
  /** What stands there for a student now. */
  read(column: GradebookColumn, subject: string): Promise<ReadOutcome>;
}
