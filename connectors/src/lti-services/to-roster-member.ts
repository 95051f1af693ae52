import type { CourseRole } from '@buitenboord/shared/domain/people/person.js';
import type { RosterMember } from '@buitenboord/shared/ports/roster.js';
import type { Member } from './wire.js';

/** Principal context roles, full and short (NRPS 2.0 §2.2): Moodle sends the short ones here, and a non-editing teacher as Learner. */
const courseRoleOf: Readonly<Record<string, CourseRole>> = {
  'http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor': 'teacher',
  Instructor: 'teacher',
  'http://purl.imsglobal.org/vocab/lis/v2/membership#Learner': 'student',
  Learner: 'student',
};

/** A member in our words. Absent status means active; Inactive and Deleted have left (NRPS 2.0 §2.3). */
export function toRosterMember(member: Member): RosterMember {
  const roles = member.roles.map((role) => (Object.hasOwn(courseRoleOf, role) ? courseRoleOf[role] : undefined));
  return {
    subject: member.user_id,
    roles: (['teacher', 'student'] as const).filter((role) => roles.includes(role)),
    state: member.status === undefined || member.status === 'Active' ? 'active' : 'left',
    givenName: known(member.given_name, 255),
    familyName: known(member.family_name, 255),
    fullName: known(member.name, 255),
    email: known(member.email, 320),
    studentNumber: known(member.lis_person_sourcedid, 64),
  };
}

function known(value: string | undefined, maxLength: number): string | undefined {
  const text = value?.trim() ?? '';
  return text === '' || text.startsWith('$') || text.length > maxLength ? undefined : text;
}
