import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { platforms, usedLogins } from '@buitenboord/shared/store/collections.js';
import { createVault } from '@buitenboord/shared/runtime/vault.js';
import { change, put } from '@buitenboord/shared/store/port.js';
import { beginLogin } from '@buitenboord/lti-tool/lti/login.js';
import { createLoginStates } from '@buitenboord/lti-tool/lti/login-states.js';
import { platformError } from '@buitenboord/lti-tool/lti/platform-error.js';
import { anInitiation, openLaunchWorld } from '../../../support/launch-world.js';
import type { LaunchWorld } from '../../../support/launch-world.js';

let world: LaunchWorld;
beforeEach(async () => {
  world = await openLaunchWorld(() => []);
});
afterEach(() => world.close());

const begin = (fields: Record<string, unknown> = {}) => beginLogin(world.deps, { ...anInitiation(), ...fields });

describe('beginning a login', () => {
  it('sends the browser to the platform with exactly what the standard asks', async () => {
    const { redirectTo, state } = await begin();
    const url = new URL(redirectTo);
    expect(url.origin + url.pathname).toBe('https://lms.example/mod/lti/auth.php');
    const { nonce, ...sent } = Object.fromEntries(url.searchParams);
    expect(sent).toEqual({
      scope: 'openid',
      response_type: 'id_token',
      response_mode: 'form_post',
      prompt: 'none',
      client_id: 'client-1',
      redirect_uri: 'https://tool.example/lti/launch',
      login_hint: '5',
      lti_message_hint: '{"cmid":4,"launchid":"ltilaunch2_678028658"}',
      state,
    });
    expect(nonce).toMatch(/^[\w-]{43}$/u);
  });

  it.each(['{"a": "b c+d&e=f%20"}', 'ünïcode ✓', 'a'.repeat(9000)])(
    'gives the hint back byte for byte: %.20s',
    async (hint) => {
      const { search } = new URL((await begin({ lti_message_hint: hint })).redirectTo);
      const encoded = /lti_message_hint=([^&]*)/u.exec(search)?.[1] ?? '';
      expect(decodeURIComponent(encoded)).toBe(hint);
    },
  );

  it('keeps what the authorization address has of its own', async () => {
    const platform = await world.store.get(platforms, { id: 'p1' });
    await world.store.commit([change(platforms, platform!, { authUrl: 'https://lms.example/auth?tenant=7' })]);
    expect(new URL((await begin()).redirectTo).searchParams.get('tenant')).toBe('7');
  });

  it('lives ten minutes, in its state and not in the store', async () => {
    const { state } = await begin();
    expect(world.deps.logins.find(state)).toMatchObject({
      platform: 'p1',
      deployment: '1',
      expiresAtMs: Date.parse('2026-06-02T09:10:00.000Z'),
    });
    expect((await world.store.find(usedLogins, { where: {} })).items).toEqual([]);
  });

  it('shows neither nonce nor secret in its state', async () => {
    const { state, cookieSecret, redirectTo } = await begin();
    const shown = state + Buffer.from(state.split('.')[0] ?? '', 'base64url').toString('utf8');
    const nonce = new URL(redirectTo).searchParams.get('nonce') ?? '';
    for (const secret of [cookieSecret, nonce]) expect(shown).not.toContain(secret);
  });

  it('is known by no state that was changed, shortened or made by another installation', async () => {
    const { state } = await begin();
    const [content = '', signature = ''] = state.split('.');
    const other = createLoginStates(createVault('the secret of another installation'));
    const moved = Buffer.from(Buffer.from(content, 'base64url').toString('utf8').replace('p1', 'p2')).toString(
      'base64url',
    );
    const foreign = other.begin({ platform: 'p1', targetLinkUri: 'x', expiresAtMs: 1 }).state;
    for (const made of [`${moved}.${signature}`, content, `${content}.`, `.${signature}`, '', '.', foreign])
      expect(world.deps.logins.find(made)).toBeUndefined();
    expect(world.deps.logins.find(state)).toBeDefined();
  });

  it('has a cookie for each login, so that tabs do not disturb each other', async () => {
    const [one, other] = [await begin(), await begin()];
    expect(one.cookieName).not.toBe(other.cookieName);
    expect(one.cookieName).toMatch(/^__Host-/u);
  });

  it('tells where the platform offered to keep the secret', async () => {
    expect((await begin()).storage).toBeUndefined();
    const { storage } = await begin({ lti_storage_target: '_parent' });
    const origin = 'https://lms.example';
    expect(storage).toEqual({ target: '_parent', postTo: origin, answersFrom: origin });
  });

  it.each(['iss', 'login_hint', 'target_link_uri'])('insists on %s, once', async (name) => {
    for (const value of [undefined, '', ['a', 'b'], { a: 'b' }, 'x'.repeat(10_000)]) {
      await expect(begin({ [name]: value })).rejects.toMatchObject({
        code: 'launch/missing-parameter',
        facts: { parameter: name },
      });
    }
  });

  it.each(['client_id', 'lti_deployment_id', 'lti_message_hint'])('takes %s at most once', async (name) => {
    await expect(begin({ [name]: ['a', 'b'] })).rejects.toMatchObject({ code: 'launch/missing-parameter' });
  });
});

