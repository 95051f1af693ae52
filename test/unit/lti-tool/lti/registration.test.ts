import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createOutbound } from '@buitenboord/shared/runtime/fetch-json.js';
import type { Outbound } from '@buitenboord/shared/runtime/fetch-json.js';
import { belongsTo, framersOf, mayGiveTokens, mayRegister } from '@buitenboord/lti-tool/lti/registration-hosts.js';
import { registrationRequest } from '@buitenboord/lti-tool/lti/registration-request.js';
import { readPlatformConfiguration, registerTool } from '@buitenboord/lti-tool/lti/registration.js';
import { openSmallServer } from '../../../support/small-server.js';
import type { SmallAnswer, SmallServer } from '../../../support/small-server.js';

let server: SmallServer;
let outbound: Outbound;
let answer: SmallAnswer;
beforeEach(async () => {
  server = await openSmallServer(() => answer);
  outbound = createOutbound({ allowPrivate: true, userAgent: 'test' });
});
afterEach(async () => {
  await outbound.close();
  await server.close();
});

const toolConfiguration = 'https://purl.imsglobal.org/spec/lti-tool-configuration';

function aConfiguration(fields: Record<string, unknown> = {}): Record<string, unknown> {
  const { origin } = server;
  return {
    issuer: origin,
    authorization_endpoint: `${origin}/auth`,
    token_endpoint: `${origin}/token`,
    jwks_uri: `${origin}/jwks`,
    registration_endpoint: `${origin}/register`,
    'https://purl.imsglobal.org/spec/lti-platform-configuration': { product_family_code: 'moodle' },
    ...fields,
  };
}

function configure(fields: Record<string, unknown> = {}) {
  answer = { body: JSON.stringify(aConfiguration(fields)) };
  return readPlatformConfiguration(outbound, `${server.origin}/openid-configuration`);
}

describe('what a platform says of itself', () => {
  it('is read in our words', async () => {
    const { origin } = server;
    expect(await configure()).toEqual({
      issuer: origin,
      authUrl: `${origin}/auth`,
      tokenUrl: `${origin}/token`,
      jwksUrl: `${origin}/jwks`,
      registrationUrl: `${origin}/register`,
      product: 'moodle',
    });
  });

  it.each<[string, Record<string, unknown>]>([
    ['issuer', { issuer: 'https://canvas.instructure.com' }],
    ['authorization page', { authorization_endpoint: 'http://evil.example/auth' }],
    ['token service', { token_endpoint: 'http://evil.example/token' }],
    ['key set', { jwks_uri: 'http://127.0.0.1:1/jwks' }],
    ['registration service', { registration_endpoint: 'http://evil.example/register' }],
  ])('is refused with the %s of somebody else', async (_title, fields) => {
    await expect(configure(fields)).rejects.toMatchObject({ code: 'registration/platform-address-refused' });
  });

  it.each<[string, () => SmallAnswer]>([
    ['a page', () => ({ body: '<html>' })],
    ['an error', () => ({ status: 404 })],
    ['half of it', () => ({ body: JSON.stringify(aConfiguration({ jwks_uri: undefined })) })],
    ['an address that is none', () => ({ body: JSON.stringify(aConfiguration({ jwks_uri: 'jwks' })) })],
    ['too much', () => ({ body: 'x'.repeat(100_000) })],
  ])('is refused when it is %s', async (_title, given) => {
    answer = given();
    await expect(readPlatformConfiguration(outbound, server.origin)).rejects.toMatchObject({
      code: 'registration/platform-answer-unusable',
    });
  });

  it('is not asked at a private address unless that is allowed', async () => {
    const strict = createOutbound({ allowPrivate: false, userAgent: 'test' });
    await expect(readPlatformConfiguration(strict, server.origin)).rejects.toMatchObject({
      code: 'registration/platform-address-refused',
    });
    expect(server.requests).toHaveLength(0);
    await strict.close();
  });
});

describe('the hosts of an issuer', () => {
  it('are its own, with the port', () => {
    expect(belongsTo('https://lms.example', 'https://lms.example/auth')).toBe(true);
    expect(belongsTo('https://lms.example', 'https://lms.example:8443/auth')).toBe(false);
    expect(belongsTo('https://lms.example', 'https://lms.example.evil.example/auth')).toBe(false);
  });

  it('are known for the clouds that differ', () => {
    expect(belongsTo('https://canvas.instructure.com', 'https://sso.canvaslms.com/api/lti/authorize_redirect')).toBe(
      true,
    );
    expect(mayGiveTokens('https://school.brightspace.com', 'https://auth.brightspace.com/core/connect/token')).toBe(
      true,
    );
    expect(belongsTo('https://school.brightspace.com', 'https://auth.brightspace.com/core/connect/token')).toBe(false);
  });
});

