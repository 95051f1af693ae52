import { usualHours, type ElectiveOffering, type HoursBand } from '../../domain/programme/offering.js';
import { findNationalElective } from '../../domain/programme/national-electives.js';
import type { Clock } from '../../ports/clock.js';
import { Problem } from '../../problem.js';
import { contentHash } from '../../store/audit.js';
import { electiveOfferings, programmeSettings } from '../../store/collections.js';
import { decideAgain } from '../../store/decide-again.js';
import { audit, put, type Store, type Write } from '../../store/port.js';

interface Deps {
  store: Store;
  now: Clock;
}

/** What a school said of electives, by SLO's id. */
export async function offeringsOf(store: Store, school: string): Promise<ReadonlyMap<string, ElectiveOffering>> {
  const found = new Map<string, ElectiveOffering>();
  for await (const offering of store.each(electiveOfferings, { where: { school } }))
    found.set(offering.elective, offering);
  return found;
}

export interface OfferingToSay {
  elective: string;
  offered: boolean;
  suitsPractice: boolean;
}

/** Says of some electives whether the school offers them and whether they suit practice. What was said before and stays so isn't written again. */
export async function sayOfferings(
  deps: Deps,
  { school, actor, offerings }: { school: string; actor: string; offerings: readonly OfferingToSay[] },
): Promise<void> {
  const unknown = offerings.find(({ elective }) => !findNationalElective(elective));
  if (unknown) throw new Problem('programme/elective-unknown', { elective: unknown.elective });
  await decideAgain(async () => {
    const changedAt = deps.now().toISOString();
    const writes: Write[] = [];
    for (const { elective, offered, suitsPractice } of offerings) {
      const before = await deps.store.get(electiveOfferings, { school, id: elective });
      const [wasOffered = false, didSuit = false] = [before?.offered, before?.suitsPractice];
      if (wasOffered === offered && didSuit === suitsPractice) continue;
      writes.push(
        put(
          electiveOfferings,
          { school, id: elective },
          { elective, offered, suitsPractice, changedBy: actor, changedAt },
          before?.version ?? 0,
        ),
        audit(school, {
          at: changedAt,
          actor,
          action: 'programme/offering-said',
          object: `electiveOfferings/${elective}`,
          before: contentHash([wasOffered, didSuit]),
          after: contentHash([offered, suitsPractice]),
        }),
      );
    }
    if (writes.length > 0) await deps.store.commit(writes);
  });
}

const settingsId = 'programme';

/** How many hours an elective usually takes at a school. */
export async function hoursBandOf(store: Store, school: string): Promise<HoursBand> {
  const said = await store.get(programmeSettings, { school, id: settingsId });
  return said ? { hoursFrom: said.hoursFrom, hoursTo: said.hoursTo } : usualHours;
}

export async function sayHoursBand(
  deps: Deps,
  { school, actor, band }: { school: string; actor: string; band: HoursBand },
): Promise<void> {
  await decideAgain(async () => {
    const before = await deps.store.get(programmeSettings, { school, id: settingsId });
    const at = deps.now().toISOString();
    await deps.store.commit([
      put(
        programmeSettings,
        { school, id: settingsId },
        { ...band, changedBy: actor, changedAt: at },
        before?.version ?? 0,
      ),
      audit(school, {
        at,
        actor,
        action: 'programme/hours-said',
        object: `programmeSettings/${settingsId}`,
        after: contentHash(band),
      }),
    ]);
  });
}
