import type { Observation } from '../../domain/assessment/observation.js';
import { newId } from '../../ids.js';
import type { Clock } from '../../ports/clock.js';
import { contentHash } from '../../store/audit.js';
import { observations } from '../../store/collections.js';
import { audit, put, type Store } from '../../store/port.js';

interface Deps {
  store: Store;
  now: Clock;
}

/** Keeps what a teacher noticed of a student. It has no grade and reaches none. */
export async function addObservation(
  { store, now }: Deps,
  { school, ...noticed }: Omit<Observation, 'at'> & { school: string },
): Promise<void> {
  const at = now().toISOString();
  const id = newId();
  await store.commit([
    put(observations, { school, id }, { ...noticed, at }, 0),
    audit(school, {
      at,
      actor: noticed.by,
      action: 'assessment/observed',
      object: `observations/${id}`,
      after: contentHash(noticed.words),
    }),
  ]);
}
