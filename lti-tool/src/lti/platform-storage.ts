import type { Platform } from '@buitenboord/shared/domain/school/school.js';

/** Where a platform keeps small things for a tool that gets no cookies (LTI postMessage Storage v0.1). */
export interface StoragePlace {
  /** The frame the platform named. What its capabilities say wins (Client Side postMessages v0.1, "target frame"). */
  target: string;
  /** To which origin the secret is posted. `*` is a platform's own shortcoming, never ours. */
  postTo: string;
  /** The only origin whose answer counts; absent where the platform answers from another one: then the frame that was asked. */
  answersFrom?: string;
}

/**
 * Canvas answers from the school's own address and takes no other target origin than `*` (its lti_window_post_message.md). The pages that post so may
 * be framed by the registered platform only, so nobody else is there to listen.
 */
const takesAnyOrigin: ReadonlySet<string> = new Set(['canvas']);

/** The place as the standard wants it: post to the origin of the registered authorization endpoint, and believe nobody else. */
export function storagePlaceOf(platform: Pick<Platform, 'authUrl' | 'product'>, target: string): StoragePlace {
  if (takesAnyOrigin.has(platform.product.toLowerCase())) return { target, postTo: '*' };
  const { origin } = new URL(platform.authUrl);
  return { target, postTo: origin, answersFrom: origin };
}
