import { activityKindIds, type ActivityKindId } from '../../domain/activity/activity-kind.js';
import type { Course } from '../../domain/activity/assignment.js';
import { isOn, type KindOffering } from '../../domain/activity/kind-offering.js';
import { leerwegen } from '../../domain/pta/pta.js';
import { dutchDay, schoolYearOf } from '../../domain/pta/school-year.js';
import { naturalId } from '../../ids.js';
import type { Clock } from '../../ports/clock.js';
import { contentHash } from '../../store/audit.js';
import { kindOfferings } from '../../store/collections.js';
import { decideAgain } from '../../store/decide-again.js';
import { audit, put, type Store, type Stored } from '../../store/port.js';

interface Deps {
  store: Store;
  now: Clock;
}

export type Leerweg = (typeof leerwegen)[number];

export interface OfferingsToSet {
  school: string;
  schoolYear: string;
  by: string;
  /** What is on, and wants an agreement, for each leerweg. */
  kinds: Readonly<Record<Leerweg, { on: readonly ActivityKindId[]; withAgreement: readonly ActivityKindId[] }>>;
}

/** What a school does for a leerweg in a school year; undefined while it has chosen nothing. */
export async function findOffering(
  store: Store,
  school: string,
  { schoolYear, leerweg }: { schoolYear: string; leerweg: Leerweg },
): Promise<KindOffering | undefined> {
  return store.get(kindOfferings, { school, id: offeringId(schoolYear, leerweg) });
}

/** The choices of a school year, by leerweg. */
export async function offeringsOf(
  store: Store,
  school: string,
  schoolYear: string,
): Promise<Partial<Record<Leerweg, KindOffering>>> {
  const { items } = await store.find(kindOfferings, { where: { school, schoolYear } });
  return Object.fromEntries(items.map((offering) => [offering.leerweg, offering]));
}

/** The kinds that the school doesn't do this year for a course; none while nobody said for which leerweg the course is. */
export async function kindsOffFor(
  { store, now }: Deps,
  { school, leerweg }: Pick<Stored<Course, 'school'>, 'school' | 'leerweg'>,
): Promise<ActivityKindId[]> {
  if (!leerweg) return [];
  const offering = await findOffering(store, school, { schoolYear: schoolYearOf(dutchDay(now())), leerweg });
  return activityKindIds.filter((kind) => !isOn(offering, kind));
}

/** Says which kinds a school does in a school year. The same again changes nothing. */
export async function setOfferings({ store, now }: Deps, input: OfferingsToSet): Promise<void> {
  const { school, schoolYear, by, kinds } = input;
  await decideAgain(async () => {
    const at = now().toISOString();
    const writes = await Promise.all(
      leerwegen.map(async (leerweg) => {
        const id = offeringId(schoolYear, leerweg);
        const known = await store.get(kindOfferings, { school, id });
        const chosen = { on: [...kinds[leerweg].on], withAgreement: [...kinds[leerweg].withAgreement] };
        const before = known && { on: known.on, withAgreement: known.withAgreement };
        if (contentHash(before ?? null) === contentHash(chosen)) return [];
        const value: KindOffering = { schoolYear, leerweg, ...chosen, changedBy: by, changedAt: at };
        const hashes = { ...(before && { before: contentHash(before) }), after: contentHash(chosen) };
        const fact = { at, actor: by, action: 'kinds/set', object: `kindOfferings/${id}`, ...hashes };
        return [put(kindOfferings, { school, id }, value, known?.version ?? 0), audit(school, fact)];
      }),
    );
    if (writes.flat().length > 0) await store.commit(writes.flat());
  });
}

function offeringId(schoolYear: string, leerweg: Leerweg): string {
  return naturalId('kindOffering', schoolYear, leerweg);
}
