import type { CourseRole } from './person.js';

/**
 * What the roles of the LIS vocabulary mean here. The launch and the class list speak the same words (LTI Core 1.3 §A.2.3, NRPS 2.0 §2.2), so that
 * both read this one table. Only the principal context roles give rights in a course, as full names or as the short ones that are deprecated but
 * still sent: Moodle's class list has nothing else. Not the sub-roles: a platform that means a full Instructor sends the principal role beside the
 * sub-role (§A.2.3.1), so `membership/Instructor#TeachingAssistant` alone is no teacher. And no role in the institution or on the site: somebody who
 * teaches elsewhere is not the teacher here.
 */
const courseRoleOf: Readonly<Record<string, CourseRole>> = {
  'http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor': 'teacher',
  Instructor: 'teacher',
  'http://purl.imsglobal.org/vocab/lis/v2/membership#Learner': 'student',
  Learner: 'student',
};

/** The roles in the course, teacher first, each once. Unknown ones give nothing. */
export function toCourseRoles(roles: readonly string[]): CourseRole[] {
  const found = roles.map((role) => (Object.hasOwn(courseRoleOf, role) ? courseRoleOf[role] : undefined));
  return (['teacher', 'student'] as const).filter((role) => found.includes(role));
}
