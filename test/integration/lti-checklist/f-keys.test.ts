import { createHash, createPublicKey } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createVault } from '@buitenboord/shared/runtime/vault.js';
import { schoolKeys, schools } from '@buitenboord/shared/store/collections.js';
import { put } from '@buitenboord/shared/store/port.js';
import { createPlatformKeys } from '@buitenboord/lti-tool/lti/platform-keys.js';
import { createToolKeys } from '@buitenboord/lti-tool/lti/tool-keys.js';
import { expectRefused } from '../../support/lti-verdicts.js';
import { openLtiWorld, type LtiWorld } from '../../support/lti-world.js';
import { anLmsKey } from '../../support/lms-key.js';
import { aSchoolRecord } from '../../support/records.js';
import { openSmallServer, type SmallAnswer } from '../../support/small-server.js';
import { storeHarnesses } from '../../support/store-harnesses.js';

// §6.F: our keys, and how we keep the platform's.

const [key, next, weak] = [anLmsKey('k1'), anLmsKey('k2'), anLmsKey('weak', 1024)];

interface Jwk extends Record<string, string> {
  kid: string;
  n: string;
  e: string;
}

describe.each(storeHarnesses)('keys, on $name', (harness) => {
  let world: LtiWorld;
  let keyAnswer: SmallAnswer | undefined;
  const publish = (...keys: unknown[]) => {
    keyAnswer = { body: JSON.stringify({ keys }) };
  };
  beforeAll(async () => {
    publish(key.jwk);
    world = await openLtiWorld({
      key,
      keyAnswer: () => keyAnswer,
      store: () => harness.open(),
      recompose: (deps) => ({ ...deps, keys: hurried(deps) }),
    });
  });
  afterAll(() => world.close());

  /** As composed, with less patience: a test needn't wait eight seconds for a server that hangs. */
  const hurried = ({ outbound, now }: LtiWorld['deps']) =>
    createPlatformKeys({
      outbound: { ...outbound, request: (asked) => outbound.request({ ...asked, timeoutMs: 300 }) },
      now,
    });

  async function published(school: string): Promise<{ keys: Jwk[]; cacheControl: string }> {
    const { text, headers } = await world
      .browser()
      .ask(`/lti/jwks/${school}`, { headers: { accept: 'application/json' } });
    return { ...(JSON.parse(text) as { keys: Jwk[] }), cacheControl: headers.get('cache-control') ?? '' };
  }
  async function anotherSchool(): Promise<string> {
    await world.store.commit([put(schools, { id: 'another' }, aSchoolRecord(), 0)]);
    return 'another';
  }
  const asked = () => world.keyServer.requests.length;
  const launch = (signed = key) => world.browser().launch({ key: signed });
  const taken = async (signed = key) => expect((await launch(signed)).status).toBe(303);
  const unknown = { code: 'launch/unknown-key', step: 'keyIsKnown' } as const;
  /** Keys are forgotten with the platform’s address: the next launch has to ask. */
  let addresses = 0;
  const forget = () => world.changePlatform({ jwksUrl: `${world.keyServer.origin}/jwks?${(addresses += 1)}` });

  it('61. publishes its keys with kid, kty, n, e, alg and use, also when there is one (Sec 6.3)', async () => {
    const { keys } = await published(world.school.school);
    expect(keys).toEqual([
      { kty: 'RSA', n: expect.any(String), e: 'AQAB', kid: expect.any(String), alg: 'RS256', use: 'sig' },
    ]);
  });

  it('62. never uses a kid for another key: it is made of the key (Sec 6.3; RFC 7638)', async () => {
    const kids = new Set<string>();
    for (const school of [world.school.school, await anotherSchool()]) {
      const [jwk] = (await published(school)).keys;
      const { e, n, kid } = jwk!;
      expect(kid).toBe(
        createHash('sha256')
          .update(JSON.stringify({ e, kty: 'RSA', n }))
          .digest('base64url'),
      );
      kids.add(kid);
      // A server that starts anew says the same.
      const again = createToolKeys({ ...world.deps, store: world.store });
      expect((await again.publicKeys(school)).keys).toEqual([jwk]);
      expect((await again.signingKey(school)).kid).toBe(kid);
    }
    expect(kids.size).toBe(2);
  });

  it('64. says how long its key set may be kept (Sec 6.3)', async () => {
    expect((await published(world.school.school)).cacheControl).toMatch(/^public, max-age=[1-9]\d*$/u);
  });

  it('65. keeps the platform’s keys, looks again for an unknown kid, and not too often, too long, too far or too much (Sec 6.4)', async () => {
    await taken();
    const before = asked();
    for (let launches = 0; launches < 10; launches += 1) await taken();
    await Promise.all(Array.from({ length: 10 }, () => taken()));
    expect(asked()).toBe(before);
    // Rotated: found at once, and asked for once.
    publish(key.jwk, next.jwk);
    await taken(next);
    for (let guesses = 0; guesses < 5; guesses += 1)
      await expectRefused(world, () => launch({ ...key, kid: `guess-${guesses}` }), unknown);
    expect(asked()).toBe(before + 1);
    world.now.advance(10_000);
    await expectRefused(world, () => launch({ ...key, kid: 'guess' }), unknown);
    expect(asked()).toBe(before + 2);
    // A platform that is down, or misbehaves, keeps nobody out whose key is known, and lets nobody in whose key isn't.
    const canary = await openSmallServer(() => ({ body: JSON.stringify({ keys: [key.jwk] }) }));
    const large = JSON.stringify({ keys: [key.jwk], more: 'x'.repeat(600_000) });
    const misbehaving: readonly [SmallAnswer | undefined, string][] = [
      [{ body: large }, 'platform/answer-too-large'],
      [undefined, 'platform/unreachable'],
      [{ status: 302, headers: { location: canary.origin } }, 'platform/answer-unusable'],
      [{ status: 503 }, 'platform/answer-unusable'],
      [{ body: '<html>' }, 'platform/answer-unusable'],
      [{ body: '{"keys":"none"}' }, 'platform/answer-unusable'],
    ];
    for (const [answer, code] of misbehaving) {
      await forget();
      publish(key.jwk);
      await taken();
      keyAnswer = answer;
      world.now.advance(7 * 3_600_000);
      await taken();
      await forget();
      await expectRefused(world, () => launch(), { status: 502, code, step: 'keyIsKnown' });
    }
    expect(canary.requests).toEqual([]);
    await canary.close();
    publish(key.jwk);
    await forget();
    await taken();
  });

  it('67. signs with RSA of 2048 bits and takes no less (Sec 6.1)', async () => {
    const [jwk] = (await published(world.school.school)).keys;
    const ours = createPublicKey({ key: { ...jwk }, format: 'jwk' });
    expect(ours.asymmetricKeyDetails?.modulusLength).toBeGreaterThanOrEqual(2048);
    publish(key.jwk, weak.jwk);
    await forget();
    await expectRefused(world, () => launch(weak), unknown);
    await taken();
    publish(key.jwk);
  });

  it('68. stores its private keys encrypted (Sec 7.2)', async () => {
    const { school } = world.school;
    const { key: secret } = await world.deps.toolKeys.signingKey(school);
    const { items } = await world.store.find(schoolKeys, { where: { school } });
    const kept = items.filter(({ purpose }) => purpose === 'lti');
    expect(kept).toHaveLength(1);
    const stored = JSON.stringify(kept);
    const { d, p, q } = secret.export({ format: 'jwk' });
    const der = secret.export({ type: 'pkcs8', format: 'der' });
    for (const part of [
      d!,
      p!,
      q!,
      der.toString('base64'),
      der.toString('base64url'),
      der.toString('hex'),
      'PRIVATE KEY',
    ])
      expect(stored).not.toContain(part);
    // With another installation's secret, or under another school, it stays closed.
    const stranger = createToolKeys({ ...world.deps, store: world.store, vault: createVault('y'.repeat(40)) });
    await expect(stranger.signingKey(school)).rejects.toMatchObject({ message: /does not open/u });
  });
});
