import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createOutbound } from '@buitenboord/shared/runtime/fetch-json.js';
import type { Outbound } from '@buitenboord/shared/runtime/fetch-json.js';
import { createPlatformKeys } from '@buitenboord/lti-tool/lti/platform-keys.js';
import type { PlatformKeys } from '@buitenboord/lti-tool/lti/platform-keys.js';
import { fixedClock } from '../../../support/fixed-clock.js';
import type { FixedClock } from '../../../support/fixed-clock.js';
import { anLmsKey } from '../../../support/lms-key.js';
import { openSmallServer } from '../../../support/small-server.js';
import type { SmallAnswer, SmallServer } from '../../../support/small-server.js';

const [one, two] = [anLmsKey('one'), anLmsKey('two')];
const hours = 3_600_000;

let answer: SmallAnswer;
let server: SmallServer;
let outbound: Outbound;
let now: FixedClock;
let keys: PlatformKeys;

const publish = (...published: unknown[]) => {
  answer = { body: JSON.stringify({ keys: published }) };
};
const keyOf = (kid: string, id = 'p1') => keys.keyOf({ id, jwksUrl: `${server.origin}/jwks` }, kid);

beforeEach(async () => {
  publish(one.jwk);
  server = await openSmallServer(() => answer);
  outbound = createOutbound({ allowPrivate: true, userAgent: 'test' });
  now = fixedClock('2026-06-02T09:00:00.000Z');
  keys = createPlatformKeys({ outbound, now });
});
afterEach(async () => {
  await outbound.close();
  await server.close();
});

describe('the keys of a platform', () => {
  it('are fetched once for a class that launches together', async () => {
    const found = await Promise.all(Array.from({ length: 30 }, () => keyOf('one')));
    expect(new Set(found).size).toBe(1);
    expect(found[0]?.equals(one.publicKey)).toBe(true);
    expect(server.requests).toHaveLength(1);
  });

  it('are kept for each platform apart', async () => {
    await keyOf('one', 'p1');
    publish(two.jwk);
    await expect(keyOf('one', 'p2')).rejects.toMatchObject({ code: 'launch/unknown-key' });
    await expect(keyOf('one', 'p1')).resolves.toBeDefined();
  });

  it('are fetched anew for an unknown key id, and not more often than every ten seconds', async () => {
    await keyOf('one');
    publish(one.jwk, two.jwk);
    expect((await keyOf('two')).equals(two.publicKey)).toBe(true);
    for (let guesses = 0; guesses < 20; guesses += 1) await keyOf(`guess-${guesses}`).catch(() => undefined);
    expect(server.requests).toHaveLength(2);
    now.advance(10_000);
    for (let guesses = 0; guesses < 20; guesses += 1) await keyOf(`guess-${guesses}`).catch(() => undefined);
    expect(server.requests).toHaveLength(3);
  });

  it('stop working some hours after the platform withdrew them', async () => {
    await keyOf('one');
    publish(two.jwk);
    now.advance(5 * hours);
    await expect(keyOf('one')).resolves.toBeDefined();
    now.advance(1 * hours);
    await expect(keyOf('one')).rejects.toMatchObject({ code: 'launch/unknown-key' });
  });

  it('keep working while the platform cannot be asked', async () => {
    await keyOf('one');
    answer = { status: 503 };
    now.advance(7 * hours);
    await expect(keyOf('one')).resolves.toBeDefined();
  });

  it.each<[string, SmallAnswer, string]>([
    ['an error', { status: 500 }, 'platform/answer-unusable'],
    ['a page', { body: '<html>' }, 'platform/answer-unusable'],
    ['a megabyte', { body: 'x'.repeat(1_000_000) }, 'platform/answer-too-large'],
    ['a way to somewhere else', { status: 302, headers: { location: '/other' } }, 'platform/answer-unusable'],
  ])('are not there when the platform answers %s, and are tried again later', async (_title, given, code) => {
    answer = given;
    await expect(keyOf('one')).rejects.toMatchObject({ code });
    await expect(keyOf('one')).rejects.toMatchObject({ code });
    expect(server.requests).toHaveLength(1);
    publish(one.jwk);
    now.advance(10_000);
    await expect(keyOf('one')).resolves.toBeDefined();
  });

  it('may be many: a set of 200 KB is read', async () => {
    publish(...Array.from({ length: 400 }, (_none, index) => ({ ...one.jwk, kid: `k${index}` })));
    await expect(keyOf('k399')).resolves.toBeDefined();
  });

  it.each<[string, Record<string, unknown>]>([
    ['of another type', { kty: 'EC', crv: 'P-256' }],
    ['a shared secret', { kty: 'oct', k: 'c2VjcmV0' }],
    ['for encryption', { use: 'enc' }],
    ['for another algorithm', { alg: 'RS512' }],
    ['broken', { n: '!' }],
  ])('leave out one that is %s, and keep the others', async (_title, fields) => {
    publish({ ...two.jwk, ...fields }, null, 'x', one.jwk);
    await expect(keyOf('two')).rejects.toMatchObject({ code: 'launch/unknown-key' });
    await expect(keyOf('one')).resolves.toBeDefined();
  });

  it('need not name their algorithm or use', async () => {
    publish({ kid: 'one', kty: 'RSA', n: one.jwk.n, e: one.jwk.e });
    await expect(keyOf('one')).resolves.toBeDefined();
  });
});
