import type { CareerCondition } from '../../domain/lob/career-entry.js';
import { missingToBegin, missingToClose, type Missing } from '../../domain/lob/career-steps.js';
import { dutchDay } from '../../domain/pta/school-year.js';
import type { Clock } from '../../ports/clock.js';
import { Problem } from '../../problem.js';
import { contentHash } from '../../store/audit.js';
import { careerEntries } from '../../store/collections.js';
import { decideAgain } from '../../store/decide-again.js';
import { audit, change, type Store } from '../../store/port.js';
import {
  conversationsOf,
  entriesOf,
  getOwnEntry,
  getSharedEntry,
  insistOpen,
  type FileOwner,
  type StoredEntry,
} from './find-entry.js';

interface Deps {
  store: Store;
  now: Clock;
}

interface Approval {
  teacher: string;
  entry: string;
}

/** A teacher lets a career assignment begin. Refused with `career/not-yet` and what is missing. */
export async function approveEntry(deps: Deps, owner: FileOwner, { teacher, entry: id }: Approval): Promise<void> {
  await decideAgain(async () => {
    const entry = await getSharedEntry(deps.store, owner, id);
    insistOpen(entry);
    if (entry.approved) return;
    const at = deps.now().toISOString();
    insistComplete(id, missingToBegin(entry, await knownOf(deps, owner, entry)));
    await deps.store.commit([
      change(careerEntries, entry, { approved: { by: teacher, at } }),
      audit(owner.school, {
        at,
        actor: teacher,
        action: 'career-entry/approved',
        object: `careerEntries/${id}`,
        after: contentHash(entry),
      }),
    ]);
  });
}

interface Waiving extends Approval {
  condition: CareerCondition;
  reason: string;
}

/** A teacher lets one of the four conditions go for this assignment, with a reason that is kept and shown. The first reason stays. */
export async function waiveCondition(deps: Deps, owner: FileOwner, waiving: Waiving): Promise<void> {
  const { teacher, entry: id, condition, reason } = waiving;
  await decideAgain(async () => {
    const entry = await getSharedEntry(deps.store, owner, id);
    insistOpen(entry);
    if (entry.waived.some((each) => each.condition === condition)) return;
    const at = deps.now().toISOString();
    const waived = [...entry.waived, { condition, reason, by: teacher, at }];
    await deps.store.commit([
      change(careerEntries, entry, { waived }),
      audit(owner.school, {
        at,
        actor: teacher,
        action: 'career-entry/condition-waived',
        object: `careerEntries/${id}`,
        after: contentHash(waived),
      }),
    ]);
  });
}

/** The student closes her entry. Refused with `career/not-yet` and what is missing. */
export async function closeEntry(deps: Deps, owner: FileOwner, id: string): Promise<void> {
  await decideAgain(async () => {
    const entry = await getOwnEntry(deps.store, owner, id);
    if (entry.closedAt) return;
    insistComplete(id, missingToClose(entry, await knownOf(deps, owner, entry)));
    const at = deps.now().toISOString();
    await deps.store.commit([
      change(careerEntries, entry, { closedAt: at }),
      audit(owner.school, {
        at,
        actor: owner.student,
        action: 'career-entry/closed',
        object: `careerEntries/${id}`,
        after: contentHash(entry),
      }),
    ]);
  });
}

/** What the rules look at besides the entry: the student's other entries, the talks about this one, and the day. */
async function knownOf({ store, now }: Deps, owner: FileOwner, entry: StoredEntry) {
  const [all, conversations] = await Promise.all([
    entriesOf(store, owner),
    conversationsOf(store, owner.school, entry.id),
  ]);
  return { others: all.filter(({ id }) => id !== entry.id), conversations, today: dutchDay(now()) };
}

function insistComplete(entry: string, missing: readonly Missing[]): void {
  if (missing.length > 0) throw new Problem('career/not-yet', { entry, missing: missing.join(' ') });
}
