/** LTI Core 1.3 §A.2.1 and §A.2.2. In a course they give nothing; they allow to ask for the school's grant. */
const administratorRoles: readonly string[] = [
  'http://purl.imsglobal.org/vocab/lis/v2/institution/person#Administrator',
  'http://purl.imsglobal.org/vocab/lis/v2/system/person#Administrator',
];

/** Whether somebody administers the institution or the site in the LMS. */
export function isLmsAdministrator(roles: readonly string[]): boolean {
  return roles.some((role) => administratorRoles.includes(role));
}
