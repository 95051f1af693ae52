import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createPlatformKeys } from '@buitenboord/lti-tool/lti/platform-keys.js';
import { hashOf, newSecret } from '@buitenboord/shared/ids.js';
import { put } from '@buitenboord/shared/store/port.js';
import { changing, expectProtection, platformKey, replacing, type Attack, type Mutant } from '../../support/attacks.js';
import { anLmsKey } from '../../support/lms-key.js';
import { openLtiWorld, type LtiWorld } from '../../support/lti-world.js';
import { openSmallServer, type SmallServer } from '../../support/small-server.js';

// Security §4.3, "SSRF" and "Dynamic registration abuse": somebody makes us ask, or believe, a server of his choice.

const attackers = anLmsKey('k1');

describe('a server that we are made to ask', () => {
  /** On our own network: nobody outside may reach it through us. */
  let inside: SmallServer;
  beforeAll(async () => {
    inside = await openSmallServer(() => ({ body: JSON.stringify({ keys: [platformKey.jwk] }) }));
  });
  afterAll(() => inside.close());

  const askedInside = async (work: () => Promise<unknown>) => {
    const before = inside.requests.length;
    await work();
    return inside.requests.length === before ? 'out' : 'in';
  };
  /** As for a school whose LMS stands in its own building. */
  const trusting: Mutant = { open: (wanted) => openLtiWorld({ key: platformKey, ...wanted, allowPrivate: true }) };

  it.each(['127.0.0.1', '127.1', '2130706433', '0x7f000001', '0177.0.0.1', 'localhost', '[::ffff:127.0.0.1]'])(
    'is not asked for keys at %s',
    async (host) => {
      const address = `http://${host}:${new URL(inside.origin).port}/jwks`;
      const attack: Attack = async (world) => {
        await world.changePlatform({ jwksUrl: address });
        return await askedInside(() => world.browser().launch());
      };
      await expectProtection(attack, trusting, { allowPrivate: false });
    },
  );

  it('is not asked for a configuration by who holds a registration link', async () => {
    const attack: Attack = async (world) => {
      const secret = await aLink(world);
      const fields = { openid_configuration: `${inside.origin}/openid` };
      return await askedInside(() => world.browser().post(`/lti/register/${secret}`, fields));
    };
    await expectProtection(attack, trusting, { allowPrivate: false });
  });

  it('is not asked because a platform’s key server sends us on', async () => {
    const attack: Attack = async (world) => await askedInside(() => world.browser().launch());
    const following = changing((deps) => ({
      ...deps,
      keys: createPlatformKeys({
        now: deps.now,
        outbound: {
          ...deps.outbound,
          request: async ({ url }) => {
            const answer = await fetch(url);
            return { status: answer.status, statusText: '', headers: {}, text: await answer.text() };
          },
        },
      }),
    }));
    await expectProtection(attack, following, {
      keyAnswer: () => ({ status: 302, headers: { location: `${inside.origin}/jwks` } }),
    });
  });
});

/** A registration link that works at once, straight in this tool's store. */
async function aLink(world: LtiWorld): Promise<string> {
  const secret = newSecret();
  const expiresAt = new Date(world.now().getTime() + 60_000).toISOString();
  const link = { school: world.school.school, autoConfirm: true, expiresAt };
  await world.store.commit([put(world.collections.registrationLinks, { id: hashOf(secret) }, link, 0)]);
  return secret;
}

describe('a registration', () => {
  /** Says that it is the school's own LMS. */
  let impostor: SmallServer;
  let told: Record<string, string>;
  beforeAll(async () => {
    impostor = await openSmallServer(({ url }) => {
      if (url === '/openid') return { body: JSON.stringify({ ...endpoints(), ...told }) };
      if (url === '/jwks') return { body: JSON.stringify({ keys: [attackers.jwk] }) };
      return { body: JSON.stringify({ client_id: 'client-9' }) };
    });
  });
  beforeEach(() => {
    told = { issuer: 'https://lms.example' };
  });
  afterAll(() => impostor.close());

  const endpoints = () => ({
    issuer: impostor.origin,
    authorization_endpoint: `${impostor.origin}/auth`,
    token_endpoint: `${impostor.origin}/token`,
    jwks_uri: `${impostor.origin}/jwks`,
    registration_endpoint: `${impostor.origin}/register`,
    'https://purl.imsglobal.org/spec/lti-platform-configuration': {},
  });
  const register = (world: LtiWorld, secret: string) =>
    world.browser().post(`/lti/register/${secret}`, { openid_configuration: `${impostor.origin}/openid` });

  it('of who speaks for somebody else’s LMS is refused', async () => {
    const attack: Attack = async (world) => {
      const answer = await register(world, await aLink(world));
      const { items } = await world.store.find(world.collections.platforms, {
        where: { issuer: 'https://lms.example' },
      });
      const believed = items.some(({ jwksUrl }) => jwksUrl === `${impostor.origin}/jwks`);
      expect(answer.status).toBe(believed ? 200 : 400);
      return believed ? 'in' : 'out';
    };
    const credulous = replacing('@buitenboord/lti-tool/lti/registration-hosts.js', () => ({
      belongsTo: () => true,
      mayGiveTokens: () => true,
      mayRegister: () => true,
    }));
    await expectProtection(attack, credulous);
  });

  it('needs a link that the school made, that is still good, and that nobody used', async () => {
    told = {};
    const world = await openLtiWorld({ key: platformKey });
    const asked = () => impostor.requests.filter(({ url }) => url === '/register').length;
    const [before, registered] = [impostor.requests.length, asked()];
    for (const secret of ['made-up', '', '%2e%2e%2fmade-up', 'x'.repeat(5000)])
      expect([403, 404]).toContain((await register(world, secret)).status);
    const late = await aLink(world);
    world.now.advance(60_000);
    expect((await register(world, late)).status).toBe(403);
    expect(impostor.requests).toHaveLength(before);
    const secret = await aLink(world);
    const pressed = await Promise.all(Array.from({ length: 5 }, () => register(world, secret)));
    expect(pressed.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(asked() - registered).toBe(1);
    await world.close();
  });
});
