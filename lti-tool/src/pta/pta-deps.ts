import type { PtaFile } from '@buitenboord/shared/domain/pta/pta-file.js';
import type { Clock } from '@buitenboord/shared/ports/clock.js';
import type { Store } from '@buitenboord/shared/store/port.js';

/** What the programmes' pages need from outside. */
export interface PtaDeps {
  store: Store;
  now: Clock;
  /** The text of a file, whatever its encoding. */
  decodeText: (bytes: Uint8Array) => string;
  /** Reads programmes from a table. */
  parsePtaCsv: (text: string) => PtaFile;
}
