/**
 * What platforms do differently in a launch, as values with their reasons. Not here: what every launch takes because some platform does it. Null for
 * what is absent (Canvas), short names of roles (Moodle's list, Schoology), numbers in custom parameters: all of that is read everywhere.
 */
export interface PlatformHabits {
  /** Whether a launch has names unless the school switched them off. Where not, the teacher is told why there are none. */
  sharesNames: boolean;
  /** The signature of the LTI 1.1 migration claim can't be checked. */
  signsMigrationWithAnotherNonce: boolean;
}

/** Moodle, Brightspace, Blackboard, Schoology, Sakai, Open edX, and whoever else launches by the standard. */
export const generic: PlatformHabits = { sharesNames: true, signsMigrationWithAnotherNonce: false };
