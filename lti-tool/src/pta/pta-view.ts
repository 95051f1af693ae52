import type { Pta } from '@buitenboord/shared/domain/pta/pta.js';
import type { Text } from '@buitenboord/shared/text/text.js';

/** A version of a programme as the pages show it. */
export type PtaView = Pta & { id: string; version: number };

/** What every page of the programmes needs. */
export interface PtaPageProps {
  text: Text;
  /** `/v/<visit>/pta` */
  url: string;
  formToken: string;
}

/** Names of who made, proposed and adopted, by person; absent for commands and for who has no name. */
export type NamesOf = ReadonlyMap<string, string>;

/** The newest version that says what a line is now: the draft, proposed or not, else what holds. */
export function currentOf(versions: readonly PtaView[]): PtaView | undefined {
  return (
    versions.find(({ state }) => state === 'draft' || state === 'proposed') ??
    versions.find(({ state }) => state === 'adopted') ??
    versions.at(-1)
  );
}
