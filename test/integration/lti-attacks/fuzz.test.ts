import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hashOf, newSecret } from '@buitenboord/shared/ids.js';
import { put } from '@buitenboord/shared/store/port.js';
import { leavingOut, platformKey } from '../../support/attacks.js';
import { aDeepLinkingClaims, aLaunchClaims, anInitiation, signedToken } from '../../support/launch-world.js';
import { lti, membership, type LtiAnswer, type LtiBrowser } from '../../support/lti-browser.js';
import { secrets } from '../../support/lti-verdicts.js';
import { openLtiWorld, type LtiWorld } from '../../support/lti-world.js';
import { openSmallServer, type SmallServer } from '../../support/small-server.js';

// Security §4.3: whatever comes in, never a 500, never a word of what was told in confidence, and the server stays up.

/** Another one by FUZZ_SEED; it is in the titles, so that a failure can be run again. */
const seed = Number(process.env.FUZZ_SEED ?? 20_260_602);
const runs = { seed, numRuns: 500, endOnFailure: true };
/** A computer that does other work too is slow; what is measured here is not its speed. */
const patienceMs = 180_000;
const secretWords = /geheim|canary|registratie-token/iu;
const claim = 'https://purl.imsglobal.org/spec/lti/claim';

let world: LtiWorld;
let lms: SmallServer;
/** A server that nobody named as his own. */
let bystander: SmallServer;
let documents: { configuration: unknown; registered: unknown; keys: unknown };
beforeAll(async () => {
  bystander = await openSmallServer(() => ({ body: '{}' }));
  lms = await openSmallServer(({ url }) => {
    const { configuration, registered, keys } = documents;
    const found = url.startsWith('/openid') ? configuration : url.startsWith('/jwks') ? keys : registered;
    return { body: typeof found === 'string' ? found : JSON.stringify(found) };
  });
  world = await openLtiWorld({ key: platformKey, trustProxy: 'loopback' });
});
afterAll(async () => {
  await world.close();
  await lms.close();
  await bystander.close();
});

let visitors = 0;
/** Each comes from an address of its own, so that the limit on refusals doesn't answer in place of the product. */
function visitor(tool = world): LtiBrowser {
  visitors += 1;
  return tool.browser({ 'x-forwarded-for': `203.0.${(visitors >> 8) & 255}.${visitors & 255}` });
}

function expectCalm(answer: LtiAnswer, allowed: readonly number[] = []): void {
  expect(answer.status < 500 || allowed.includes(answer.status) ? '' : answer.text).toBe('');
  expect(answer.problem).not.toBe('unexpected');
  if (answer.status >= 400) expect(answer.text).not.toMatch(secretWords);
}

async function expectAlive(): Promise<void> {
  expect((await visitor().ask('/livez')).status).toBe(200);
  const browser = visitor();
  expect((await browser.launch()).status).toBe(303);
  const lines = world.logged.join('\n');
  expect(lines).not.toMatch(secretWords);
  expect(lines).not.toMatch(/"msg":"failed"/u);
}

const oddities = fc.constantFrom<unknown>(
  ...[null, '', ' ', '\u0000', '\ud800', 'x'.repeat(256), 'x'.repeat(5000), '__proto__', '$Nope', '<script>', '‮'],
  ...[
    0,
    -1,
    1e308,
    0.1,
    true,
    [],
    {},
    [[]],
    [null],
    { id: null },
    { id: {} },
    { __proto__: 1 },
    { id: 'x'.repeat(300) },
  ],
  ...['https://evil.example', '//evil', 'javascript:alert(1)', 'http://[::1]/', 'https://lms.example:99999/'],
);
const anything = fc.oneof({ weight: 2, arbitrary: oddities }, { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) });

