import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Store } from '@buitenboord/shared/store/port.js';
import { auditEntries } from '@buitenboord/shared/store/collections.js';
import {
  plainTextsFor,
  reviewPlainText,
  writePlainTexts,
} from '@buitenboord/shared/use-cases/programme/plain-texts.js';
import { fixedClock } from '../../../../support/fixed-clock.js';
import { sloId } from '../../../../support/programme.js';
import { openTestStore } from '../../../../support/test-store.js';

let store: Store;
beforeEach(async () => {
  store = await openTestStore();
});
afterEach(() => store.close());

const now = fixedClock('2026-06-01T08:00:00.000Z');
const target = sloId(1);
const about = { target, audience: 'company' as const };
const write = (school: string, text: string, actor = 'karim') =>
  writePlainTexts({ store, now }, { school, actor, texts: [{ ...about, text }] });
const review = (school: string, actor = 'ans') => reviewPlainText({ store, now }, { school, actor, ...about });
const shown = async (school: string) => (await plainTextsFor(store, school, [target]))(target, 'company')?.text;
const actions = async (school: string) =>
  (await store.find(auditEntries, { where: { school } })).items.map(({ action }) => action);

describe('plain words for an attainment target', () => {
  it('are seen by the school that wrote them, with an entry in its audit trail', async () => {
    await write('a', 'Leest een tekening.');
    expect([await shown('a'), await shown('b')]).toEqual(['Leest een tekening.', undefined]);
    expect(await actions('a')).toEqual(['programme/text-written']);
  });

  it('are used by other schools once a colleague reviewed them [programme.plain-text-is-reviewed]', async () => {
    await write('a', 'Leest een tekening.');
    await expect(review('a', 'karim')).rejects.toMatchObject({ code: 'programme/own-review' });
    await review('a');
    expect(await shown('b')).toBe('Leest een tekening.');
    await write('b', 'Kan tekening lezen.');
    expect([await shown('a'), await shown('b')]).toEqual(['Leest een tekening.', 'Kan tekening lezen.']);
  });

  it('must be reviewed anew when they change, and not when they stay', async () => {
    await write('a', 'Leest een tekening.');
    await review('a');
    await write('a', ' Leest een tekening. ', 'ans');
    expect(await shown('b')).toBe('Leest een tekening.');
    await write('a', 'Leest tekeningen.');
    expect(await shown('b')).toBeUndefined();
  });

  it('can be taken away', async () => {
    await write('a', 'Leest een tekening.');
    await write('a', '');
    expect(await shown('a')).toBeUndefined();
    expect(await actions('a')).toEqual(['programme/text-written', 'programme/text-removed']);
    await expect(review('a')).rejects.toMatchObject({ code: 'programme/text-unknown' });
  });
});
