import type { CourseRole } from '@buitenboord/shared/domain/people/person.js';
import type { DeepLinkingSettings } from '@buitenboord/shared/domain/visit/visit.js';
import type { Message } from './messages.js';

/** The gradebook services a launch offers (AGS 2.0 §3.1): with one line item, a place to make them, both, or neither. */
export interface LaunchGradebook {
  lineItem?: string;
  lineItems?: string;
  scopes: readonly string[];
}

/** Where the platform takes addresses for its notices, and which it has (Platform Notification Service 1.0). */
export interface LaunchNotices {
  url: string;
  types: readonly string[];
}

/** What a platform says this launch was in LTI 1.1. Worth nothing until its signature was checked with the old secret. */
export interface LaunchMigration {
  consumerKey: string;
  signature: string;
  /** What the signature is made over. */
  signed: string;
  subject?: string;
  link?: string;
}

/** A verified launch in our words. Everything optional may be absent: a school decides what its LMS shares. */
export interface Launch {
  school: string;
  /** Platform (registration) id. */
  platform: string;
  issuer: string;
  deployment: string;
  product: string;
  message: Message;
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
  /** Whose work or data is asked for, by the LMS's id. Set for `submissionReview`, and for `dataPrivacy` about somebody else. */
  forSubject?: string;
  /** Set for the message `resourceLink`; a review may have one. */
  resourceLink?: { id: string; title?: string };
  custom: Readonly<Record<string, string>>;
  targetLinkUri?: string;
  gradebook?: LaunchGradebook;
  membershipsUrl?: string;
  notices?: LaunchNotices;
  migration?: LaunchMigration;
  /** Set for the message `deepLinking`. */
  deepLinking?: DeepLinkingSettings;
  locale: 'nl' | 'en';
  returnUrl?: string;
  documentTarget?: string;
}