describe(`anything at all (seed ${seed})`, () => {
  const names = [
    ...['iss', 'aud', 'azp', 'sub', 'exp', 'iat', 'nbf', 'nonce', 'name', 'given_name', 'email', 'locale'],
    ...['message_type', 'version', 'deployment_id', 'target_link_uri', 'resource_link', 'roles', 'context'].map(lti),
    ...['tool_platform', 'launch_presentation', 'custom', 'lis', 'for_user', 'lti1p1'].map(lti),
    'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint',
    'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice',
    'https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings',
  ];
  const inner = ['id', 'title', 'label', 'locale', 'return_url', 'document_target', 'scope', 'lineitem', 'lineitems'];
  const settings = ['deep_link_return_url', 'accept_types', 'accept_multiple', 'accept_lineitem', 'data', 'activity'];
  const services = ['context_memberships_url', 'product_family_code', 'person_sourcedid'];
  /** A claim of the right shape with something wrong inside. */
  const group = fc.dictionary(fc.constantFrom(...inner, ...settings, ...services), anything, {
    minKeys: 1,
    maxKeys: 4,
  });
  const changes = fc.dictionary(
    fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...names) }, { weight: 1, arbitrary: fc.string() }),
    fc.oneof(anything, group),
    { minKeys: 1, maxKeys: 4 },
  );
  const headers = fc.dictionary(
    fc.constantFrom('alg', 'kid', 'typ', 'jku', 'jwk', 'x5c', 'crit', 'b64', 'zip', 'cty'),
    anything,
    { maxKeys: 2 },
  );

  /** One launch after the other in this tool, each with something odd in a token that is signed as it should be. */
  function signedTokens(tool: LtiWorld, letIn: () => void) {
    return fc.asyncProperty(changes, headers, fc.boolean(), async (changed, header, picker) => {
      const browser = visitor(tool);
      const { state, nonce } = await browser.login();
      const told = { ...secrets, [`${claim}/context`]: { id: '2' } };
      const make = picker ? aDeepLinkingClaims : aLaunchClaims;
      const roles = picker ? { [lti('roles')]: [membership('Instructor')] } : {};
      const claims = make(tool.now().getTime(), nonce, { ...told, ...roles, ...changed });
      const answer = await browser.post('/lti/launch', { id_token: signedToken(claims, platformKey, header), state });
      expectCalm(answer);
      if (answer.status !== 303) return;
      letIn();
      const page = await browser.follow(answer);
      expect(page.status).toBeLessThan(500);
      expect(page.problem).not.toBe('unexpected');
    });
  }

  it(
    'in a token that the platform signed',
    async () => {
      let letIn = 0;
      await fc.assert(
        signedTokens(world, () => (letIn += 1)),
        runs,
      );
      // Both ways were walked.
      expect([letIn > 30, letIn < runs.numRuns - 30]).toEqual([true, true]);
      await expectAlive();
    },
    patienceMs,
  );

  it(
    'is noticed where a check is missing: this run finds what the check was for',
    async () => {
      const mutant = await leavingOut('rolesAreListed').open({ trustProxy: 'loopback' });
      const found = await fc.check(
        signedTokens(mutant, () => undefined),
        runs,
      );
      expect(found.failed).toBe(true);
      await mutant.close();
    },
    patienceMs,
  );

  it(
    'in a token that nobody signed',
    async () => {
      const token = fc.oneof(
        fc.string({ maxLength: 200 }),
        fc.array(fc.oneof(fc.base64String(), fc.string()), { maxLength: 6 }).map((parts) => parts.join('.')),
        fc
          .tuple(anything, anything, fc.base64String())
          .map(
            ([header, claims, signature]) =>
              [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.') +
              `.${signature}`,
          ),
      );
      const property = fc.asyncProperty(token, async (id_token) => {
        const browser = visitor();
        const { state } = await browser.login();
        const answer = await browser.post('/lti/launch', { id_token, state });
        expectCalm(answer);
        expect(answer.status).toBe(401);
      });
      await fc.assert(property, runs);
      await expectAlive();
    },
    patienceMs,
  );

  it(
    'in the parameters of a login',
    async () => {
      const parameter = fc.constantFrom(
        ...Object.keys(anInitiation()),
        'lti_storage_target',
        'state',
        '__proto__',
        'toString',
      );
      const value = fc.oneof(
        fc.string({ maxLength: 300 }),
        fc.webUrl(),
        oddities.map(String),
        fc.string({ unit: 'binary' }),
      );
      const changed = fc.array(fc.tuple(fc.oneof({ weight: 9, arbitrary: parameter }, fc.string()), value), {
        maxLength: 4,
      });
      const property = fc.asyncProperty(changed, fc.boolean(), fc.boolean(), async (pairs, repeat, get) => {
        const asked = new URLSearchParams(anInitiation());
        for (const [name, text] of pairs) {
          if (repeat) asked.append(name, text);
          else asked.set(name, text);
        }
        const answer = get
          ? await visitor().ask(`/lti/login?${asked.toString()}`.slice(0, 12_000))
          : await visitor().ask('/lti/login', { method: 'POST', body: asked });
        expectCalm(answer);
        if (answer.status !== 302) return;
        const sent = new URL(answer.location!);
        expect(sent.origin + sent.pathname).toBe('https://lms.example/mod/lti/auth.php');
        expect(sent.searchParams.getAll('redirect_uri')).toEqual(['https://tool.example/lti/launch']);
      });
      await fc.assert(property, runs);
      await expectAlive();
    },
    patienceMs,
  );

  it(
    'in the body of a launch',
    async () => {
      const types = [
        'application/x-www-form-urlencoded',
        'application/json',
        'multipart/form-data; boundary=x',
        'text/plain',
      ];
      const odd = [
        'application/x-www-form-urlencoded; charset=utf-16',
        'application/x-www-form-urlencoded;;',
        'x',
        '',
        '*/*',
      ];
      const body = fc.oneof(
        fc.uint8Array({ maxLength: 400 }),
        fc.string({ maxLength: 400 }).map((text) => Buffer.from(`id_token=${text}`)),
        fc.webQueryParameters().map((text) => Buffer.from(text)),
        anything.map((value) => Buffer.from(JSON.stringify(value))),
      );
      const property = fc.asyncProperty(fc.constantFrom(...types, ...odd), body, async (type, bytes) => {
        const answer = await visitor().ask('/lti/launch', {
          method: 'POST',
          body: new Uint8Array(bytes),
          headers: { 'content-type': type },
        });
        expectCalm(answer);
        expect([401, 413, 415]).toContain(answer.status);
      });
      await fc.assert(property, runs);
      await expectAlive();
    },
    patienceMs,
  );

  const endpoints = () => ({
    issuer: lms.origin,
    authorization_endpoint: `${lms.origin}/auth`,
    token_endpoint: `${lms.origin}/token`,
    jwks_uri: `${lms.origin}/jwks`,
    registration_endpoint: `${lms.origin}/register`,
    id_token_signing_alg_values_supported: ['RS256'],
    [`https://purl.imsglobal.org/spec/lti-platform-configuration`]: { product_family_code: 'moodle' },
  });
  const registered = () => ({
    client_id: 'c',
    'https://purl.imsglobal.org/spec/lti-tool-configuration': { deployment_id: '1' },
  });

  it(
    'in what a platform says of itself when it registers',
    async () => {
      const elsewhere = fc.constantFrom('bystander', `${bystander.origin}/x`);
      const told = fc.oneof(anything, elsewhere);
      const differing = (fields: object) =>
        fc.oneof(
          {
            weight: 4,
            arbitrary: fc
              .dictionary(fc.constantFrom(...Object.keys(fields)), told, { maxKeys: 2 })
              .map((odd) => ({ ...fields, ...odd })),
          },
          { weight: 1, arbitrary: anything },
          { weight: 1, arbitrary: fc.string() },
        );
      let made = 0;
      const property = fc.asyncProperty(
        differing(endpoints()),
        differing(registered()),
        async (configuration, answered) => {
          documents = { configuration, registered: answered, keys: { keys: [] } };
          const secret = newSecret();
          const link = { school: world.school.school, autoConfirm: false, expiresAt: '2026-06-03T00:00:00.000Z' };
          await world.store.commit([put(world.collections.registrationLinks, { id: hashOf(secret) }, link, 0)]);
          const fields = { openid_configuration: `${lms.origin}/openid`, registration_token: 'registratie-token' };
          const answer = await visitor().post(`/lti/register/${secret}`, fields);
          expectCalm(answer);
          expect(answer.text).not.toMatch(secretWords);
          expect([200, 400]).toContain(answer.status);
          if (answer.status === 200) made += 1;
        },
      );
      await fc.assert(property, runs);
      expect([made > 30, made < runs.numRuns - 30]).toEqual([true, true]);
      expect(bystander.requests).toEqual([]);
      await expectAlive();
    },
    patienceMs,
  );

  it(
    'in the key set of a platform',
    async () => {
      const jwk = fc.dictionary(fc.constantFrom('kid', 'kty', 'n', 'e', 'use', 'alg', 'crv', 'x', 'y', 'd'), anything, {
        maxKeys: 4,
      });
      const key = fc.oneof(
        anything,
        jwk,
        jwk.map((odd) => ({ ...platformKey.jwk, ...odd })),
      );
      const set = fc.oneof(
        anything,
        fc.array(key, { maxLength: 4 }).map((keys) => ({ keys })),
        fc.string(),
      );
      const good = await world.platform();
      let asked = 0;
      const property = fc.asyncProperty(set, async (keys) => {
        documents = { configuration: {}, registered: {}, keys };
        await world.changePlatform({ jwksUrl: `${lms.origin}/jwks?${(asked += 1)}` });
        const answer = await visitor().launch({ claims: secrets });
        expectCalm(answer, [502]);
        expect([303, 401, 502]).toContain(answer.status);
      });
      await fc.assert(property, { ...runs, numRuns: 300 });
      await world.changePlatform({ jwksUrl: good.jwksUrl });
      await expectAlive();
    },
    patienceMs,
  );
});
