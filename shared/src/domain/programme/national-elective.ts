import type { Leerweg } from '../pta/pta.js';
import type { Profile } from './elective.js';

/** What is known of a vocational elective (beroepsgericht keuzevak) in the whole country. What no source says is `null`. */
export interface NationalElective {
  sloId: string;
  /** As SLO numbers it. Not a key: three prefixes are given twice. */
  sloPrefix: string;
  profile: Profile;
  title: string;
  /** Four digits as text; the same for every leerweg. */
  officialCode: string | null;
  /** How the code was found: the same name in both lists, or matched by hand. */
  codeConfidence: 'high' | 'medium' | null;
  /** The leerwegen for which SLO publishes content. */
  leerwegen: readonly Leerweg[];
  /** The leerwegen for which the official code is listed; they differ from SLO’s in eight rows. */
  registeredFor: readonly Leerweg[] | null;
  fromExamYear: number | null;
  subtaskCount: number;
}

/** The leerwegen in which an elective can be given: those of its official code, and SLO’s where no code is known. */
export function offeredFor({ registeredFor, leerwegen }: NationalElective): readonly Leerweg[] {
  return registeredFor ?? leerwegen;
}
