/**
 * What a launch inside an LMS's frame may build on, in the order they are tried. A new window is what remains. Tests switch the first ones off,
 * because Chromium always takes the first.
 */
export interface FrameWays {
  /** A cookie of this frame's own partition (CHIPS). */
  partitionedCookie: boolean;
  /** The platform keeps the login's secret (`lti_storage_target`). */
  platformStorage: boolean;
  /** A person presses a button that lets the frame have our cookies (Storage Access API). */
  storageAccess: boolean;
}

export const everyWay: FrameWays = { partitionedCookie: true, platformStorage: true, storageAccess: true };
