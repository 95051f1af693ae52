import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { platforms } from '@buitenboord/shared/store/collections.js';
import { makeRegistrationLink } from '@buitenboord/shared/use-cases/school/add-school.js';
import { confirmPlatform } from '@buitenboord/shared/use-cases/school/keep-platforms.js';
import type { LtiAnswer } from '../../support/lti-browser.js';
import { expectAccepted } from '../../support/lti-verdicts.js';
import { openLtiWorld, type LtiWorld } from '../../support/lti-world.js';
import { anLmsKey } from '../../support/lms-key.js';
import { openSmallServer, type SmallServer } from '../../support/small-server.js';
import { storeHarnesses } from '../../support/store-harnesses.js';

// §6.K: LTI Dynamic Registration 1.0.

const key = anLmsKey('k1');
const toolConfiguration = 'https://purl.imsglobal.org/spec/lti-tool-configuration';

describe.each(storeHarnesses)('dynamic registration, on $name', (harness) => {
  let world: LtiWorld;
  /** An LMS that wants to be connected, and one that has no business here. */
  let lms: SmallServer;
  let foreign: SmallServer;
  let told: Record<string, unknown> = {};
  beforeAll(async () => {
    world = await openLtiWorld({ key, store: () => harness.open() });
    foreign = await openSmallServer(() => ({ body: JSON.stringify(configuration()) }));
    lms = await openSmallServer(({ url }) => {
      if (url.startsWith('/openid')) return { body: JSON.stringify({ ...configuration(), ...told }) };
      if (url === '/jwks') return { body: JSON.stringify({ keys: [key.jwk] }) };
      return { body: JSON.stringify({ client_id: 'registered-1', [toolConfiguration]: { deployment_id: '5' } }) };
    });
  });
  afterAll(async () => {
    await world.close();
    await lms.close();
    await foreign.close();
  });

  const configuration = () => ({
    issuer: lms.origin,
    authorization_endpoint: `${lms.origin}/auth`,
    token_endpoint: `${lms.origin}/token`,
    jwks_uri: `${lms.origin}/jwks`,
    registration_endpoint: `${lms.origin}/register`,
    id_token_signing_alg_values_supported: ['RS256'],
    'https://purl.imsglobal.org/spec/lti-platform-configuration': { product_family_code: 'moodle' },
  });
  const openid = () => `${lms.origin}/openid?x=1`;
  const newLink = () =>
    makeRegistrationLink(world.deps, { school: world.school.school, autoConfirm: false, actor: 'command' });
  const connect = (secret: string, fields: Record<string, string> = {}): Promise<LtiAnswer> =>
    world
      .browser()
      .post(`/lti/register/${secret}`, { openid_configuration: openid(), registration_token: 'one-time', ...fields });
  const known = async () => (await world.store.find(platforms, { where: {}, limit: 50 })).items;
  const registrations = () => lms.requests.filter(({ url }) => url === '/register');

  it('108. registers with an allowed, matching platform and its token, closes the frame, and lets nobody in before a person agrees (Dynamic Registration 3.3-3.6)', async () => {
    const { secret } = await newLink();
    const before = (await known()).length;
    // Looking does nothing yet; only who shows us may frame us.
    const query = new URLSearchParams({ openid_configuration: openid(), registration_token: 'one-time' });
    const shown = await world.browser().ask(`/lti/register/${secret}?${query.toString()}`);
    expect(shown.text).toContain(new URL(lms.origin).host);
    expect(shown.headers.get('content-security-policy')).toContain(`frame-ancestors ${lms.origin}`);
    expect(lms.requests).toEqual([]);

    // A configuration that speaks for somebody else, or leads elsewhere, ends before anything is asked there.
    const elsewhere: readonly Record<string, unknown>[] = [
      { issuer: 'https://lms.example' },
      { issuer: foreign.origin },
      ...['authorization_endpoint', 'token_endpoint', 'jwks_uri', 'registration_endpoint'].map((name) => ({
        [name]: `${foreign.origin}/x`,
      })),
    ];
    for (const fields of elsewhere) {
      told = fields;
      const refused = await connect(secret);
      expect([fields, refused.status, refused.problem]).toEqual([fields, 400, 'registration/platform-address-refused']);
    }
    expect(foreign.requests).toEqual([]);
    expect(registrations()).toEqual([]);
    expect(await known()).toHaveLength(before);

    told = {};
    const done = await connect(secret);
    expect([done.status, done.problem]).toEqual([200, undefined]);
    expect(done.text).toContain('data-lti-close');
    const script = await readFile('lti-tool/src/assets/app.js', 'utf8');
    expect(script).toMatch(/data-lti-close[^}]+postMessage\(\{ subject: 'org\.imsglobal\.lti\.close' \}, '\*'\)/u);
    expect(registrations()).toHaveLength(1);
    expect(registrations()[0]).toMatchObject({ method: 'POST', headers: { authorization: 'Bearer one-time' } });
    expect(JSON.parse(registrations()[0]!.body)).toMatchObject({
      application_type: 'web',
      response_types: ['id_token'],
      grant_types: ['client_credentials', 'implicit'],
      initiate_login_uri: 'https://tool.example/lti/login',
      redirect_uris: ['https://tool.example/lti/launch'],
      jwks_uri: `https://tool.example/lti/jwks/${world.school.school}`,
      token_endpoint_auth_method: 'private_key_jwt',
      [toolConfiguration]: { domain: 'tool.example' },
    });

    // Once, and by nobody who has no link.
    expect([(await connect(secret)).status, (await connect('made-up')).status]).toEqual([403, 403]);
    expect(registrations()).toHaveLength(1);
    const { secret: late } = await newLink();
    world.now.advance(31 * 60_000);
    expect((await connect(late)).problem).toBe('registration/link-expired');

    const registered = (await known()).find(({ clientId }) => clientId === 'registered-1')!;
    expect(registered).toMatchObject({
      issuer: lms.origin,
      state: 'pending',
      deployments: ['5'],
      school: world.school.school,
    });
    const login = { iss: lms.origin, client_id: 'registered-1', lti_deployment_id: '5' };
    const early = await world.browser().login(login);
    expect([early.answer.status, early.answer.problem]).toEqual([401, 'launch/platform-not-active']);
    await confirmPlatform(world.deps, { school: world.school.school, id: registered.id, actor: 'command' });
    const browser = world.browser();
    const claims = {
      iss: lms.origin,
      aud: 'registered-1',
      'https://purl.imsglobal.org/spec/lti/claim/deployment_id': '5',
    };
    await expectAccepted(world, browser, await browser.launch({ login, claims }), ['student']);
  });

  it('registers another algorithm only where RS256 isn’t offered', async () => {
    const offers: readonly [unknown, string | undefined][] = [
      [['ES256', 'RS256'], undefined],
      [undefined, undefined],
      [['none', 'HS256', 'ES256', 'PS256'], 'ES256'],
    ];
    for (const [offered, algorithm] of offers) {
      told = { id_token_signing_alg_values_supported: offered };
      expect((await connect((await newLink()).secret)).status).toBe(200);
      const registered = (await known()).find(({ clientId }) => clientId === 'registered-1');
      expect(registered?.signingAlgorithm).toBe(algorithm);
      expect(JSON.parse(registrations().at(-1)!.body)).toMatchObject(
        algorithm ? { id_token_signed_response_alg: algorithm } : {},
      );
    }
    told = {};
  });
});
