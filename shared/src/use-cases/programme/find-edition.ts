import { naturalId } from '../../ids.js';
import { cohortEditions, programmeEditions } from '../../store/collections.js';
import { audit, put, type Store, type Stored, type Write } from '../../store/port.js';
import type { ProgrammeEdition } from '../../domain/programme/programme-records.js';
import { contentHash } from '../../store/audit.js';

/** The editions that were imported, the newest publication first. */
export async function listEditions(store: Store): Promise<Stored<ProgrammeEdition>[]> {
  const { items } = await store.find(programmeEditions, { where: {}, sort: { field: 'id', descending: true } });
  return [...items];
}

/** The edition a cohort works with: the one it was fixed on, else the newest. Undefined while nothing was imported. */
export async function editionOfCohort(
  store: Store,
  school: string,
  cohort: string | undefined,
): Promise<string | undefined> {
  const fixed = cohort && (await store.get(cohortEditions, { school, id: cohortKey(cohort) }));
  if (fixed) return fixed.edition;
  return (await listEditions(store))[0]?.id;
}

/** Fixes a cohort on the edition it works with now, so that a later import changes nothing for it. Nothing to write when that was done before. */
export async function fixEdition(
  store: Store,
  { school, cohort, actor, at }: { school: string; cohort: string | undefined; actor: string; at: string },
): Promise<Write[]> {
  if (!cohort) return [];
  const id = cohortKey(cohort);
  if (await store.get(cohortEditions, { school, id })) return [];
  const edition = (await listEditions(store))[0]?.id;
  if (!edition) return [];
  const record = { cohort, edition, fixedBy: actor, fixedAt: at };
  const fact = { at, actor, action: 'programme/edition-fixed', object: `cohortEditions/${id}` };
  return [
    put(cohortEditions, { school, id }, record, 0),
    audit(school, { ...fact, after: contentHash([cohort, edition]) }),
  ];
}

function cohortKey(cohort: string): string {
  return naturalId('cohort-edition', cohort);
}
