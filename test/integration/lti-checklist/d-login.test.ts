import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createOutbound } from '@buitenboord/shared/runtime/fetch-json.js';
import { readEnvironment } from '@buitenboord/shared/runtime/env.js';
import { platforms } from '@buitenboord/shared/store/collections.js';
import { put, remove } from '@buitenboord/shared/store/port.js';
import { createPlatformKeys } from '@buitenboord/lti-tool/lti/platform-keys.js';
import { registrationRequest } from '@buitenboord/lti-tool/lti/registration-request.js';
import { anInitiation } from '../../support/launch-world.js';
import { lti } from '../../support/lti-browser.js';
import { expectAccepted, expectRefused } from '../../support/lti-verdicts.js';
import { openLtiWorld, type LtiWorld } from '../../support/lti-world.js';
import { anLmsKey } from '../../support/lms-key.js';
import { aPlatformRecord } from '../../support/records.js';
import { storeHarnesses } from '../../support/store-harnesses.js';

// §6.D: the OpenID Connect login that a platform initiates.

const key = anLmsKey('k1');
const ours = 'https://tool.example/lti/launch';

describe.each(storeHarnesses)('the OIDC login, on $name', (harness) => {
  let world: LtiWorld;
  beforeAll(async () => {
    world = await openLtiWorld({ key, store: () => harness.open() });
  });
  afterAll(() => world.close());

  /** A login that is refused before anybody is sent anywhere. */
  const refused = (fields: Record<string, string>, code: string, status = 400) =>
    expectRefused(world, async () => (await world.browser().login(fields)).answer, { status, code });

  /** Registrations besides the one there is, for as long as the work takes. */
  async function withPlatforms(records: Readonly<Record<string, object>>, work: () => Promise<void>): Promise<void> {
    const { school } = world.school;
    await world.store.commit(
      Object.entries(records).map(([id, fields]) => put(platforms, { id }, aPlatformRecord({ school, ...fields }), 0)),
    );
    try {
      await work();
    } finally {
      const known = await Promise.all(Object.keys(records).map((id) => world.store.get(platforms, { id })));
      await world.store.commit(known.map((platform) => remove(platforms, platform!)));
    }
  }

  it('31. begins by POST and by GET (Sec 5.1.1.1)', async () => {
    for (const method of ['POST', 'GET'] as const) {
      const browser = world.browser();
      const login = await browser.login({}, method);
      expect([method, login.answer.status]).toEqual([method, 302]);
      await expectAccepted(world, browser, await browser.answer(login), ['student']);
    }
  });

  it('32. refuses a login without iss, login_hint or target_link_uri with 400 (Core 4.1; Sec 5.1.1.1)', async () => {
    for (const name of ['iss', 'login_hint', 'target_link_uri'])
      await refused({ [name]: '' }, 'launch/missing-parameter');
    for (const name of ['iss', 'login_hint', 'target_link_uri', 'client_id', 'lti_deployment_id', 'lti_message_hint']) {
      const twice = new URLSearchParams({ ...anInitiation() });
      twice.append(name, 'another');
      for (const options of [
        { path: '/lti/login', method: 'POST', body: twice },
        { path: `/lti/login?${twice.toString()}`, method: 'GET' },
      ]) {
        const { path, ...request } = options;
        await expectRefused(world, () => world.browser().ask(path, request), {
          status: 400,
          code: 'launch/missing-parameter',
        });
      }
    }
  });

  it('33. refuses an unknown issuer, or an unknown client of a known one, with 400 and no redirect (Cert 4.2.2)', async () => {
    await refused({ iss: 'https://unknown.example' }, 'launch/unknown-platform');
    await refused({ iss: 'https://lms.example/' }, 'launch/unknown-platform');
    await refused({ client_id: 'client-2' }, 'launch/unknown-platform');
  });

  it('34. works without client_id where an issuer has one registration, and says so where it has several (Core 4.1.3)', async () => {
    const browser = world.browser();
    const login = await browser.login({ client_id: '' });
    expect(login.asked.get('client_id')).toBe('client-1');
    await expectAccepted(world, browser, await browser.answer(login), ['student']);
    await withPlatforms({ second: { clientId: 'client-2', deployments: ['2'] } }, async () => {
      await refused({ client_id: '', lti_deployment_id: '' }, 'launch/several-platforms');
      // The deployment tells which one it is.
      const told = await world.browser().login({ client_id: '', lti_deployment_id: '2' });
      expect(told.asked.get('client_id')).toBe('client-2');
    });
  });

  it('35. works without lti_deployment_id, and insists on the one it was given (Core 4.1.2)', async () => {
    const browser = world.browser();
    await expectAccepted(world, browser, await browser.launch({ login: { lti_deployment_id: '' } }), ['student']);
    await world.changePlatform({ deployments: ['1', '2'] });
    await expectRefused(world, () => world.browser().launch({ login: { lti_deployment_id: '2' } }), {
      code: 'launch/unknown-deployment',
      step: 'deploymentIsKnown',
    });
    await world.changePlatform({ deployments: ['1'] });
  });

  it('36. gives lti_message_hint back as it came (Core 4.1.1)', async () => {
    const hints = ['{"cmid":4,"launchid":"ltilaunch2_1"}', 'a b+c%20d&e=f#g', 'é✓"\\', ' ', 'x'.repeat(8000)];
    for (const hint of hints) {
      for (const method of ['POST', 'GET'] as const) {
        const { asked } = await world.browser().login({ lti_message_hint: hint }, method);
        expect(asked.get('lti_message_hint')).toBe(hint);
      }
    }
    expect((await world.browser().login({ lti_message_hint: '' })).asked.has('lti_message_hint')).toBe(false);
  });

  it('37. asks exactly what the standard names, with a fresh state and nonce (Sec 5.1.1.2)', async () => {
    const hint = 'a b+c&d=é';
    const [one, other] = [
      await world.browser().login({ login_hint: hint }),
      await world.browser().login({ login_hint: hint }),
    ];
    expect(one.authUrl).toBe('https://lms.example/mod/lti/auth.php');
    expect(Object.fromEntries(one.asked)).toEqual({
      scope: 'openid',
      response_type: 'id_token',
      response_mode: 'form_post',
      prompt: 'none',
      client_id: 'client-1',
      redirect_uri: ours,
      login_hint: hint,
      lti_message_hint: anInitiation().lti_message_hint,
      state: expect.stringMatching(/^[\w-]+\.[\w-]{43}$/u),
      nonce: expect.stringMatching(/^[\w-]{43}$/u),
    });
    expect(new Set([one.state, one.nonce, other.state, other.nonce]).size).toBe(4);
  });

  it('38. names a redirect_uri of its own, never the caller’s target_link_uri (Sec 5.1.1.2)', async () => {
    for (const target of [ours, `${ours}?activity=1`, 'https://tool.example/lti/deep-linking']) {
      expect((await world.browser().login({ target_link_uri: target })).asked.get('redirect_uri')).toBe(ours);
    }
    const foreign = [
      'https://evil.example/lti/launch',
      'https://tool.example@evil.example/lti/launch',
      `${ours}/../../evil`,
    ];
    for (const target of foreign) await refused({ target_link_uri: target }, 'launch/wrong-target', 401);
  });

  it('39. turns the platform’s error into a page that people can read (Sec 5.1.1.5)', async () => {
    const browser = world.browser();
    const { state, nonce } = await browser.login();
    const error_description = '<script>alert(1)</script> geheim at /var/www/lms.php:12';
    for (const error of ['login_required', 'access_denied', 'invalid_request', '<b>', 'x'.repeat(200)]) {
      const posted = { error, error_description, state };
      await expectRefused(world, () => browser.post('/lti/launch', posted), {
        code: 'launch/platform-refused',
        step: 'platformAgrees',
      });
      const { text } = await browser.post('/lti/launch', posted);
      expect(text).not.toMatch(/alert\(|lms\.php|\bat .*:\d+|node_modules/u);
    }
    const unknown = { error: 'login_required', state: 'made-up' };
    await expectRefused(world, () => browser.post('/lti/launch', unknown), { code: 'launch/unknown-state' });
    // Whoever posts an error takes nothing away from the login.
    await expectAccepted(world, browser, await browser.answer({ state, nonce }), ['student']);
  });

  it('40. goes to the target_link_uri of the signed token, which is ours and the login’s (Core 5.3.4)', async () => {
    const target = `${ours}?activity=1`;
    const browser = world.browser();
    const launched = await browser.launch({
      login: { target_link_uri: target },
      claims: { [lti('target_link_uri')]: target },
    });
    expect(launched.location).toMatch(/^\/v\//u);
    await expectAccepted(world, browser, launched, ['student']);
    for (const other of [
      target,
      'https://evil.example/lti/launch',
      'https://tool.example/lti/deep-linking',
      '//evil.example',
      7,
    ]) {
      await expectRefused(world, () => world.browser().launch({ claims: { [lti('target_link_uri')]: other } }), {
        code: 'launch/wrong-target',
        step: 'targetIsOurs',
      });
    }
  });

  it('41. uses https on every address, and takes no other (Sec 3; Cert 4.2)', async () => {
    const { answer, asked } = await world.browser().login();
    expect(asked.get('redirect_uri')).toMatch(/^https:/u);
    expect(answer.headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/u);
    expect(answer.cookies.every((line) => / Secure;/u.test(line))).toBe(true);
    const words = { name: 'n', description: 'd', pickerLabel: 'p' };
    const told = JSON.stringify(registrationRequest({ baseUrl: 'https://tool.example', school: 's', words }));
    expect(told.match(/http:[^"]*tool\.example[^"]*/u)).toBeNull();
    // As installed, apart from practice: neither the tool itself nor a platform speaks http.
    const environment = { APP_SECRET: 'x'.repeat(32), BASE_URL: 'http://tool.school.example' };
    expect(() => readEnvironment(environment)).toThrow(/BASE_URL: must begin with https/u);
    expect(readEnvironment({ ...environment, BASE_URL: 'https://tool.school.example/' }).BASE_URL).toMatch(/^https:/u);
    const outbound = createOutbound({ allowPrivate: false, userAgent: 'test' });
    const keys = createPlatformKeys({ outbound, now: world.now });
    for (const jwksUrl of ['http://lms.example/jwks', `${world.keyServer.origin}/jwks`])
      await expect(keys.keyOf({ id: 'p', jwksUrl }, 'k1')).rejects.toMatchObject({ code: 'platform/address-refused' });
    await outbound.close();
  });
});
