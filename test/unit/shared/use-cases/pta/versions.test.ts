import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { componentKey } from '@buitenboord/shared/domain/pta/pta.js';
import { verifyAuditChain } from '@buitenboord/shared/store/audit-chain.js';
import { auditEntries, ptas } from '@buitenboord/shared/store/collections.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import { adoptPta } from '@buitenboord/shared/use-cases/pta/adopt-pta.js';
import { draftPta } from '@buitenboord/shared/use-cases/pta/draft-pta.js';
import { removeComponent, saveComponent } from '@buitenboord/shared/use-cases/pta/edit-draft.js';
import { componentsFor, findAdoptedPta, findComponent } from '@buitenboord/shared/use-cases/pta/find-adopted-pta.js';
import { importPtas } from '@buitenboord/shared/use-cases/pta/import-ptas.js';
import { lineOf, readLine } from '@buitenboord/shared/use-cases/pta/pta-line.js';
import { fixedClock, type FixedClock } from '../../../../support/fixed-clock.js';
import { aComponent, anOutline } from '../../../../support/pta.js';
import { aSettledGrade } from '../../../../support/settled-grades.js';
import { openTestStore } from '../../../../support/test-store.js';

const school = 'school-1';
const actor = 'secretary';
const day = 24 * 60 * 60_000;
const line = lineOf(anOutline());
const second = anOutline({ components: [aComponent(), aComponent({ code: 'SE2' })] });

let store: Store;
let now: FixedClock;
beforeEach(async () => {
  store = await openTestStore();
  now = fixedClock('2026-09-10T08:00:00Z');
});
afterEach(() => store.close());

const draft = (outline = anOutline()) => draftPta({ store, now }, { school, actor, outline });
const adopt = (id: string, amendment?: { reason: 'unforeseen'; advisedOn: string }) =>
  adoptPta({ store, now }, { school, actor, id, ...(amendment && { amendment }) });
const states = async () => (await readLine(store, school, line)).map(({ number, state }) => [number, state]);

async function adopted(outline = anOutline()) {
  const { id } = await draft(outline);
  await adopt(id);
  return id;
}

describe('drafting a programme', () => {
  it('makes a version whose id follows from what it is for', async () => {
    const made = await draft();
    expect(made).toEqual({ id: `${line}.1`, line, number: 1, outcome: 'made' });
    expect(await store.get(ptas, { school, id: made.id })).toMatchObject({ state: 'draft', madeBy: actor });
  });

  it('changes nothing when it says the same again, drafted or adopted', async () => {
    const { id } = await draft();
    expect(await draft()).toMatchObject({ outcome: 'unchanged' });
    await adopt(id);
    expect(await draft()).toMatchObject({ id, outcome: 'unchanged' });
    expect(await states()).toEqual([[1, 'adopted']]);
  });

  it('works on one draft at a time, beside the version that holds', async () => {
    await adopted();
    expect(await draft(second)).toMatchObject({ number: 2, outcome: 'made' });
    expect(await draft(anOutline({ components: [aComponent({ weight: 5 })] }))).toMatchObject({
      number: 2,
      outcome: 'changed',
    });
    expect(await states()).toEqual([
      [1, 'adopted'],
      [2, 'draft'],
    ]);
  });

  it('loses no component when two people add one at the same time', async () => {
    await draft();
    await Promise.all([
      saveComponent({ store, now }, { school, actor, line, component: aComponent({ code: 'SE2' }) }),
      saveComponent({ store, now }, { school, actor, line, component: aComponent({ code: 'SE3' }) }),
    ]);
    const [version] = await readLine(store, school, line);
    expect(version!.components.map(({ code }) => code).sort()).toEqual(['SE1', 'SE2', 'SE3']);
  });
});

describe('adopting a programme [pta.versions]', () => {
  it('fixes it for good: it can’t be adopted again or edited in place', async () => {
    const id = await adopted();
    await expect(adopt(id)).rejects.toMatchObject({ code: 'pta/immutable' });
    await saveComponent({ store, now }, { school, actor, line, component: aComponent({ code: 'SE2' }) });
    const versions = await readLine(store, school, line);
    expect(versions.map(({ state, components }) => [state, components.length])).toEqual([
      ['adopted', 1],
      ['draft', 2],
    ]);
  });

  it('replaces the version that held, in the same commit, and says who did it', async () => {
    await adopted();
    const { id } = await draft(second);
    await adopt(id);
    expect(await states()).toEqual([
      [1, 'amended'],
      [2, 'adopted'],
    ]);
    expect((await findAdoptedPta(store, school, line))?.id).toBe(id);
    const { items } = await store.find(auditEntries, { where: { school } });
    expect(items.map(({ action, actor }) => `${actor} ${action}`)).toEqual([
      'secretary pta/drafted',
      'secretary pta/proposed',
      'secretary pta/adopted',
      'secretary pta/drafted',
      'secretary pta/amended',
      'secretary pta/proposed',
      'secretary pta/adopted',
    ]);
    expect(await verifyAuditChain(store, school)).toMatchObject({ kind: 'whole' });
  });

  it('adopts only what the person saw', async () => {
    const { id } = await draft();
    const seen = (await store.get(ptas, { school, id }))!.version;
    await draft(second);
    await expect(adoptPta({ store, now }, { school, actor, id, seen })).rejects.toMatchObject({
      code: 'list/changed-meanwhile',
    });
  });

  it('isn’t done for another school', async () => {
    const { id } = await draft();
    await expect(adoptPta({ store, now }, { school: 'school-2', actor, id })).rejects.toMatchObject({
      code: 'pta/not-found',
    });
    await expect(findComponent(store, 'school-2', line, 'SE1')).resolves.toBeUndefined();
  });
});

