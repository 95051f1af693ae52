import type { VNode } from 'preact';
import type { Text } from '@buitenboord/shared/text/text.js';
import type { StoragePlace } from '../../lti/platform-storage.js';

export interface FrameVisitProps {
  text: Text;
  /** Where the proof is sent. */
  exchange: '/lti/frame' | '/lti/frame/again';
  /** What is sent along with it: a one-time code, or the visit that was reloaded. */
  about: { code: string } | { visit: string };
  /** Under which name the platform keeps the proof. */
  storageKey: string;
  storage: StoragePlace;
}

/** For without-cookie.js: how this frame can get a visit without a cookie. There is nothing to see, and nothing that is good by itself. */
export function FrameVisit({ text, exchange, about, storageKey, storage }: FrameVisitProps): VNode {
  const words = { noConnection: text('launch.frame.noConnection'), keepText: text('launch.frame.keepText') };
  return <template data-frame-visit={JSON.stringify({ exchange, about, storageKey, storage, words })} />;
}
