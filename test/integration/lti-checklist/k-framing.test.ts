import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createOutbound } from '@buitenboord/shared/runtime/fetch-json.js';
import { makeRegistrationLink } from '@buitenboord/shared/use-cases/school/add-school.js';
import { lti } from '../../support/lti-browser.js';
import { someLtiServices } from '../../support/lti-services.js';
import { expectRefused } from '../../support/lti-verdicts.js';
import { openLtiWorld, type LtiWorld } from '../../support/lti-world.js';
import { anLmsKey } from '../../support/lms-key.js';
import { foreignTargets, loopbackNames } from '../../support/hostile-addresses.js';
import { aSchool } from '../../support/school.js';
import { openSmallServer, type SmallServer } from '../../support/small-server.js';
import { storeHarnesses } from '../../support/store-harnesses.js';

// §6.K: who may frame us, and where we can't be sent.

const key = anLmsKey('k1');
const ancestors = (headers: Headers) =>
  /frame-ancestors ([^;]*)/u.exec(headers.get('content-security-policy') ?? '')?.[1];

describe.each(storeHarnesses)('framing, redirects and outside addresses, on $name', (harness) => {
  let world: LtiWorld;
  /** A server on our own network that nobody outside may reach through us. */
  let inside: SmallServer;
  beforeAll(async () => {
    inside = await openSmallServer(() => ({ body: JSON.stringify({ keys: [key.jwk] }) }));
    world = await openLtiWorld({ key, store: () => harness.open(), allowPrivate: false });
    await aSchool(world.store, { issuer: 'https://other-school.example' });
  });
  afterAll(async () => {
    await world.close();
    await inside.close();
  });

  it('110. is framed by the registered platforms only, redirects nowhere else, and asks no address inside (Core 5.3.4; Sec 3, 7)', async () => {
    // Framing. Without keys nobody launches here: a page of a visit that isn't there has the school in its address.
    const { school } = world.school;
    const page = await world
      .browser()
      .ask(`/v/${school}.${'x'.repeat(22)}/work`, { headers: { origin: 'https://evil.example' } });
    expect(ancestors(page.headers)).toBe('https://lms.example');
    for (const path of ['/', '/lti/launch', '/lti/jwks/' + school]) {
      const { headers } = await world.browser().ask(path);
      expect(ancestors(headers) ?? "'none'").toBe("'none'");
      expect(headers.get('x-frame-options')).toBeNull();
    }

    // Open redirect: neither what the caller names, nor what a platform signs.
    for (const target of foreignTargets) {
      const { answer } = await world.browser().login({ target_link_uri: target });
      expect([target, answer.status, answer.location, answer.problem]).toEqual([
        target,
        401,
        undefined,
        'launch/wrong-target',
      ]);
    }

    // SSRF: the key set of a launch, the configuration of a registration, the next page of a class list.
    const port = new URL(inside.origin).port;
    for (const host of loopbackNames) {
      for (const scheme of ['http', 'https']) {
        const address = `${scheme}://${host}:${port}/jwks`;
        await world.changePlatform({ jwksUrl: address });
        await expectRefused(world, () => world.browser().launch(), {
          status: 502,
          code: 'platform/address-refused',
          step: 'keyIsKnown',
        });
        const { secret } = await makeRegistrationLink(world.deps, { school, autoConfirm: true, actor: 'command' });
        const registered = await world.browser().post(`/lti/register/${secret}`, { openid_configuration: address });
        expect([address, registered.status]).toEqual([address, 400]);
      }
    }
    const outbound = createOutbound({ allowPrivate: true, userAgent: 'test' });
    const class1 = await openSmallServer(({ url }) =>
      url.startsWith('/token')
        ? { body: JSON.stringify({ access_token: 'secret', token_type: 'Bearer', expires_in: 3600 }) }
        : {
            headers: { link: `<${inside.origin}/next>; rel="next"` },
            body: JSON.stringify({ id: 'x', context: { id: '2' }, members: [] }),
          },
    );
    const services = someLtiServices(outbound, { tokenUrl: `${class1.origin}/token` });
    const asked = { school, platform: 'p', deployment: '1', membershipsUrl: `${class1.origin}/members` };
    await expect(services.members(asked)).rejects.toMatchObject({ code: 'platform/address-refused' });
    expect(inside.requests).toEqual([]);
    await outbound.close();
    await class1.close();
  });

  it('sends nobody to an address that a platform signs', async () => {
    const open = await openLtiWorld({ key, store: () => harness.open() });
    for (const target of foreignTargets) {
      await expectRefused(open, () => open.browser().launch({ claims: { [lti('target_link_uri')]: target } }), {
        code: 'launch/wrong-target',
        step: 'targetIsOurs',
      });
    }
    await open.close();
  });
});
