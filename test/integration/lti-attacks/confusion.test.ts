import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { put } from '@buitenboord/shared/store/port.js';
import { entry, expectProtection, leavingOut, platformKey, replacing, type Attack } from '../../support/attacks.js';
import { lti, membership } from '../../support/lti-browser.js';
import { visitOf } from '../../support/lti-verdicts.js';
import { openLtiWorld, type LtiWorld } from '../../support/lti-world.js';
import { aPlatformRecord } from '../../support/records.js';

// Security §4.3, "Issuer/client/deployment confusion", "Message-type confusion" and "Suspended user".

const issuers = ['https://a.example', 'https://b.example', 'https://c.example'] as const;
const clients = ['one', 'two'] as const;
const deployments = ['1', '2', '3'] as const;
/** Client `one` has deployment 1, client `two` deployment 2, at every issuer. Nobody has 3. */
const deploymentOf = { one: '1', two: '2' } as const;

interface Named {
  iss: string;
  client: 'one' | 'two';
  deployment: string;
}
const all: Named[] = issuers.flatMap((iss) =>
  clients.flatMap((client) => deployments.map((deployment) => ({ iss, client, deployment }))),
);

/** Every issuer publishes the same key, as a cloud does: only what the token says tells them apart. */
async function withClouds(world: LtiWorld): Promise<LtiWorld> {
  const { jwksUrl } = await world.platform();
  const { platforms } = world.collections;
  await world.store.commit(
    issuers.flatMap((issuer) =>
      clients.map((clientId) => {
        const fields = { issuer, clientId, jwksUrl, deployments: [deploymentOf[clientId]], authUrl: `${issuer}/auth` };
        return put(
          platforms,
          { id: `${issuer} ${clientId}` },
          aPlatformRecord({ school: world.school.school, ...fields }),
          0,
        );
      }),
    ),
  );
  return world;
}

/** A login at one registration, answered with a token that names another. */
async function answerTo(world: LtiWorld, login: Named, token: Named) {
  const browser = world.browser();
  return browser.launch({
    login: { iss: login.iss, client_id: login.client, lti_deployment_id: '' },
    claims: { iss: token.iss, aud: token.client, [lti('deployment_id')]: token.deployment },
  });
}

describe('a token of another issuer, client or deployment', () => {
  let world: LtiWorld;
  beforeAll(async () => {
    world = await withClouds(await openLtiWorld({ key: platformKey }));
  });
  afterAll(() => world.close());

  it('is refused in every combination but the legal ones', async () => {
    const taken: string[] = [];
    for (const login of issuers.flatMap((iss) =>
      clients.map((client) => ({ iss, client, deployment: deploymentOf[client] })),
    )) {
      for (const token of all) {
        const came = entry(await answerTo(world, login, token));
        if (came === 'in') taken.push(JSON.stringify([login.iss, login.client, token]));
      }
    }
    const legal = issuers.flatMap((iss) =>
      clients.map((client) => JSON.stringify([iss, client, { iss, client, deployment: deploymentOf[client] }])),
    );
    expect(taken).toEqual(legal);
  });

  const [here, elsewhere]: [Named, Named] = [
    { iss: issuers[0], client: 'one', deployment: '1' },
    { iss: issuers[1], client: 'one', deployment: '1' },
  ];
  const confused =
    (token: Named): Attack =>
    async (attacked) =>
      entry(await answerTo(await withClouds(attacked), here, token));

  it('gets in by its issuer only where that isn’t checked', async () => {
    await expectProtection(confused(elsewhere), leavingOut('issuerIsThePlatforms'));
  });

  it('gets in by its audience only where that isn’t checked', async () => {
    await expectProtection(confused({ ...here, client: 'two' }), leavingOut('audienceIsUsAlone'));
  });

  it('gets in by its deployment only where that isn’t checked', async () => {
    await expectProtection(confused({ ...here, deployment: '3' }), leavingOut('deploymentIsKnown'));
  });

  it('gets in by its authorized party only where that isn’t checked', async () => {
    await expectProtection(
      async (attacked) => entry(await attacked.browser().launch({ claims: { azp: 'somebody-else' } })),
      leavingOut('authorizedPartyIsUs'),
    );
  });

  it('makes no one of two people who have the same number in two systems', async () => {
    const attack: Attack = async (attacked) => {
      const found = await withClouds(attacked);
      const visits = await Promise.all(
        [here, elsewhere].map(async (place) => visitOf(found, await answerTo(found, place, place))),
      );
      const known = await found.store.find(found.collections.identities, {
        where: { school: found.school.school },
        limit: 500,
      });
      expect(known.items.filter(({ subject }) => subject === '5').length).toBeGreaterThan(0);
      return new Set(visits.map(({ person }) => person)).size === 2 ? 'out' : 'in';
    };
    // The issuer left out of what makes somebody somebody.
    const bySubject = replacing('@buitenboord/shared/ids.js', ({ naturalId }) => ({
      naturalId: (...parts: string[]) =>
        (naturalId as (...all: string[]) => string)(
          ...(parts[0] === 'lti' && parts.length === 3 ? [parts[0], parts[2]!] : parts),
        ),
    }));
    await expectProtection(async (attacked) => attack(attacked), bySubject);
  });
});