describe('Canvas', () => {
  const issuer = 'https://canvas.instructure.com';

  it('shows its configuration to who holds the registration token', async () => {
    const body = JSON.stringify(aConfiguration({ authorization_server: 'sso.canvaslms.com' }));
    const shown = await openSmallServer(({ headers }) =>
      headers.authorization === 'Bearer one-time' ? { body } : { status: 401 },
    );
    const asked = readPlatformConfiguration(outbound, `${shown.origin}/openid`, 'one-time');
    // It speaks for the other small server here; what counts is how it was asked.
    await expect(asked).rejects.toMatchObject({ facts: { reason: 'foreign-host' } });
    expect(shown.requests.map(({ headers }) => headers.authorization)).toEqual([undefined, 'Bearer one-time']);
    await shown.close();
  });

  it('registers on the school’s own host, and shows us there, with one issuer for all', () => {
    const school = 'https://school.instructure.com/api/lti/registrations';
    expect(mayRegister(issuer, school)).toBe(true);
    expect(belongsTo(issuer, school)).toBe(false);
    expect(mayRegister(issuer, 'https://instructure.com.evil.example/api')).toBe(false);
    expect(mayRegister('https://lms.example', school)).toBe(false);
    expect(framersOf(`${issuer}/api/lti/security/openid-configuration`)).toContain('https://*.instructure.com');
    expect(framersOf('https://lms.example/openid')).toEqual(['https://lms.example']);
  });

  it('is asked for names and for the places where an assignment is chosen', () => {
    const words = { name: 'Buitenboord', description: 'd', pickerLabel: 'Kies' };
    const request = registrationRequest({ baseUrl: 'https://tool.example', school: 's1', words, product: 'canvas' });
    const configuration = (request as Record<string, { messages: { type: string; placements?: string[] }[] }>)[
      toolConfiguration
    ]!;
    expect(configuration).toMatchObject({ 'https://canvas.instructure.com/lti/privacy_level': 'public' });
    const picker = configuration.messages.find(({ type }) => type === 'LtiDeepLinkingRequest');
    expect(picker?.placements).toEqual(['assignment_selection', 'link_selection']);
    expect((request as { scope: string }).scope).toContain('/noticehandlers');
  });

  it('tells the deployment beside the client id', async () => {
    const platform = await configure();
    answer = { body: JSON.stringify({ client_id: 'abc', deployment_id: '9:8865' }) };
    expect(await registerTool(outbound, { platform, request: {} })).toMatchObject({ deployments: ['9:8865'] });
  });
});

describe('whom a request for access is for', () => {
  it('is what the platform says, when that is an address', async () => {
    const audience = 'https://api.brightspace.com/auth/token';
    expect(await configure({ authorization_server: audience })).toMatchObject({ audience });
    expect(await configure({ authorization_server: 'sso.canvaslms.com' })).not.toHaveProperty('audience');
    expect(await configure({ authorization_server: `${server.origin}/token` })).not.toHaveProperty('audience');
  });
});

describe('registering the tool', () => {
  const words = { name: 'Buitenboord', description: 'Leren buiten school', pickerLabel: 'Opdracht kiezen' };
  const request = registrationRequest({ baseUrl: 'https://tool.example:8443', school: 's1', words });

  it('asks for what it needs and no more', () => {
    expect(request).toMatchObject({
      redirect_uris: ['https://tool.example:8443/lti/launch'],
      initiate_login_uri: 'https://tool.example:8443/lti/login',
      jwks_uri: 'https://tool.example:8443/lti/jwks/s1',
      token_endpoint_auth_method: 'private_key_jwt',
      [toolConfiguration]: { domain: 'tool.example:8443', target_link_uri: 'https://tool.example:8443/lti/launch' },
    });
  });

  const register = async (given: SmallAnswer, registrationToken?: string) => {
    const platform = await configure();
    answer = given;
    return registerTool(outbound, { platform, request, registrationToken });
  };

  it('gives a platform, with the deployment when it was told', async () => {
    const body = JSON.stringify({ client_id: 'abc', [toolConfiguration]: { deployment_id: '7' } });
    const { origin } = server;
    expect(await register({ body }, 'one-time')).toEqual({
      issuer: origin,
      clientId: 'abc',
      deployments: ['7'],
      authUrl: `${origin}/auth`,
      tokenUrl: `${origin}/token`,
      jwksUrl: `${origin}/jwks`,
      product: 'moodle',
    });
    expect(server.requests.at(-1)?.headers).toMatchObject({
      authorization: 'Bearer one-time',
      'content-type': 'application/json',
    });
    expect(JSON.parse(server.requests.at(-1)?.body ?? '')).toEqual(request);
  });

  it('works without a deployment and without a registration token', async () => {
    expect(await register({ status: 201, body: '{"client_id":"abc"}' })).toMatchObject({ deployments: [] });
    expect(server.requests.at(-1)?.headers).not.toHaveProperty('authorization');
  });

  it('tells the reason of a refusal when it is a few plain words', async () => {
    await expect(register({ status: 401, body: 'token_already_used' })).rejects.toMatchObject({
      code: 'registration/platform-refused',
      facts: { status: 401, reason: 'token_already_used' },
    });
    await expect(register({ status: 404, body: '<html>Sanne</html>' })).rejects.toMatchObject({
      code: 'registration/platform-refused',
      facts: { status: 404, reason: undefined },
    });
  });

  it.each(['', '{}', '{"client_id":""}'])('refuses the answer %j', async (body) => {
    await expect(register({ body })).rejects.toMatchObject({ code: 'registration/platform-answer-unusable' });
  });
});
