import type { CareerConversation, ConversationMoment } from '../../domain/lob/career-entry.js';
import { naturalId } from '../../ids.js';
import type { Clock } from '../../ports/clock.js';
import { contentHash } from '../../store/audit.js';
import { careerConversations } from '../../store/collections.js';
import { decideAgain } from '../../store/decide-again.js';
import { audit, put, type Store } from '../../store/port.js';
import { getOwnEntry, getSharedEntry, insistOpen, type FileOwner } from './find-entry.js';

interface Deps {
  store: Store;
  now: Clock;
}

interface Told {
  entry: string;
  moment: ConversationMoment;
  heldOn: string;
  notes: string;
  nextStep: string;
}

/** Keeps what the student noted of a talk, beside the teacher's words and never over them. */
export async function keepStudentNotes(deps: Deps, owner: FileOwner, told: Told): Promise<void> {
  await keep(deps, owner, told, { actor: owner.student, words: { studentNotes: told.notes } });
}

/** Keeps what the teacher recorded of a talk; with it the talk counts as held. Only of an entry that the student shows. */
export async function keepTeacherNotes(deps: Deps, owner: FileOwner, teacher: string, told: Told): Promise<void> {
  await getSharedEntry(deps.store, owner, told.entry);
  await keep(deps, owner, told, { actor: teacher, words: { teacherNotes: told.notes, teacher } });
}

interface Writing {
  actor: string;
  words: Partial<Pick<CareerConversation, 'studentNotes' | 'teacherNotes' | 'teacher'>>;
}

async function keep({ store, now }: Deps, owner: FileOwner, told: Told, { actor, words }: Writing): Promise<void> {
  const { school, student } = owner;
  const { entry, moment, heldOn, nextStep } = told;
  await decideAgain(async () => {
    insistOpen(await getOwnEntry(store, owner, entry));
    const id = naturalId('conversation', entry, moment);
    const known = await store.get(careerConversations, { school, id });
    const { studentNotes = '', teacherNotes = '', teacher, nextStep: agreed = '' } = known ?? {};
    const savedAt = now().toISOString();
    const talk: CareerConversation = {
      entry,
      student,
      moment,
      heldOn,
      // Left empty by one, it doesn't wipe out what the other wrote.
      nextStep: nextStep === '' ? agreed : nextStep,
      studentNotes,
      teacherNotes,
      ...(teacher !== undefined && { teacher }),
      ...words,
      savedAt,
    };
    await store.commit([
      put(careerConversations, { school, id }, talk, known?.version ?? 0),
      audit(school, {
        at: savedAt,
        actor,
        action: 'career-conversation/kept',
        object: `careerConversations/${id}`,
        after: contentHash(talk),
      }),
    ]);
  });
}