describe('a message that is taken for another', () => {
  it('is refused: an activity at the picker’s address', async () => {
    const target = 'https://tool.example/lti/deep-linking';
    await expectProtection(async (world) => {
      const claims = { [lti('target_link_uri')]: target, [lti('roles')]: [membership('Instructor')] };
      return entry(await world.browser().launch({ login: { target_link_uri: target }, claims }));
    }, leavingOut('targetIsOurs'));
  });

  it('is refused: a picker’s request that says it is an activity, and has no link', async () => {
    const world = await openLtiWorld({ key: platformKey });
    const claims = {
      [lti('message_type')]: 'LtiResourceLinkRequest',
      [lti('target_link_uri')]: 'https://tool.example/lti/launch',
    };
    expect((await world.browser().launch({ picker: true, claims })).problem).toBe('launch/missing-claim');
    const wrong = { [lti('message_type')]: 'LtiDeepLinkingRequest' };
    expect((await world.browser().launch({ claims: wrong })).problem).toBe('launch/missing-claim');
    await world.close();
  });
});

describe('somebody whose rights were taken away in the LMS', () => {
  it('comes in with the role of this launch, not of an earlier one', async () => {
    const world = await openLtiWorld({ key: platformKey });
    const browser = world.browser();
    const launch = (role: string) => browser.launch({ claims: { sub: 'docent', [lti('roles')]: [membership(role)] } });
    expect((await visitOf(world, await launch('Instructor'))).roles).toEqual(['teacher']);
    expect((await visitOf(world, await launch('Learner'))).roles).toEqual(['student']);
    await world.close();
  });

  it('can’t go on after the school has taken its LMS away, nor finish a login', async () => {
    const goesOn: Attack = async (world) => {
      const browser = world.browser();
      const launched = await browser.launch();
      await world.changePlatform({ state: 'pending' });
      return (await browser.ask(launched.location!)).status === 200 ? 'in' : 'out';
    };
    const anyState = replacing('@buitenboord/lti-tool/web/active-platforms.js', () => ({
      activePlatforms: async (store: LtiWorld['store'], school: string) => {
        const { platforms } = await import('@buitenboord/shared/store/collections.js');
        return (await store.find(platforms, { where: { school } })).items;
      },
    }));
    await expectProtection(goesOn, anyState);
    await expectProtection(async (world) => {
      const browser = world.browser();
      const login = await browser.login();
      await world.changePlatform({ state: 'pending' });
      return entry(await browser.answer(login));
    }, leavingOut('registrationIsActive'));
  });
});
