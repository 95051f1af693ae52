import {
  examKindOf,
  sittingConditions,
  type Condition,
  type ExamKind,
  type Sitting,
} from '../../domain/assessment/sitting.js';
import type { Activity } from '../../domain/activity/assignment.js';
import { naturalId } from '../../ids.js';
import type { Clock } from '../../ports/clock.js';
import { Problem } from '../../problem.js';
import { contentHash } from '../../store/audit.js';
import { sittings } from '../../store/collections.js';
import { decideAgain } from '../../store/decide-again.js';
import { audit, put, type Store, type Stored } from '../../store/port.js';
import { getActivity } from '../company/company-records.js';

interface Deps {
  store: Store;
  now: Clock;
}

type OneAttempt = Pick<Sitting, 'student' | 'attempt'>;

export interface SittingView {
  kind: ExamKind;
  sitting: Sitting | undefined;
  conditions: readonly Condition[];
}

/** The conditions of a student's sitting and how far they are; undefined when the activity is no exam. */
export async function findSitting(
  store: Store,
  activity: Stored<Activity, 'school'>,
  { student, attempt }: OneAttempt,
): Promise<SittingView | undefined> {
  const kind = examKindOf(activity);
  if (!kind) return undefined;
  const id = sittingId({ activity: activity.id, student, attempt });
  const sitting = await store.get(sittings, { school: activity.school, id });
  return { kind, sitting, conditions: sittingConditions(kind, { inPta: activity.counting.kind === 'pta', sitting }) };
}

/** Throws `assessment/conditions-open`, with how many, while a condition of an exam isn't met. */
export async function insistOnConditions(
  store: Store,
  activity: Stored<Activity, 'school'>,
  one: OneAttempt,
): Promise<void> {
  const view = await findSitting(store, activity, one);
  const open = view?.conditions.filter(({ met }) => !met) ?? [];
  if (open.length > 0) throw new Problem('assessment/conditions-open', { activity: activity.id, open: open.length });
}

/** Keeps that a sitting was held and how; never what it was about. Throws `request/not-found` where there is no exam. */
export async function keepSitting(
  { store, now }: Deps,
  { school, ...held }: Omit<Sitting, 'at'> & { school: string },
): Promise<void> {
  const activity = await getActivity(store, school, held.activity);
  if (!examKindOf(activity)) throw new Problem('request/not-found', { activity: activity.id });
  await decideAgain(async () => {
    const key = { school, id: sittingId(held) };
    const before = await store.get(sittings, key);
    const sitting: Sitting = { ...held, at: now().toISOString() };
    await store.commit([
      put(sittings, key, sitting, before?.version ?? 0),
      audit(school, {
        at: sitting.at,
        actor: held.by,
        action: 'assessment/sitting',
        object: `sittings/${key.id}`,
        ...(before && { before: contentHash(before.heldOn ?? '') }),
        after: contentHash(held),
      }),
    ]);
  });
}

function sittingId({ activity, student, attempt }: OneAttempt & { activity: string }): string {
  return naturalId('sitting', activity, student, String(attempt));
}
