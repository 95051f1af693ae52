import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { aLaunchClaims, signedToken } from '../../support/launch-world.js';
import { expectRefused, secrets, type Refusal } from '../../support/lti-verdicts.js';
import { openLtiWorld, type LtiWorld } from '../../support/lti-world.js';
import { anLmsKey } from '../../support/lms-key.js';
import { storeHarnesses } from '../../support/store-harnesses.js';

// Launches whose token and state are right, posted as no platform posts them.

const key = anLmsKey('k1');
const incomplete = { code: 'launch/malformed-token', step: 'launchIsComplete' } as const;

describe.each(storeHarnesses)('the body of a launch, on $name', (harness) => {
  let world: LtiWorld;
  beforeAll(async () => {
    world = await openLtiWorld({ key, store: () => harness.open() });
  });
  afterAll(() => world.close());

  /** A launch that is right, in the hands of `send`. */
  async function refused(
    send: (posted: { id_token: string; state: string }) => RequestInit & { path?: string },
    refusal: Refusal,
  ) {
    const browser = world.browser();
    const { state, nonce } = await browser.login();
    const id_token = signedToken(aLaunchClaims(world.now().getTime(), nonce, secrets), key);
    const { path = '/lti/launch', ...options } = send({ id_token, state });
    const attempt = () => browser.ask(path, { method: 'POST', ...options });
    await expectRefused(world, attempt, refusal);
  }
  const form = (pairs: readonly (readonly [string, string])[]) =>
    new URLSearchParams(pairs.map(([name, value]) => [name, value]));

  it('is refused when a parameter is there twice', async () => {
    const doubled = (name: string, value: string) => (posted: Readonly<Record<string, string>>) => ({
      body: form([...Object.entries(posted), [name, value]]),
    });
    await refused(doubled('id_token', 'another'), incomplete);
    await refused(doubled('state', 'another'), { code: 'launch/unknown-state', step: 'launchIsComplete' });
    await refused(
      ({ id_token, state }) => ({
        body: form([
          ['id_token[]', id_token],
          ['state[]', state],
        ]),
      }),
      incomplete,
    );
    await refused((posted) => ({ body: form([...Object.entries(posted), ...Object.entries(posted)]) }), incomplete);
  });

  it('is refused when a parameter stands in the address instead', async () => {
    await refused((posted) => ({ path: `/lti/launch?${new URLSearchParams(posted).toString()}` }), incomplete);
    await refused(
      ({ id_token, state }) => ({ path: `/lti/launch?state=${state}`, body: form([['id_token', id_token]]) }),
      {
        code: 'launch/unknown-state',
        step: 'launchIsComplete',
      },
    );
  });

  it('is refused when it is empty, JSON, text, XML, multipart or says nothing of itself', async () => {
    const typed = (type: string, body: (posted: object) => string) => (posted: object) => ({
      headers: { 'content-type': type },
      body: body(posted),
    });
    await refused(() => ({}), incomplete);
    await refused(typed('application/json', JSON.stringify), incomplete);
    await refused(typed('application/jwt', JSON.stringify), incomplete);
    await refused(
      typed('text/plain', (posted) => new URLSearchParams({ ...posted }).toString()),
      incomplete,
    );
    await refused(
      typed('application/xml', () => '<id_token/>'),
      incomplete,
    );
    await refused((posted) => {
      const body = new FormData();
      for (const [name, value] of Object.entries(posted)) body.append(name, value);
      return { body };
    }, incomplete);
    const unsupported = { status: 415, code: 'request/unsupported-type' };
    await refused(
      typed('application/x-www-form-urlencoded; charset=utf-7', () => 'a=b'),
      unsupported,
    );
    await refused(
      (posted) => ({ headers: { 'content-encoding': 'compress' }, body: new URLSearchParams({ ...posted }) }),
      unsupported,
    );
  });

  it('is refused unread when it is a megabyte', async () => {
    const large = 'x'.repeat(1024 * 1024);
    const tooLarge = { status: 413, code: 'request/too-large' };
    await refused((posted) => ({ body: new URLSearchParams({ ...posted, more: large }) }), tooLarge);
    await refused(({ state }) => ({ body: new URLSearchParams({ id_token: large, state }) }), tooLarge);
    await refused(({ id_token }) => ({ body: new URLSearchParams({ id_token, state: large }) }), tooLarge);
    await refused(
      () => ({ body: 'a&'.repeat(5000), headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
      tooLarge,
    );
    await refused(() => ({ body: large, headers: { 'content-type': 'application/json' } }), incomplete);
  });

  it('is refused when the token is longer than any real one', async () => {
    await refused(({ state }) => ({ body: new URLSearchParams({ id_token: 'x'.repeat(70_000), state }) }), incomplete);
  });
});
