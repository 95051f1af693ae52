import { generic, type PlatformHabits } from './generic.js';

/** By documentation. */
export const canvas: PlatformHabits = {
  ...generic,
  // Signed with a nonce that isn't in the token, so that nobody can check it (instructure/canvas-lms#2287, open). A mended Canvas is believed: the check is made all the same.
  signsMigrationWithAnotherNonce: true,
};
