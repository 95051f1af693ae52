import type { Blobs } from '@buitenboord/shared/blobs/port.js';
import type { Media } from '@buitenboord/shared/ports/media.js';
import type { Signer } from '@buitenboord/shared/ports/vault.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import type { PartialFiles } from '@buitenboord/shared/uploads/port.js';

/** What the student's routes need from outside. */
export interface EvidenceDeps {
  store: Store;
  blobs: Blobs;
  partialFiles: PartialFiles;
  media: Media;
  /** Recognises the token inside a multipart form. */
  vault: Signer;
  now: () => Date;
}
