import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { auditEntries, platforms, schools } from '@buitenboord/shared/store/collections.js';
import { put, type Store } from '@buitenboord/shared/store/port.js';
import { addPlatform } from '@buitenboord/shared/use-cases/school/keep-platforms.js';
import { changePlatformRules } from '@buitenboord/shared/use-cases/school/platform-rules.js';
import { fixedClock } from '../../../../support/fixed-clock.js';
import { aPlatformRecord, aSchoolRecord, madeAt } from '../../../../support/records.js';
import { openTestStore } from '../../../../support/test-store.js';

let store: Store;
let id: string;
const now = fixedClock(madeAt);
const added = () => {
  const {
    state: _state,
    createdAt: _createdAt,
    deployments: _deployments,
    ...platform
  } = aPlatformRecord({ school: 's1' });
  return addPlatform({ store, now }, { ...platform, actor: 'command', deployment: '1' });
};
beforeEach(async () => {
  store = await openTestStore();
  await store.commit([put(schools, { id: 's1' }, aSchoolRecord(), 0)]);
  ({ id } = await added());
});
afterEach(() => store.close());

const set = (rules: object, school = 's1') =>
  changePlatformRules({ store, now }, { school, id, actor: 'command', ...rules });
const written = async () => (await store.find(auditEntries, { where: { school: 's1' } })).items.length;

describe('what we take from a platform', () => {
  it('is changed one by one, and stays when the platform is added again', async () => {
    await set({ deployment: '2' });
    await set({ signingAlgorithm: 'ES256' });
    await set({ anonymousLaunches: true });
    const rules = { deployments: ['1', '2'], signingAlgorithm: 'ES256', anonymousLaunches: true };
    expect(await store.get(platforms, { id })).toMatchObject(rules);
    expect((await added()).outcome).toBe('unchanged');
    expect(await store.get(platforms, { id })).toMatchObject(rules);
  });

  it('is written down when it changed, and only then', async () => {
    const before = await written();
    await set({ deployment: '1' });
    await set({});
    expect(await written()).toBe(before);
    await set({ deployment: '2' });
    expect(await written()).toBe(before + 1);
  });

  it('is no other school’s to change', async () => {
    await expect(set({ anonymousLaunches: true }, 's2')).rejects.toMatchObject({ code: 'platform/unknown' });
  });
});
