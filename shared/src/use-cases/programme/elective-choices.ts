import { profiles } from '../../domain/programme/elective.js';
import { offeredFor } from '../../domain/programme/national-elective.js';
import { nationalElectives } from '../../domain/programme/national-electives.js';
import type { Leerweg } from '../../domain/pta/pta.js';
import type { Store } from '../../store/port.js';
import { offeringsOf } from './offerings.js';

/** An elective to choose from. */
export interface ElectiveChoice {
  sloId: string;
  title: string;
  officialCode: string | null;
  profile: (typeof profiles)[number];
  offered: boolean;
  suitsPractice: boolean;
}

/** Every elective of the country that a leerweg can follow, those of the school's own offering first, then by profile and title. */
export async function electiveChoices(
  store: Store,
  { school, leerweg }: { school: string; leerweg: Leerweg | undefined },
): Promise<ElectiveChoice[]> {
  const offerings = await offeringsOf(store, school);
  return nationalElectives
    .filter((elective) => leerweg === undefined || leerweg === 'tl' || mayFollow(offeredFor(elective), leerweg))
    .map(({ sloId, title, officialCode, profile }) => {
      const { offered = false, suitsPractice = false } = offerings.get(sloId) ?? {};
      return { sloId, title, officialCode, profile, offered, suitsPractice };
    })
    .sort(
      (one, other) =>
        Number(other.offered) - Number(one.offered) ||
        profiles.indexOf(one.profile) - profiles.indexOf(other.profile) ||
        one.title.localeCompare(other.title, 'nl'),
    );
}

/** A bb student may follow an elective at kb (UB WVO 2020, art. 2.23 lid 2). */
function mayFollow(offered: readonly Leerweg[], leerweg: Leerweg): boolean {
  return offered.includes(leerweg) || (leerweg === 'bb' && offered.includes('kb'));
}
