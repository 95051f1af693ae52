import type { PtaTable, RowProblem } from '@buitenboord/shared/domain/pta/pta-file.js';
import type { Clock } from '@buitenboord/shared/ports/clock.js';
import type { Store } from '@buitenboord/shared/store/port.js';

/** What the programmes' pages need from outside. */
export interface PtaDeps {
  store: Store;
  now: Clock;
  /** The rows of a workbook or a text, or what is wrong with it. */
  readTable: (bytes: Uint8Array) => Promise<PtaTable | RowProblem>;
}
