import { createPublicKey, createSign, createVerify } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { createVault } from '@buitenboord/shared/runtime/vault.js';
import { schoolKeys, schools } from '@buitenboord/shared/store/collections.js';
import { put } from '@buitenboord/shared/store/port.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import { createToolKeys } from '@buitenboord/lti-tool/lti/tool-keys.js';
import type { ToolKeys } from '@buitenboord/lti-tool/lti/tool-keys.js';
import { fixedClock } from '../../../support/fixed-clock.js';
import { aSchoolRecord } from '../../../support/records.js';
import { openTestStore } from '../../../support/test-store.js';

let store: Store;
beforeEach(async () => {
  store = await openTestStore();
  await store.commit([put(schools, { id: 's1' }, aSchoolRecord(), 0), put(schools, { id: 's2' }, aSchoolRecord(), 0)]);
});

/** As another process would have them: same store, same secret, nothing in memory. */
function toolKeys(): ToolKeys {
  return createToolKeys({ store, vault: createVault('a'.repeat(40)), now: fixedClock('2026-06-02T09:00:00.000Z') });
}

describe('the keys of the tool', () => {
  it('sign what their public half verifies, by its id', async () => {
    const { kid, key } = await toolKeys().signingKey('s1');
    const { keys } = await toolKeys().publicKeys('s1');
    expect(keys).toEqual([{ kty: 'RSA', n: expect.any(String), e: 'AQAB', kid, alg: 'RS256', use: 'sig' }]);
    const signature = createSign('sha256').update('text').sign(key);
    const publicKey = createPublicKey({ key: keys[0] ?? {}, format: 'jwk' });
    expect(createVerify('sha256').update('text').verify(publicKey, signature)).toBe(true);
  });

  it('are one pair, however many ask first', async () => {
    const asked = await Promise.all(Array.from({ length: 4 }, () => toolKeys().signingKey('s1')));
    expect(new Set(asked.map(({ kid }) => kid)).size).toBe(1);
    expect((await toolKeys().publicKeys('s1')).keys).toHaveLength(1);
  });

  it('are opened once', async () => {
    const keys = toolKeys();
    expect(await keys.signingKey('s1')).toBe(await keys.signingKey('s1'));
  });

  it('are another pair for another school', async () => {
    const keys = toolKeys();
    expect((await keys.signingKey('s1')).kid).not.toBe((await keys.signingKey('s2')).kid);
  });

  it('lie sealed, with the private half nowhere in sight', async () => {
    await toolKeys().signingKey('s1');
    const { items } = await store.find(schoolKeys, { where: { school: 's1', purpose: 'lti' } });
    expect(items[0]?.publicJwk).not.toHaveProperty('d');
    expect(items[0]?.sealed).not.toMatch(/PRIVATE|^MII/u);
  });

  it('are not made for a school that does not exist', async () => {
    await expect(toolKeys().publicKeys('nobody')).rejects.toMatchObject({ code: 'school/unknown' });
    await expect(toolKeys().signingKey('nobody')).rejects.toMatchObject({ code: 'school/unknown' });
  });
});
