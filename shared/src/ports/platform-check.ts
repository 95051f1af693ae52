import type { RosterQuestion } from './roster.js';

/** Tries whether the services of an LMS answer us, without changing or keeping anything. Throws Problem `platform/…` with what went wrong. */
export interface PlatformCheck {
  /** Asks for access, anew each time. */
  token(school: string, platform: string): Promise<void>;
  /** Reads who is in a course and answers how many, nothing else. */
  members(question: RosterQuestion): Promise<number>;
}
