import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { auditEntries, ptas } from '@buitenboord/shared/store/collections.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import { adoptPta } from '@buitenboord/shared/use-cases/pta/adopt-pta.js';
import { copyablePtas, copyPtas } from '@buitenboord/shared/use-cases/pta/copy-ptas.js';
import { draftPta } from '@buitenboord/shared/use-cases/pta/draft-pta.js';
import { saveComponent } from '@buitenboord/shared/use-cases/pta/edit-draft.js';
import { componentsFor } from '@buitenboord/shared/use-cases/pta/find-adopted-pta.js';
import { lineOf, readLine } from '@buitenboord/shared/use-cases/pta/pta-line.js';
import { proposePta, takeBackPta } from '@buitenboord/shared/use-cases/pta/propose-pta.js';
import { fixedClock, type FixedClock } from '../../../../support/fixed-clock.js';
import { aComponent, anOutline } from '../../../../support/pta.js';
import { openTestStore } from '../../../../support/test-store.js';

const school = 'school-1';
const line = lineOf(anOutline());

let store: Store;
let now: FixedClock;
beforeEach(async () => {
  store = await openTestStore();
  now = fixedClock('2026-09-10T08:00:00Z');
});
afterEach(() => store.close());

const draft = (outline = anOutline()) => draftPta({ store, now }, { school, actor: 'maker', outline });
const propose = (id: string, seen?: number) =>
  proposePta({ store, now }, { school, actor: 'committee', id, ...(seen !== undefined && { seen }) });
const adopt = (id: string) => adoptPta({ store, now }, { school, actor: 'board', id });
const version = async (number = 1) => (await readLine(store, school, line)).find((each) => each.number === number)!;
const actions = async () =>
  (await store.find(auditEntries, { where: { school } })).items.map(({ actor, action }) => `${actor} ${action}`);

describe('a programme on its way [pta.versions]', () => {
  it('is drafted, proposed and adopted, by whom and when, and each step is in the audit trail', async () => {
    const { id } = await draft();
    await propose(id);
    await propose(id);
    now.advance(60_000);
    await adopt(id);
    expect(await version()).toMatchObject({
      ...{ state: 'adopted', madeBy: 'maker', proposedBy: 'committee', proposedAt: '2026-09-10T08:00:00.000Z' },
      ...{ adoptedBy: 'board', adoptedAt: '2026-09-10T08:01:00.000Z' },
    });
    expect(await actions()).toEqual(['maker pta/drafted', 'committee pta/proposed', 'board pta/adopted']);
  });

  it('holds for nobody before it is adopted', async () => {
    const { id } = await draft();
    await propose(id);
    const scope = { cohort: '2025', leerweg: 'kb', at: now() } as const;
    expect(await componentsFor(store, school, scope)).toEqual([]);
    await adopt(id);
    expect(await componentsFor(store, school, scope)).toHaveLength(1);
  });

  it('goes back to a draft when it is taken back, and when somebody changes it', async () => {
    const { id } = await draft();
    await propose(id);
    await takeBackPta({ store, now }, { school, actor: 'maker', id });
    expect(await version()).toMatchObject({ state: 'draft' });
    expect(await version()).not.toHaveProperty('proposedBy');
    await expect(takeBackPta({ store, now }, { school, actor: 'maker', id })).rejects.toMatchObject({
      code: 'pta/not-proposed',
    });
    await propose(id);
    const component = aComponent({ code: 'SE2' });
    await saveComponent({ store, now }, { school, actor: 'maker', line, component });
    expect(await version()).toMatchObject({ state: 'draft', components: [{ code: 'SE1' }, { code: 'SE2' }] });
    expect(await readLine(store, school, line)).toHaveLength(1);
  });

  it('is proposed as it was seen, and never once it holds or held', async () => {
    const { id } = await draft();
    await draft(anOutline({ components: [aComponent({ weight: 9 })] }));
    await expect(propose(id, 1)).rejects.toMatchObject({ code: 'list/changed-meanwhile' });
    await propose(id, 2);
    await adopt(id);
    await expect(propose(id)).rejects.toMatchObject({ code: 'pta/immutable' });
    await draft();
    await adopt(`${line}.2`);
    expect((await version()).state).toBe('amended');
    for (const step of [propose(id), adopt(id)]) await expect(step).rejects.toMatchObject({ code: 'pta/immutable' });
    await expect(propose(`${line}.9`)).rejects.toMatchObject({ code: 'pta/not-found' });
  });

  it('keeps every version readable as it was', async () => {
    for (const weight of [2, 3, 4]) await adopt((await draft(anOutline({ components: [aComponent({ weight })] }))).id);
    const versions = await readLine(store, school, line);
    expect(versions.map(({ state, components }) => [state, components[0]!.weight])).toEqual([
      ['amended', 2],
      ['amended', 3],
      ['adopted', 4],
    ]);
  });
});

describe('copying programmes to the next year', () => {
  const next = lineOf(anOutline({ cohort: '2026', schoolYear: '2027-2028' }));
  const copy = (lines: readonly string[]) => copyPtas({ store, now }, { school, actor: 'maker', lines });

  it('makes drafts for the students who came a year later, with the same components', async () => {
    await adopt((await draft()).id);
    expect(await copyablePtas(store, school, '2026-2027')).toMatchObject([
      { pta: { line }, next: { cohort: '2026', schoolYear: '2027-2028', line: next }, exists: false },
    ]);
    expect(await copy([line, line])).toEqual([next]);
    const [made] = await readLine(store, school, next);
    expect(made).toMatchObject({ state: 'draft', number: 1, copiedFrom: line, components: [aComponent()] });
    expect((await version()).state).toBe('adopted');
  });

  it('changes nothing where the year has one already, and nothing at all when one isn’t adopted', async () => {
    await adopt((await draft()).id);
    await copy([line]);
    expect(await copy([line])).toEqual([]);
    expect((await copyablePtas(store, school, '2026-2027'))[0]).toMatchObject({ exists: true });
    const { line: onlyDrafted } = await draft(anOutline({ leerweg: 'bb' }));
    const other = anOutline({ subject: { code: '1328', title: 'Booglassen' } });
    await adopt((await draft(other)).id);
    await expect(copy([lineOf(other), onlyDrafted])).rejects.toMatchObject({ code: 'pta/not-found' });
    expect((await store.find(ptas, { where: { school, schoolYear: '2027-2028' } })).items).toHaveLength(1);
  });
});
