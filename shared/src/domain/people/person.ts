import { z } from 'zod';

/** Somebody at a school: a random id, and identities that were verified. Never recognised by an e-mail address alone. */
export const Person = z.strictObject({
  givenName: z.string().max(255).optional(),
  familyName: z.string().max(255).optional(),
  fullName: z.string().max(255).optional(),
  email: z.string().max(320).optional(),
  /** The number in the student information system, as text: leading zeros count. */
  studentNumber: z.string().max(64).optional(),
  locale: z.enum(['nl', 'en']).optional(),
  createdAt: z.iso.datetime(),
});
export type Person = z.infer<typeof Person>;

/** Who somebody is to an LMS: the issuer and its `sub`. The record's id is made of both, so it exists once. */
export const Identity = z.strictObject({
  person: z.string(),
  issuer: z.string().max(2048),
  subject: z.string().max(255),
});
export type Identity = z.infer<typeof Identity>;

export const courseRoles = ['teacher', 'student'] as const;
export type CourseRole = (typeof courseRoles)[number];

/** What a school gives a person, apart from the roles that come with a visit. */
export const grantRoles = [
  'schoolAdministrator',
  'placementCoordinator',
  'examSecretary',
  'examiner',
  'safetyApprover',
] as const;
export type GrantRole = (typeof grantRoles)[number];

export const Grant = z.strictObject({
  person: z.string(),
  role: z.enum(grantRoles),
  state: z.enum(['asked', 'granted', 'withdrawn']),
  decidedBy: z.string().optional(),
  at: z.iso.datetime(),
});
export type Grant = z.infer<typeof Grant>;

/** Membership of a course as the LMS last told it. People who left are marked, never deleted. */
export const Enrolment = z.strictObject({
  course: z.string(),
  person: z.string(),
  /** The person's id in the LMS, as the gradebook wants it. */
  subject: z.string(),
  role: z.enum(courseRoles),
  state: z.enum(['active', 'left']),
  seenAt: z.iso.datetime(),
});
export type Enrolment = z.infer<typeof Enrolment>;

/** The number by which an unnamed student is called in a course ("Leerling 7"). The id is made of course and number: nobody else gets it, also later. */
export const CourseNumber = z.strictObject({ course: z.string(), person: z.string(), number: z.int().min(1) });
export type CourseNumber = z.infer<typeof CourseNumber>;

/** A name that a teacher gave to a student whose name the LMS doesn't share. The id is the person's. What was given, so that it can be taken back. */
export const NameMatch = z.strictObject({
  person: z.string(),
  course: z.string(),
  given: z.strictObject({
    givenName: z.string().trim().min(1).max(255),
    familyName: z.string().trim().max(255),
    studentNumber: z.string().max(64).optional(),
  }),
  /** The person of the LMS's list that she chose: the same student under another id. */
  chosen: z.string().optional(),
  by: z.string(),
  at: z.iso.datetime(),
});
export type NameMatch = z.infer<typeof NameMatch>;

/** The name to show: what the LMS shared, else nothing. */
export function displayName(person: Pick<Person, 'givenName' | 'familyName' | 'fullName'>): string | undefined {
  const parts = [person.givenName, person.familyName].filter((part) => part?.trim());
  return person.fullName?.trim() || (parts.length > 0 ? parts.join(' ') : undefined);
}

/** The first name to show to people outside the school. */
export function firstName(person: Pick<Person, 'givenName' | 'fullName'>): string | undefined {
  return person.givenName?.trim() || person.fullName?.trim().split(/\s+/u)[0];
}
