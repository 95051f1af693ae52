import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createVault } from '@buitenboord/shared/runtime/vault.js';
import { schoolKeys } from '@buitenboord/shared/store/collections.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import { fileKeyOf } from '@buitenboord/shared/use-cases/school-keys.js';
import { fixedClock } from '../../../support/fixed-clock.js';
import { openTestStore } from '../../../support/test-store.js';

describe('the key of a school’s files', () => {
  let store: Store;
  beforeEach(async () => {
    store = await openTestStore();
  });
  afterEach(() => store.close());

  const deps = () => ({
    store,
    vault: createVault('a secret of the installation'),
    now: fixedClock('2026-09-01T08:00:00.000Z'),
  });

  it('is made once, also when ten first files come at once', async () => {
    const keys = await Promise.all(Array.from({ length: 10 }, () => fileKeyOf(deps(), 'one')));
    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(1);
    expect(keys[0]).toHaveLength(32);
    expect((await store.find(schoolKeys, { where: { school: 'one' } })).items).toHaveLength(1);
  });

  it('is another one for another school', async () => {
    expect((await fileKeyOf(deps(), 'one')).equals(await fileKeyOf(deps(), 'two'))).toBe(false);
  });

  it('is stored sealed, and does not open for a school it was moved to', async () => {
    const key = await fileKeyOf(deps(), 'one');
    const stored = (await store.get(schoolKeys, { school: 'one', id: 'files' }))!;
    expect(JSON.stringify(stored)).not.toContain(key.toString('base64url'));
    expect(() => deps().vault.open(stored.sealed, 'schoolKeys/two/files')).toThrow();
  });
});
