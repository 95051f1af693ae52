import type { CourseRole } from '@buitenboord/shared/domain/people/person.js';

/**
 * Only the principal context roles give rights in a course, as full names or as the short ones that are deprecated but still sent
 * (LTI Core 1.3, A.2.3). Not the sub-roles: a platform that means a full Instructor sends the principal role beside the sub-role
 * (A.2.3.1), so `membership/Instructor#TeachingAssistant` alone is no teacher. And no role in the institution or on the site: somebody
 * who teaches elsewhere is not the teacher here.
 */
const courseRoleOf: Readonly<Record<string, CourseRole>> = {
  'http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor': 'teacher',
  Instructor: 'teacher',
  'http://purl.imsglobal.org/vocab/lis/v2/membership#Learner': 'student',
  Learner: 'student',
};

/** A.2.1 and A.2.2. In a course they give nothing; they allow to ask for the school's grant. */
const administratorRoles: readonly string[] = [
  'http://purl.imsglobal.org/vocab/lis/v2/institution/person#Administrator',
  'http://purl.imsglobal.org/vocab/lis/v2/system/person#Administrator',
];

/** The roles in the course, teacher first, each once. Unknown ones give nothing. */
export function toCourseRoles(roles: readonly string[]): CourseRole[] {
  const found = roles.map((role) => (Object.hasOwn(courseRoleOf, role) ? courseRoleOf[role] : undefined));
  return (['teacher', 'student'] as const).filter((role) => found.includes(role));
}

/** Whether somebody administers the institution or the site in the LMS. */
export function isLmsAdministrator(roles: readonly string[]): boolean {
  return roles.some((role) => administratorRoles.includes(role));
}
