import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { completePlatform } from '@buitenboord/lti-tool/lti/complete-platform.js';
import { platformPresets, presetOf } from '@buitenboord/lti-tool/lti/platform-presets.js';
import { canvasConfiguration } from '@buitenboord/lti-tool/lti/canvas-configuration.js';
import type { PrivateAllowed } from '@buitenboord/shared/runtime/private-addresses.js';
import { createOutbound, type Outbound } from '@buitenboord/shared/runtime/fetch-json.js';
import { openSmallServer, type SmallAnswer, type SmallServer } from '../../../support/small-server.js';

let server: SmallServer;
let answer: SmallAnswer;
let outbound: Outbound;
beforeEach(async () => {
  server = await openSmallServer(() => answer);
  outbound = createOutbound({ allowPrivate: true, userAgent: 'test' });
});
afterEach(async () => {
  await outbound.close();
  await server.close();
});

const complete = (typed: Record<string, string>, allowPrivate: PrivateAllowed = true) =>
  completePlatform({ outbound, allowPrivate }, { product: 'unknown', clientId: 'abc', ...typed });
const site = 'https://school.example';

describe('a platform by hand', () => {
  it.each([
    ['moodle', { issuer: `${site}/` }, { issuer: site, authUrl: `${site}/mod/lti/auth.php` }],
    [
      'canvas',
      {},
      { issuer: 'https://canvas.instructure.com', tokenUrl: 'https://sso.canvaslms.com/login/oauth2/token' },
    ],
    [
      'brightspace',
      { issuer: site },
      { audience: 'https://api.brightspace.com/auth/token', jwksUrl: `${site}/d2l/.well-known/jwks` },
    ],
    ['blackboard', {}, { jwksUrl: 'https://developer.blackboard.com/api/v1/management/applications/abc/jwks.json' }],
    ['schoology', {}, { issuer: 'https://schoology.schoology.com' }],
  ])('of the kind %s gets the addresses that are known', async (product, typed, addresses) => {
    expect(await complete({ product, ...typed }, false)).toMatchObject({ kind: 'complete', addresses });
    expect(server.requests).toEqual([]);
  });

  it('of the school’s own Canvas doesn’t get those of the cloud', async () => {
    answer = { status: 404 };
    const found = await complete({ product: 'canvas', issuer: server.origin });
    expect(found).toEqual({ kind: 'missing', fields: ['authUrl', 'tokenUrl', 'jwksUrl'] });
  });

  it('keeps every address as it was typed', async () => {
    const typed = { issuer: `${site}/x/`, authUrl: `${site}/a`, tokenUrl: `${site}/t`, jwksUrl: `${site}/j` };
    expect(await complete({ product: 'itslearning', ...typed })).toEqual({ kind: 'complete', addresses: typed });
  });

  it('is asked by its issuer alone, and may speak for nobody else', async () => {
    const { origin } = server;
    const told = {
      issuer: origin,
      authorization_endpoint: `${origin}/a`,
      token_endpoint: `${origin}/t`,
      jwks_uri: `${origin}/j`,
    };
    answer = { body: JSON.stringify(told) };
    expect(await complete({ issuer: origin })).toMatchObject({
      kind: 'complete',
      addresses: { jwksUrl: `${origin}/j` },
    });
    expect(server.requests[0]!.url).toBe('/.well-known/openid-configuration');
    for (const wrong of [{ issuer: 'https://other.example' }, { jwks_uri: 'https://evil.example/j' }]) {
      answer = { body: JSON.stringify({ ...told, ...wrong }) };
      expect(await complete({ issuer: origin })).toMatchObject({ kind: 'missing' });
    }
  });

  it.each([
    'http://lms.example',
    'https://127.0.0.1',
    'https://0x7f000001',
    'https://localhost',
    'https://moodle.local',
  ])('isn’t looked for at %s, nor taken there', async (issuer) => {
    expect(await complete({ issuer }, false)).toMatchObject({ kind: 'missing' });
    expect(await complete({ product: 'moodle', issuer }, false)).toMatchObject({ kind: 'refused' });
    expect(server.requests).toEqual([]);
  });

  it('is known by what people call it and by what it calls itself', () => {
    expect(presetOf('Brightspace')).toBe(presetOf('desire2learn'));
    expect(presetOf('nothing').name).toBe('');
    expect(new Set(platformPresets.map(({ product }) => product)).size).toBe(platformPresets.length);
  });
});

describe('the settings for Canvas', () => {
  it('hold everything that a developer key wants', () => {
    const words = { name: 'Buitenboord', description: 'Leren buiten school', pickerLabel: 'Kies een opdracht' };
    expect(canvasConfiguration({ baseUrl: 'https://tool.example', school: 's1', words })).toMatchObject({
      title: 'Buitenboord',
      oidc_initiation_url: 'https://tool.example/lti/login',
      target_link_uri: 'https://tool.example/lti/launch',
      public_jwk_url: 'https://tool.example/lti/jwks/s1',
      scopes: expect.arrayContaining(['https://purl.imsglobal.org/spec/lti-ags/scope/score']),
      custom_fields: { context_history: '$Context.id.history' },
      extensions: [
        {
          platform: 'canvas.instructure.com',
          domain: 'tool.example',
          privacy_level: 'public',
          settings: {
            placements: [
              {
                placement: 'assignment_selection',
                message_type: 'LtiDeepLinkingRequest',
                target_link_uri: 'https://tool.example/lti/deep-linking',
              },
              { placement: 'link_selection' },
            ],
          },
        },
      ],
    });
  });
});
