import type { Leerweg } from '../pta/pta.js';

/** The ten profiles of the vmbo, by the codes in daily use. */
export const profiles = ['BWI', 'PIE', 'M&T', 'MVI', 'MaT', 'Z&W', 'E&O', 'HBR', 'Groen', 'D&P'] as const;
export type Profile = (typeof profiles)[number];

/** A part of an elective that can be done, and shown, on its own (deeltaak). */
export interface Subtask {
  sloId: string;
  sloPrefix: string;
  /** Short, in Dutch as staff know it; the official sentence is SLO's. */
  title: string;
}

/** A vocational elective (beroepsgericht keuzevak). The key is `sloId`: prefixes were handed out twice in the past. */
export interface Elective {
  sloId: string;
  sloPrefix: string;
  title: string;
  /** Four digits as text; the same for every leerweg. */
  officialCode: string;
  profile: Profile;
  leerwegen: readonly Leerweg[];
  subtasks: readonly Subtask[];
}
