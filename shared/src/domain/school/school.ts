import { z } from 'zod';
import { RoundingChoice } from '../grade/school-rounding.js';

/** A school: the tenant. */
export const School = z.strictObject({
  name: z.string().trim().min(1).max(200),
  locale: z.enum(['nl', 'en']),
  /** How long a company's link lives, in days. */
  linkDays: z.int().min(1).max(120),
  /** How it rounds inside the school exam; nothing that counts is settled before it has chosen. */
  seRounding: z.array(RoundingChoice).max(50).optional(),
  createdAt: z.iso.datetime(),
});
export type School = z.infer<typeof School>;

/** A secret of the school, sealed with the installation's key: the data key for its files, or a private key. */
export const SchoolKey = z.strictObject({
  purpose: z.enum(['files', 'lti']),
  /** AES-256-GCM under APP_SECRET, bound to school and id. */
  sealed: z.string(),
  /** The public half, for an LTI key pair. */
  publicJwk: z.record(z.string(), z.string()).optional(),
  createdAt: z.iso.datetime(),
  /** From then on it signs; before, it is published only, so that every LMS can fetch it first. Absent: from the day it was made. */
  signsFrom: z.iso.datetime().optional(),
  /** Until then it is published. Absent: as long as no other key follows. */
  publishedUntil: z.iso.datetime().optional(),
});
export type SchoolKey = z.infer<typeof SchoolKey>;

/** What an LMS may sign its messages with (Security Framework 1.1, approved algorithms). */
export const signingAlgorithms = ['RS256', 'RS384', 'RS512', 'ES256', 'ES384', 'ES512'] as const;
export type SigningAlgorithm = (typeof signingAlgorithms)[number];

/** An LMS of a school: one registration, its deployments, and whether a person of the school has confirmed it. */
export const Platform = z.strictObject({
  school: z.string(),
  issuer: z.string().max(2048),
  clientId: z.string().max(255),
  deployments: z.array(z.string().max(255)).max(200),
  authUrl: z.string().max(2048),
  tokenUrl: z.string().max(2048),
  /** Whom our request for access is for, where the platform's administrator gives another than its kind has. */
  audience: z.string().max(2048).optional(),
  jwksUrl: z.string().max(2048),
  /** `product_family_code`: chooses the differences in lti/platforms. */
  product: z.string().max(100),
  /** `inactive`: somebody of the school switched it off. Nobody comes in, and what was known stays. */
  state: z.enum(['pending', 'active', 'inactive']),
  /** RS256 unless it was registered otherwise. */
  signingAlgorithm: z.enum(signingAlgorithms).optional(),
  /** Launches that say nothing of who it is are let in too, without any rights. */
  anonymousLaunches: z.boolean().optional(),
  createdAt: z.iso.datetime(),
});
export type Platform = z.infer<typeof Platform>;

/** A one-time link for an LMS administrator. The id is the hash of its secret. */
export const RegistrationLink = z.strictObject({
  school: z.string(),
  autoConfirm: z.boolean(),
  expiresAt: z.iso.datetime(),
  usedAt: z.iso.datetime().optional(),
});
export type RegistrationLink = z.infer<typeof RegistrationLink>;

/** A key of LTI 1.1 that the school used before: it proves who people and activities were then. The id is made of the consumer key. */
export const OldKey = z.strictObject({
  consumerKey: z.string().trim().min(1).max(255),
  /** The shared secret, sealed with the installation's key. */
  sealed: z.string(),
  addedBy: z.string(),
  addedAt: z.iso.datetime(),
});
export type OldKey = z.infer<typeof OldKey>;

/** Which activity stood behind a resource link of LTI 1.1. The id is made of the consumer key and the old id of the link. */
export const OldLink = z.strictObject({ activity: z.string(), seenAt: z.iso.datetime() });
export type OldLink = z.infer<typeof OldLink>;

/** What we asked a platform to tell us, for one of its deployments. The id is made of platform, deployment and type. */
export const NoticeHandler = z.strictObject({
  platform: z.string(),
  deployment: z.string().max(255),
  type: z.string().max(100),
  /** Where the platform sends them: our own address. */
  handler: z.string().max(2048),
  state: z.enum(['asked', 'taken', 'refused']),
  /** When we asked last. */
  askedAt: z.iso.datetime(),
  /** When the last one came. */
  heardAt: z.iso.datetime().optional(),
});
export type NoticeHandler = z.infer<typeof NoticeHandler>;

/** A notice that came in. The id is made of the platform and the notice's own, so that it counts once. */
export const ReceivedNotice = z.strictObject({ expiresAt: z.iso.datetime() });
export type ReceivedNotice = z.infer<typeof ReceivedNotice>;

/** What a platform told about a course that was copied, before anybody opened it. The id is made of platform and context. */
export const CourseCopy = z.strictObject({
  platform: z.string(),
  context: z.string().max(255),
  /** The LMS's ids of the courses it was copied from. */
  origins: z.array(z.string().max(255)).max(20),
  toldAt: z.iso.datetime(),
});
export type CourseCopy = z.infer<typeof CourseCopy>;
