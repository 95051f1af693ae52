import { generic, type PlatformHabits } from './generic.js';

/** By documentation. */
export const itslearning: PlatformHabits = {
  ...generic,
  // Its default privacy level is Anonymous: an id and a role, no name and no e-mail (developer.itslearning.com, "LTI configuration information").
  sharesNames: false,
};
