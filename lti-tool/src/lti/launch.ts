import type { CourseRole } from '@buitenboord/shared/domain/people/person.js';
import type { DeepLinkingSettings } from '@buitenboord/shared/domain/visit/visit.js';

/** The gradebook services a launch offers (AGS 2.0 §3.1): with one line item, a place to make them, both, or neither. */
export interface LaunchGradebook {
  lineItem?: string;
  lineItems?: string;
  scopes: readonly string[];
}

/** A verified launch in our words. Everything optional may be absent: a school decides what its LMS shares. */
export interface Launch {
  school: string;
  /** Platform (registration) id. */
  platform: string;
  issuer: string;
  deployment: string;
  product: string;
  message: 'resourceLink' | 'deepLinking';
  /** Who this is to the LMS, at this issuer. */
  subject: string;
  givenName?: string;
  familyName?: string;
  fullName?: string;
  email?: string;
  studentNumber?: string;
  /** Rights in this course; may be empty. */
  roles: CourseRole[];
  lmsAdministrator: boolean;
  context?: { id: string; title?: string; label?: string };
  /** Set for the message `resourceLink`. */
  resourceLink?: { id: string; title?: string };
  custom: Readonly<Record<string, string>>;
  targetLinkUri?: string;
  gradebook?: LaunchGradebook;
  membershipsUrl?: string;
  /** Set for the message `deepLinking`. */
  deepLinking?: DeepLinkingSettings;
  locale: 'nl' | 'en';
  returnUrl?: string;
  documentTarget?: string;
}
