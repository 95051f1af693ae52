import type { CourseRole } from '../domain/people/person.js';

export interface RosterMember {
  subject: string;
  roles: readonly CourseRole[];
  state: 'active' | 'left';
  givenName?: string;
  familyName?: string;
  fullName?: string;
  email?: string;
  studentNumber?: string;
}

export interface RosterQuestion {
  school: string;
  platform: string;
  deployment: string;
  membershipsUrl: string;
  /** What a former answer gave: asks only for what changed since. Used as it is, so that nothing of the below goes along. */
  differencesUrl?: string;
  /** A link of the course, by the LMS's id: only who may open it, with what a launch would say of them. */
  resourceLink?: string;
  role?: 'Instructor' | 'Learner';
  /** How many on a page; a wish. */
  limit?: number;
}

export interface RosterAnswer {
  members: readonly RosterMember[];
  /** Where to ask later for what changed since now, when the platform offers that. */
  differencesUrl?: string;
}

/** Who is in a course, also those who never opened it. Reads to the last page; throws Problem `platform/…` when it can't. */
export interface Roster {
  members(question: RosterQuestion): Promise<RosterAnswer>;
}