describe('the target of a login', () => {
  it.each([
    'https://tool.example/lti/launch',
    'https://tool.example/lti/launch?task=1',
    'https://tool.example/lti/deep-linking',
  ])('may be %s', async (target) => {
    await expect(begin({ target_link_uri: target })).resolves.toBeDefined();
  });

  it.each([
    'https://evil.example/lti/launch',
    'https://tool.example.evil.example/lti/launch',
    'https://tool.example@evil.example/lti/launch',
    'https://user@tool.example/lti/launch',
    'http://tool.example/lti/launch',
    'https:tool.example/lti/launch',
    '//tool.example/lti/launch',
    '\\\\tool.example/lti/launch',
    '/lti/launch',
    'https://tool.example/lti/launch/../../admin',
    'https://tool.example/lti/launcher',
    'https://tool.example/lti/launch?a=\\b',
    'https://tool.example/lti/launch#a',
    'https://tool.example/',
    'https://tool.example/lti/launch?a=b c',
    'https://tool.example/lti/launch\n',
    'javascript:alert(1)',
  ])('may not be %j', async (target) => {
    await expect(begin({ target_link_uri: target })).rejects.toMatchObject({ code: 'launch/wrong-target' });
  });
});

describe('the platform of a login', () => {
  const another = (id: string, fields: object) =>
    world.store.commit([put(platforms, { id }, { ...world.platform, ...fields }, 0)]);

  it('must be known, by issuer and client', async () => {
    await expect(begin({ iss: 'https://other.example' })).rejects.toMatchObject({ code: 'launch/unknown-platform' });
    await expect(begin({ client_id: 'client-2' })).rejects.toMatchObject({ code: 'launch/unknown-platform' });
  });

  it('may be named by its issuer alone while there is one', async () => {
    await expect(begin({ client_id: undefined })).resolves.toBeDefined();
    await another('p2', { clientId: 'client-2', deployments: ['1'] });
    await expect(begin({ client_id: undefined })).rejects.toMatchObject({ code: 'launch/several-platforms' });
  });

  it('is found by its deployment where schools share an issuer and a client', async () => {
    await another('p2', { school: 's2', deployments: ['2'] });
    const { state } = await begin({ lti_deployment_id: '2' });
    expect(world.deps.logins.find(state)).toMatchObject({ platform: 'p2' });
    await expect(begin({ lti_deployment_id: undefined })).rejects.toMatchObject({ code: 'launch/several-platforms' });
  });

  it('must have been confirmed by somebody of the school', async () => {
    await another('p2', { clientId: 'client-2', state: 'pending' });
    await expect(begin({ client_id: 'client-2' })).rejects.toMatchObject({ code: 'launch/platform-not-active' });
  });
});

describe('a platform that says no', () => {
  it('is told by the standard’s own word', async () => {
    const { state } = await begin();
    expect(platformError(world.deps.logins, { error: 'login_required', state })).toMatchObject({
      code: 'launch/platform-refused',
      facts: { platform: 'p1', error: 'login_required' },
    });
  });

  it('can put no words of its own in our log', async () => {
    const { state } = await begin();
    const problem = platformError(world.deps.logins, { error: 'Sanne de Wit <b>', state });
    expect(problem.facts.error).toBe('other');
  });

  it('means nothing without a login', () => {
    expect(platformError(world.deps.logins, { error: 'login_required', state: 'x' })).toMatchObject({
      code: 'launch/unknown-state',
    });
  });
});
