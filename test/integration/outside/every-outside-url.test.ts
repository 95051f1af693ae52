import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPlatformCheck } from '@buitenboord/connectors/lti-services/platform-check.js';
import { completePlatform } from '@buitenboord/lti-tool/lti/complete-platform.js';
import { createPlatformKeys } from '@buitenboord/lti-tool/lti/platform-keys.js';
import { readPlatformConfiguration, registerTool } from '@buitenboord/lti-tool/lti/registration.js';
import { createOutbound, type Outbound } from '@buitenboord/shared/runtime/fetch-json.js';
import { guardedLookup, type Resolver } from '@buitenboord/shared/runtime/address-guard.js';
import { fixedClock } from '../../support/fixed-clock.js';
import { loopbackNames } from '../../support/hostile-addresses.js';
import { someLtiServices, toolKey } from '../../support/lti-services.js';
import { openSmallServer, type SmallServer } from '../../support/small-server.js';

const now = fixedClock('2026-11-23T11:30:00.000Z');

/** Every address that somebody outside gives us and that we then ask. A new one belongs in this list. */
const doors: Readonly<Record<string, (outbound: Outbound, url: string) => Promise<unknown>>> = {
  'the configuration of a platform that registers': (outbound, url) => readPlatformConfiguration(outbound, url),
  'its registration service': (outbound, url) =>
    registerTool(outbound, {
      platform: { issuer: url, authUrl: url, tokenUrl: url, jwksUrl: url, registrationUrl: url, product: 'x' },
      request: {},
    }),
  'the keys of a platform': (outbound, url) =>
    createPlatformKeys({ outbound, now }).keyOf({ id: 'p', jwksUrl: url }, 'kid'),
  'the access of a platform': (outbound, url) => checkOf(outbound, url).token('s', 'p'),
  'the participants of a course': (outbound, url) => {
    const services = someLtiServices(withToken(outbound));
    return services.members({ school: 's', platform: 'p', deployment: '1', membershipsUrl: url });
  },
  'a column in the gradebook': async (outbound, lineItem) => {
    const services = someLtiServices(withToken(outbound));
    const read = await services.read({ school: 's', platform: 'p', deployment: '1', lineItem }, '5');
    // The outbox gets an outcome and no exception.
    if (read.kind !== 'found')
      throw Object.assign(new Error(), { code: `outcome/${'reason' in read ? read.reason : read.kind}` });
  },
};

function checkOf(outbound: Outbound, tokenUrl: string) {
  const platform = { issuer: 'https://lms.example', clientId: 'c', tokenUrl, product: 'moodle' };
  return createPlatformCheck({
    outbound,
    now,
    platformOf: () => Promise.resolve(platform),
    signingKey: () => Promise.resolve({ kid: toolKey.kid, key: toolKey.privateKey }),
  });
}

/** The way out, with access given already: what is asked next is the address in question. */
function withToken(outbound: Outbound): Outbound {
  return {
    ...outbound,
    request: (request) =>
      request.url.endsWith('/mod/lti/token.php')
        ? Promise.resolve({
            status: 200,
            statusText: 'OK',
            headers: {},
            text: '{"access_token":"t","expires_in":3600}',
          })
        : outbound.request(request),
  };
}

/** A public name that leads to our own machine, at once or at the second look. */
function leadingTo(...addresses: readonly string[]): Resolver {
  let asked = 0;
  return (_host, _options, answer) => {
    const address = addresses[Math.min(asked++, addresses.length - 1)]!;
    answer(null, [{ address, family: address.includes(':') ? 6 : 4 }]);
  };
}

const refused = /^(?:platform\/address-refused|registration\/platform-address-refused|outcome\/not-allowed)$/u;

describe.each(Object.entries(doors))('%s', (_name, ask) => {
  let canary: SmallServer;
  let port: string;
  beforeAll(async () => {
    canary = await openSmallServer(() => ({ body: '{}' }));
    port = new URL(canary.origin).port;
  });
  afterAll(() => canary.close());

  const strict = (resolver?: Resolver) =>
    createOutbound({ allowPrivate: false, userAgent: 'test', ...(resolver && { resolver }) });

  it.each([...loopbackNames.filter((name) => name !== 'localhost'), 'user:secret@127.0.0.1', 'user@lms.example'])(
    'is not asked at %s',
    async (host) => {
      const outbound = strict();
      for (const scheme of ['https', 'http'])
        await expect(ask(outbound, `${scheme}://${host}:${port}/x`)).rejects.toMatchObject({
          code: expect.stringMatching(refused),
        });
      await outbound.close();
      expect(canary.requests).toEqual([]);
    },
  );

  it.each(['127.0.0.1', '::1', '10.0.0.7', '169.254.169.254', '::ffff:127.0.0.1'])(
    'is not asked where its name leads to %s',
    async (address) => {
      const outbound = strict(leadingTo(address));
      await expect(ask(outbound, `https://lms.example:${port}/x`)).rejects.toMatchObject({
        code: expect.stringMatching(refused),
      });
      await outbound.close();
      expect(canary.requests).toEqual([]);
    },
  );

  it('is not followed to where it sends us', async () => {
    const redirecting = await openSmallServer(() => ({
      status: 302,
      headers: { location: `${canary.origin}/stolen` },
    }));
    const outbound = createOutbound({ allowPrivate: true, userAgent: 'test' });
    await expect(ask(outbound, `${redirecting.origin}/x`)).rejects.toMatchObject({ code: expect.any(String) });
    expect(redirecting.requests.length).toBeGreaterThan(0);
    expect(canary.requests).toEqual([]);
    await outbound.close();
    await redirecting.close();
  });
});

describe('a name that changes its mind', () => {
  it('is connected where it was checked: what was checked is handed out, and nobody looks it up again', async () => {
    const changing = leadingTo('93.184.215.14', '127.0.0.1');
    let asked = 0;
    const lookup = guardedLookup(false, (...question) => {
      asked += 1;
      changing(...question);
    });
    const handedOut = await new Promise((resolve) =>
      lookup('lms.example', { all: true }, (_error, addresses) => resolve(addresses)),
    );
    expect(handedOut).toEqual([{ address: '93.184.215.14', family: 4 }]);
    expect(asked).toBe(1);
  });
});

describe('an address that somebody types', () => {
  it('isn’t asked for what it is when it leads into the network', async () => {
    const outbound = createOutbound({ allowPrivate: false, userAgent: 'test', resolver: leadingTo('10.0.0.1') });
    const typed = { product: 'unknown', clientId: 'c', issuer: 'https://lms.example' };
    expect(await completePlatform({ outbound, allowPrivate: false }, typed)).toMatchObject({ kind: 'missing' });
    await outbound.close();
  });
});

describe('the sources', () => {
  it('have one way out: no other file knows how to ask another server', () => {
    const root = join(import.meta.dirname, '../../..');
    const files = ['shared/src', 'connectors/src', 'lti-tool/src'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.tsx?$/u.test(name))
        .map((name) => join(folder, name)),
    );
    const asking = files.filter((name) =>
      /^import (?!type)[^;]*from '(?:undici|node:https|node:net|node:tls)'|(?<![\w.])fetch\(/mu.test(
        readFileSync(join(root, name), 'utf8'),
      ),
    );
    expect(asking).toEqual(['shared/src/runtime/fetch-json.ts']);
  });
});
