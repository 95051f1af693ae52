import { z } from 'zod';
import { CareerEntry } from '../../domain/lob/career-entry.js';
import { usualQuestions } from '../../domain/lob/questions.js';
import { naturalId, newId } from '../../ids.js';
import type { Clock } from '../../ports/clock.js';
import { contentHash } from '../../store/audit.js';
import { careerEntries } from '../../store/collections.js';
import { decideAgain } from '../../store/decide-again.js';
import { audit, change, put, type Store } from '../../store/port.js';
import { getOwnEntry, insistOpen, type FileOwner } from './find-entry.js';

interface Deps {
  store: Store;
  now: Clock;
}

/** What a student begins with: what it is, and why. */
export const NewEntry = CareerEntry.pick({
  kind: true,
  title: true,
  place: true,
  outsideSchool: true,
  isAssignment: true,
  motivation: true,
  aim: true,
}).extend({ activity: z.string().optional() });
export type NewEntry = z.infer<typeof NewEntry>;

/** What she may write in it later on. */
export const EntryWords = CareerEntry.pick({
  title: true,
  place: true,
  motivation: true,
  aim: true,
  answers: true,
  happenedOn: true,
  results: true,
  evaluation: true,
  conclusion: true,
  fitsMe: true,
  sharedWith: true,
});
export type EntryWords = z.infer<typeof EntryWords>;

/** The one entry that a student can have of an activity. */
export function entryOfActivity(activity: string, student: string): string {
  return naturalId('careerEntry', activity, student);
}

/** Begins an entry in the student's career file, with the usual questions; nobody else sees it until she shows it. Of an activity there is one: begun again, it is that one. */
export async function beginEntry(deps: Deps, owner: FileOwner, chosen: NewEntry): Promise<{ id: string }> {
  return decideAgain(() => begin(deps, owner, chosen));
}

async function begin(deps: Deps, owner: FileOwner, chosen: NewEntry): Promise<{ id: string }> {
  const { school, student } = owner;
  const id = chosen.activity === undefined ? newId() : entryOfActivity(chosen.activity, student);
  const known = await deps.store.get(careerEntries, { school, id });
  if (known && !known.withdrawnAt) return { id };
  const at = deps.now().toISOString();
  const entry: CareerEntry = {
    ...chosen,
    student,
    answers: usualQuestions.map((question) => ({ question, answer: '' })),
    results: '',
    evaluation: '',
    conclusion: '',
    waived: [],
    // An assignment can't begin without a talk, and so without a teacher who can read it.
    sharedWith: chosen.isAssignment ? 'teachers' : 'nobody',
    startedAt: at,
    savedAt: at,
  };
  await deps.store.commit([
    put(careerEntries, { school, id }, entry, known?.version ?? 0),
    audit(school, { at, actor: student, action: 'career-entry/begun', object: `careerEntries/${id}` }),
  ]);
  return { id };
}

/** Keeps what the student wrote. Refused with `career/closed` once the entry is closed. */
export async function keepEntry(deps: Deps, owner: FileOwner, id: string, words: EntryWords): Promise<void> {
  await decideAgain(async () => {
    const entry = await getOwnEntry(deps.store, owner, id);
    insistOpen(entry);
    const at = deps.now().toISOString();
    const shares = entry.sharedWith !== words.sharedWith;
    await deps.store.commit([
      change(careerEntries, entry, { ...words, happenedOn: words.happenedOn, fitsMe: words.fitsMe, savedAt: at }),
      // Who may read it is worth remembering; what she typed meanwhile isn't anybody's business.
      ...(shares
        ? [
            audit(owner.school, {
              at,
              actor: owner.student,
              action: words.sharedWith === 'teachers' ? 'career-entry/shown' : 'career-entry/hidden',
              object: `careerEntries/${id}`,
              after: contentHash(words),
            }),
          ]
        : []),
    ]);
  });
}

/** Takes an entry out of the file. It is no longer shown to anybody, and goes with the student's other records. */
export async function withdrawEntry(deps: Deps, owner: FileOwner, id: string): Promise<void> {
  await decideAgain(async () => {
    const entry = await getOwnEntry(deps.store, owner, id);
    const at = deps.now().toISOString();
    await deps.store.commit([
      change(careerEntries, entry, { withdrawnAt: at }),
      audit(owner.school, {
        at,
        actor: owner.student,
        action: 'career-entry/withdrawn',
        object: `careerEntries/${id}`,
      }),
    ]);
  });
}
