import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Problem, type ProblemFacts } from '@buitenboord/shared/problem.js';
import { platforms, refusedLaunches } from '@buitenboord/shared/store/collections.js';
import { put, type Store } from '@buitenboord/shared/store/port.js';
import { refusedLaunchesOf, rememberRefusedLaunch } from '@buitenboord/shared/use-cases/launch/refused-launches.js';
import { aPlatformRecord } from '../../../../support/records.js';
import { openTestStore } from '../../../../support/test-store.js';

const cloud = 'https://cloud.example';

let store: Store;
beforeEach(async () => {
  store = await openTestStore();
  await store.commit([
    put(platforms, { id: 'p1' }, aPlatformRecord({ school: 's1' }), 0),
    put(platforms, { id: 'c1' }, aPlatformRecord({ school: 's1', issuer: cloud, clientId: 'one' }), 0),
    put(platforms, { id: 'c2' }, aPlatformRecord({ school: 's2', issuer: cloud, clientId: 'two' }), 0),
  ]);
});
afterEach(() => store.close());

const refuse = (facts: ProblemFacts, minute = 0, reference = 'abc') =>
  rememberRefusedLaunch(store, {
    problem: new Problem('launch/unknown-deployment', facts),
    step: 'deploymentIsKnown',
    reference,
    at: new Date(Date.UTC(2026, 5, 2, 9, minute)),
  });
const everything = async () => (await store.find(refusedLaunches, { where: {}, limit: 500 })).items;

describe('a refused launch', () => {
  it('is kept for the school whose platform it is, with the step, the code, the reference and the facts', async () => {
    await refuse({ platform: 'p1', step: 'deploymentIsKnown', deployment: '77', otherThanAtLogin: false });
    expect(await refusedLaunchesOf(store, 's1', 10)).toEqual([
      expect.objectContaining({
        schoolId: 's1',
        platformId: 'p1',
        at: '2026-06-02T09:00:00.000Z',
        step: 'deploymentIsKnown',
        code: 'launch/unknown-deployment',
        reference: 'abc',
        facts: { deployment: '77', otherThanAtLogin: false },
      }),
    ]);
    expect(await refusedLaunchesOf(store, 's2', 10)).toEqual([]);
  });

  it('of an unknown registration is for the one school that has this issuer', async () => {
    await refuse({ issuer: 'https://lms.example', clientId: 'mistyped' });
    expect(await refusedLaunchesOf(store, 's1', 10)).toMatchObject([
      { platformId: 'unknown', facts: { issuer: 'https://lms.example', clientId: 'mistyped' } },
    ]);
  });

  it.each([cloud, 'https://nobody.example'])('is for no school when it says no more than %s', async (issuer) => {
    await refuse({ issuer });
    expect((await everything()).map(({ schoolId }) => schoolId)).toEqual([undefined]);
  });

  it('is for no school when it names a platform that was removed', async () => {
    await refuse({ platform: 'gone' });
    expect(await everything()).toMatchObject([{ platformId: 'unknown' }]);
  });

  it('makes room: of each platform the newest fifty stay', async () => {
    for (let minute = 0; minute < 59; minute += 1) await refuse({ platform: 'p1' }, minute, `r${minute}`);
    await refuse({ platform: 'c2' }, 0, 'other');
    const kept = await refusedLaunchesOf(store, 's1', 500);
    expect(kept).toHaveLength(50);
    expect([kept[0]?.reference, kept[49]?.reference]).toEqual(['r58', 'r9']);
    expect(await refusedLaunchesOf(store, 's2', 10)).toHaveLength(1);
  });

  it('stays within bounds when many come at once', async () => {
    await Promise.all(Array.from({ length: 80 }, () => refuse({ platform: 'p1' })));
    await refuse({ platform: 'p1' });
    expect((await everything()).length).toBe(50);
  });

  it('keeps no long texts', async () => {
    await refuse({ platform: 'p1', type: 'x'.repeat(5000) });
    expect((await everything())[0]?.facts.type).toHaveLength(255);
  });
});
