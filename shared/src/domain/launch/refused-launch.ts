import { z } from 'zod';

/** How far a launch can come before it is refused: every step has one reason to say no, in the order in which they are taken. */
export const launchSteps = [
  // The login that a platform begins: Security Framework §5.1.1.1, LTI Core 1.3 §4.1.
  'loginIsComplete',
  'registrationIsFound',
  'loginTargetIsOurs',
  // Its answer, and the login it belongs to: §5.1.1.3 to §5.1.1.5, §7.3.1.
  'platformAgrees',
  'launchIsComplete',
  'stateIsOurs',
  'stateIsFresh',
  'browserIsTheSame',
  'registrationIsActive',
  // The token, before anything it says is believed: §5.1.3 items 1 and 6, §6.3.
  'tokenIsReadable',
  'algorithmIsRegistered',
  'keyIsNamed',
  'keyIsKnown',
  'signatureIsRight',
  // What it says: §5.1.3 items 2 to 9.
  'issuerIsThePlatforms',
  'audienceIsUsAlone',
  'authorizedPartyIsUs',
  'hasNotExpired',
  'wasIssuedForThisLogin',
  'isValidAlready',
  'nonceIsTheLogins',
  // The message: LTI Core 1.3 §5.3, Deep Linking 2.0 §4.4.
  'messageIsKnown',
  'deploymentIsKnown',
  'somebodyIsNamed',
  'rolesAreListed',
  'contextFits',
  'messageIsComplete',
  'targetIsOurs',
  // What it brings.
  'visitIsOpened',
  'launchIsUsedOnce',
] as const;
export type LaunchStep = (typeof launchSteps)[number];

/** The registration of a launch that names none we know. */
export const unknownPlatform = 'unknown';

/** Of each platform this many are kept: enough to see what is wrong, and nobody can fill the disk. */
export const refusedLaunchesKept = 50;

/**
 * A launch that was refused, for the administrator who must find out why. About the connection, never about a person: ids, numbers and codes.
 * Its reference is on the page that the visitor saw, and in the log.
 */
export const RefusedLaunch = z.strictObject({
  /** Absent when nothing says whose launch it was. */
  schoolId: z.string().optional(),
  /** The registration, or `unknownPlatform`. */
  platformId: z.string(),
  at: z.iso.datetime(),
  /** The step that it didn't come past. */
  step: z.enum(launchSteps),
  /** The code of the Problem. */
  code: z.string().max(100),
  reference: z.string().max(64),
  /** What the refusal is about, such as the deployment that we don't know; the same facts as in the log. */
  facts: z.record(z.string().max(64), z.union([z.string().max(255), z.number(), z.boolean()])),
});
export type RefusedLaunch = z.infer<typeof RefusedLaunch>;
