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
}

/** Who is in a course, also those who never opened it. Reads to the last page; throws Problem `platform/…` when it can't. */
export interface Roster {
  members(question: RosterQuestion): Promise<readonly RosterMember[]>;
}
