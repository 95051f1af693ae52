import { choosePlainText, type Audience, type PlainText } from '../../domain/programme/plain-text.js';
import { naturalId } from '../../ids.js';
import type { Clock } from '../../ports/clock.js';
import { Problem } from '../../problem.js';
import { contentHash } from '../../store/audit.js';
import { plainTexts } from '../../store/collections.js';
import { decideAgain } from '../../store/decide-again.js';
import { audit, change, put, remove, type Store, type Stored, type Write } from '../../store/port.js';

interface Deps {
  store: Store;
  now: Clock;
}

export type StoredPlainText = Stored<PlainText>;

/** The words a school uses for targets, by target and audience: its own, else reviewed ones of another school. */
export async function plainTextsFor(
  store: Store,
  school: string,
  targets: readonly string[],
): Promise<(target: string, audience: Audience) => StoredPlainText | undefined> {
  const chosen = new Map<string, StoredPlainText>();
  await Promise.all(
    targets.map(async (target) => {
      const { items } = await store.find(plainTexts, { where: { target }, limit: 500 });
      for (const audience of ['student', 'company'] as const) {
        const one = choosePlainText(
          items.filter((text) => text.audience === audience),
          school,
        );
        if (one) chosen.set(`${target} ${audience}`, one);
      }
    }),
  );
  return (target, audience) => chosen.get(`${target} ${audience}`);
}

export interface TextToWrite {
  target: string;
  audience: Audience;
  /** Empty takes the school's own words away. */
  text: string;
}

/** Writes a school's own words. Changed words are not reviewed any more; the same words change nothing. */
export async function writePlainTexts(
  deps: Deps,
  { school, actor, texts }: { school: string; actor: string; texts: readonly TextToWrite[] },
): Promise<void> {
  await decideAgain(async () => {
    const writes: Write[] = [];
    for (const written of texts) writes.push(...(await writing(deps, { school, actor }, written)));
    if (writes.length > 0) await deps.store.commit(writes);
  });
}

async function writing(
  { store, now }: Deps,
  { school, actor }: { school: string; actor: string },
  { target, audience, text: typed }: TextToWrite,
): Promise<Write[]> {
  const id = textKey(school, target, audience);
  const before = await store.get(plainTexts, { id });
  const text = typed.trim();
  if (text === (before?.text ?? '')) return [];
  const at = now().toISOString();
  const fact = { at, actor, object: `plainTexts/${id}`, ...(before && { before: contentHash(before.text) }) };
  if (text === '')
    return before ? [remove(plainTexts, before), audit(school, { ...fact, action: 'programme/text-removed' })] : [];
  const record: PlainText = { target, audience, school, text, author: actor, writtenAt: at };
  return [
    put(plainTexts, { id }, record, before?.version ?? 0),
    audit(school, { ...fact, action: 'programme/text-written', after: contentHash(text) }),
  ];
}

/**
 * Says that words of the school are right: by somebody else than their author. From then on other schools that have none of their own use them.
 * Throws `programme/own-review`.
 */
export async function reviewPlainText(
  deps: Deps,
  { school, actor, target, audience }: { school: string; actor: string; target: string; audience: Audience },
): Promise<void> {
  const { store, now } = deps;
  await decideAgain(async () => {
    const id = textKey(school, target, audience);
    const text = await store.get(plainTexts, { id });
    if (!text) throw new Problem('programme/text-unknown', { id });
    if (text.reviewedAt !== undefined) return;
    if (text.author === actor) throw new Problem('programme/own-review', { id });
    const at = now().toISOString();
    await store.commit([
      change(plainTexts, text, { reviewedBy: actor, reviewedAt: at }),
      audit(school, {
        at,
        actor,
        action: 'programme/text-reviewed',
        object: `plainTexts/${id}`,
        after: contentHash(text.text),
      }),
    ]);
  });
}

function textKey(school: string, target: string, audience: Audience): string {
  return naturalId('plain-text', school, target, audience);
}