describe('changing an adopted programme from 1 October on [pta.amendment]', () => {
  const until = (iso: string) => now.advance(Date.parse(iso) - now().getTime());

  it('needs no reason on 30 September, in the Netherlands', async () => {
    await adopted();
    const { id } = await draft(second);
    until('2026-09-30T21:59:59Z');
    await expect(adopt(id)).resolves.toBeUndefined();
  });

  it('needs a reason and an advice from midnight on', async () => {
    await adopted();
    const { id } = await draft(second);
    until('2026-09-30T22:00:00Z');
    await expect(adopt(id)).rejects.toMatchObject({ code: 'pta/amendment-needs-reason' });
    await expect(adopt(id, { reason: 'unforeseen', advisedOn: '2026-10-02' })).rejects.toMatchObject({
      code: 'pta/amendment-needs-reason',
    });
    expect(await states()).toEqual([
      [1, 'adopted'],
      [2, 'draft'],
    ]);
    await adopt(id, { reason: 'unforeseen', advisedOn: '2026-10-01' });
    expect((await findAdoptedPta(store, school, line))?.amendment).toEqual({
      reason: 'unforeseen',
      advisedOn: '2026-10-01',
    });
  });

  it('is no question for the first version: the school adopted it on paper and types it in late', async () => {
    until('2026-11-20T10:00:00Z');
    await expect(adopted()).resolves.toBe(`${line}.1`);
  });
});

describe('components with grades [pta.component-with-grades-stays]', () => {
  const grade = () =>
    aSettledGrade(
      store,
      { school, course: 'c', activity: 'a', teacher: 't' },
      { student: 's', component: componentKey(line, 'SE1') },
    );
  const without = anOutline({ components: [aComponent({ code: 'SE2' })] });

  it('can’t be dropped or judged on another scale', async () => {
    await adopted(second);
    await grade();
    await expect(draft(without)).rejects.toMatchObject({
      code: 'pta/component-has-grades',
      facts: { component: 'SE1' },
    });
    await expect(
      draft(anOutline({ components: [aComponent({ scale: 'met' }), aComponent({ code: 'SE2' })] })),
    ).rejects.toMatchObject({ code: 'pta/component-has-grades' });
    await expect(removeComponent({ store, now }, { school, actor, line, code: 'SE1' })).rejects.toMatchObject({
      code: 'pta/component-has-grades',
    });
    await expect(removeComponent({ store, now }, { school, actor, line, code: 'SE2' })).resolves.toMatchObject({
      outcome: 'made',
    });
  });

  it('are looked at again when the draft is adopted', async () => {
    await adopted(second);
    const { id } = await draft(without);
    await grade();
    await expect(adopt(id)).rejects.toMatchObject({ code: 'pta/component-has-grades' });
  });
});

describe('what grades of a course may count for', () => {
  const scope = { cohort: '2025', leerweg: 'kb' } as const;

  it('are the components of everything adopted for that cohort, leerweg and school year', async () => {
    await adopted();
    await adopted(
      anOutline({
        subject: { code: '1328', title: 'Praktisch booglassen' },
        components: [aComponent({ code: 'PO1' })],
      }),
    );
    await adopted(anOutline({ leerweg: 'bb' }));
    await adopted(anOutline({ schoolYear: '2027-2028' }));
    await draft(anOutline({ subject: { code: '1332', title: 'De lasrobot' } }));
    const found = await componentsFor(store, school, { ...scope, at: new Date('2027-07-31T12:00:00Z') });
    expect(found.map(({ subject, component }) => [subject.code, component.code])).toEqual([
      ['1305', 'SE1'],
      ['1328', 'PO1'],
    ]);
    expect(found[0]!.key).toBe(componentKey(line, 'SE1'));
    expect(await componentsFor(store, school, { ...scope, at: new Date('2028-09-01T12:00:00Z') })).toEqual([]);
    expect(await componentsFor(store, 'school-2', { ...scope, at: new Date('2027-06-01T12:00:00Z') })).toEqual([]);
  });
});

describe('importing programmes', () => {
  const outlines = [anOutline(), anOutline({ leerweg: 'bb' })];
  const run = (adopt: boolean, of = outlines) => importPtas({ store, now }, { school, actor, outlines: of, adopt });

  it('stores them all as drafts, or adopted at once', async () => {
    expect((await run(false)).map(({ outcome, adopted: is }) => [outcome, is])).toEqual([
      ['made', false],
      ['made', false],
    ]);
    expect((await run(true)).map(({ outcome, adopted: is }) => [outcome, is])).toEqual([
      ['unchanged', true],
      ['unchanged', true],
    ]);
    expect(await states()).toEqual([[1, 'adopted']]);
  });

  it('changes nothing the second time, whether or not it adopts', async () => {
    await run(true);
    const before = (await store.find(auditEntries, { where: { school } })).items.length;
    now.advance(day);
    expect((await run(true)).map(({ outcome, adopted: is }) => [outcome, is])).toEqual([
      ['unchanged', false],
      ['unchanged', false],
    ]);
    await run(false);
    expect((await store.find(auditEntries, { where: { school } })).items).toHaveLength(before);
  });

  it('stores none when one is refused', async () => {
    await adopted(second);
    await aSettledGrade(
      store,
      { school, course: 'c', activity: 'a', teacher: 't' },
      { student: 's', component: componentKey(line, 'SE2') },
    );
    await expect(run(true, [anOutline({ leerweg: 'gl' }), anOutline()])).rejects.toMatchObject({
      code: 'pta/component-has-grades',
    });
    expect((await store.find(ptas, { where: { school, leerweg: 'gl' } })).items).toEqual([]);
  });
});
