import type { CareerCondition } from '../../domain/lob/career-entry.js';
import {
  careerStep,
  conditionsOf,
  missingToBegin,
  missingToClose,
  type CareerStep,
  type Known,
  type Missing,
} from '../../domain/lob/career-steps.js';
import { dutchDay } from '../../domain/pta/school-year.js';
import type { Clock } from '../../ports/clock.js';
import type { Store } from '../../store/port.js';
import { conversationsOf, entriesOf, type FileOwner, type StoredConversation, type StoredEntry } from './find-entry.js';

interface Deps {
  store: Store;
  now: Clock;
}

/** An entry as it stands, with what the next step still needs. */
export interface CareerEntryView {
  entry: StoredEntry;
  conversations: readonly StoredConversation[];
  step: CareerStep;
  missing: readonly Missing[];
  /** What a teacher could let go, with a reason. */
  waivable: readonly CareerCondition[];
}

/** The student's career file, newest first. */
export async function viewCareerFile(deps: Deps, owner: FileOwner): Promise<CareerEntryView[]> {
  const entries = await entriesOf(deps.store, owner);
  const today = dutchDay(deps.now());
  const views = await Promise.all(
    entries.map(async (entry) => {
      const conversations = await conversationsOf(deps.store, owner.school, entry.id);
      const known = { others: entries.filter(({ id }) => id !== entry.id), conversations, today };
      const step = careerStep(entry, today);
      const missing = entry.closedAt ? [] : missingNow(entry, step, known);
      return { entry, conversations, step, missing, waivable: conditionsOf(missing) };
    }),
  );
  return views.reverse();
}

// What comes after the first step would only be noise during it.
function missingNow(entry: StoredEntry, step: CareerStep, known: Known): Missing[] {
  return step === 'choose' ? [...missingToBegin(entry, known), 'approval'] : missingToClose(entry, known);
}

/** What a teacher sees of it: only what the student shows. */
export async function viewSharedFile(deps: Deps, owner: FileOwner): Promise<CareerEntryView[]> {
  return (await viewCareerFile(deps, owner)).filter(({ entry }) => entry.sharedWith === 'teachers');
}
