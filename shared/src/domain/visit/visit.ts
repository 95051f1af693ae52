import { z } from 'zod';
import { courseRoles } from '../people/person.js';

/** What the picker has to answer to, from the signed Deep Linking request only. */
export const DeepLinkingSettings = z.strictObject({
  returnUrl: z.string().max(4096),
  /** Goes back as it came (Deep Linking 2.0 §4.5.3). */
  deployment: z.string().max(255).optional(),
  data: z.string().max(8192).optional(),
  acceptMultiple: z.boolean(),
  acceptLineItem: z.boolean(),
});
export type DeepLinkingSettings = z.infer<typeof DeepLinkingSettings>;

/**
 * What a door hands in: school, person, roles, course, activity; verified and stored, addressed `/v/:visitId/…`.
 * The visit and its door are kept for the pages; features know no more of an LMS than this.
 */
export const Visit = z.strictObject({
  door: z.enum(['lti']),
  /** The hash of the secret in this visit's cookie. */
  cookie: z.string(),
  /** The hash of the token that a frame without cookies holds in memory. */
  bearer: z.string().optional(),
  /** The hash of what the platform keeps for such a frame, so that a reload comes back to the visit. */
  comeBack: z.string().optional(),
  person: z.string(),
  roles: z.array(z.enum(courseRoles)).max(2),
  /** Administrator of the institution or site in the LMS: may ask for the school's grant, nothing more. */
  lmsAdministrator: z.boolean(),
  platform: z.string(),
  course: z.string().optional(),
  activity: z.string().optional(),
  /** The LMS's own id and title of the link, for choosing an assignment behind a link that has none yet. */
  link: z.strictObject({ id: z.string().max(255), title: z.string().max(500) }).optional(),
  /** Set while a teacher picks assignments in the LMS. */
  deepLinking: DeepLinkingSettings.optional(),
  /** Whose work or data the LMS was asked to show, by its own id; whoever came in may see it. */
  about: z.strictObject({ what: z.enum(['work', 'data']), subject: z.string().max(255) }).optional(),
  locale: z.enum(['nl', 'en']),
  /** Where "back to the course" goes. */
  returnUrl: z.string().max(4096).optional(),
  openedAt: z.iso.datetime(),
  seenAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  endedAt: z.iso.datetime().optional(),
});
export type Visit = z.infer<typeof Visit>;

/** A login whose launch came in: its state and nonce open one visit only. The id is the login's. */
export const UsedLogin = z.strictObject({
  expiresAt: z.iso.datetime(),
});
export type UsedLogin = z.infer<typeof UsedLogin>;

/** A verified launch that waits for its way in, because the frame keeps no cookies. The id is the hash of a one-time code. */
export const WaitingLaunch = z.strictObject({
  school: z.string(),
  /** What the code buys: a token for the frame itself, or a cookie where cookies are ours. */
  buys: z.enum(['token', 'cookie']),
  /** The visit to open, without its cookie. */
  visit: z.string(),
  /** The hash of the secret that the platform was asked to keep, where it offered to (lti_storage_target). */
  storedSecret: z.string().optional(),
  usedAt: z.iso.datetime().optional(),
  expiresAt: z.iso.datetime(),
});
export type WaitingLaunch = z.infer<typeof WaitingLaunch>;

/** From a company link's secret (its hash is the id) to the invitation it opens. */
export const CompanyLink = z.strictObject({
  school: z.string(),
  invitation: z.string(),
  expiresAt: z.iso.datetime(),
  withdrawnAt: z.iso.datetime().optional(),
});
export type CompanyLink = z.infer<typeof CompanyLink>;
