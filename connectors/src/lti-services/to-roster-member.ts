import { toCourseRoles } from '@buitenboord/shared/domain/people/context-roles.js';
import type { RosterMember } from '@buitenboord/shared/ports/roster.js';
import type { Member } from './wire.js';

/**
 * A member in our words. Absent status means active; Inactive and Deleted have left (NRPS 2.0 §2.3). Moodle sends a non-editing teacher as Learner
 * here and as Instructor in the launch: whoever keeps the list has to know.
 */
export function toRosterMember(member: Member): RosterMember {
  return {
    subject: member.user_id,
    roles: toCourseRoles(member.roles),
    state: member.status === undefined || member.status === 'Active' ? 'active' : 'left',
    givenName: known(member.given_name, 255),
    familyName: known(member.family_name, 255),
    fullName: known(member.name, 255),
    email: known(member.email, 320),
    studentNumber: known(member.lis_person_sourcedid, 64) ?? numberInMessage(member),
  };
}

/** What a launch would say: the school's number for this person may stand there only (NRPS 2.0 §3.2). */
function numberInMessage({ message = [] }: Member): string | undefined {
  const told = message.map((claims) => claims['https://purl.imsglobal.org/spec/lti/claim/lis']?.person_sourcedid);
  return known(
    told.find((number) => number !== undefined),
    64,
  );
}

function known(value: string | undefined, maxLength: number): string | undefined {
  const text = value?.trim() ?? '';
  return text === '' || text.startsWith('$') || text.length > maxLength ? undefined : text;
}
