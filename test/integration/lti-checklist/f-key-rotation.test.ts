import { mkdtemp, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPublicKey, verify } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { compose, type House } from '@buitenboord/lti-tool/compose.js';
import { rotateKeys } from '@buitenboord/lti-tool/lti/rotate-keys.js';
import { createLog } from '@buitenboord/shared/runtime/log.js';
import { createVault } from '@buitenboord/shared/runtime/vault.js';
import { platforms, schools } from '@buitenboord/shared/store/collections.js';
import { put, type Store } from '@buitenboord/shared/store/port.js';
import { fixedClock, type FixedClock } from '../../support/fixed-clock.js';
import { aPlatformRecord, aSchoolRecord } from '../../support/records.js';
import { openSmallServer, type SmallServer } from '../../support/small-server.js';
import { storeHarnesses } from '../../support/store-harnesses.js';

const hourMs = 60 * 60_000;
const overlapMs = 48 * hourMs;
const vault = createVault('a secret for tests only, of more than 32 characters');

interface Jwk {
  kid: string;
  kty: string;
  n: string;
  e: string;
}

describe.each(storeHarnesses)('keys of our own (Security Framework 1.0 §6), on $name', (harness) => {
  let store: Store;
  let now: FixedClock;
  let house: House;
  let server: Server;
  let lms: SmallServer;
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'buitenboord-keys-'));
    store = await harness.open();
    now = fixedClock('2026-11-10T09:00:00.000Z');
    lms = await openSmallServer(({ url }) =>
      url === '/token'
        ? { body: JSON.stringify({ access_token: 'given', expires_in: 61 }) }
        : { body: JSON.stringify({ members: [{ user_id: '5', roles: ['Learner'] }] }) },
    );
    const env = {
      BASE_URL: 'https://tool.example',
      DATA_DIR: folder,
      TRUST_PROXY: '',
      ALLOW_PRIVATE_PLATFORMS: true,
      DEMO_MAILBOX: false,
    };
    house = compose({ env, store, vault, log: createLog('silent'), now, wakeWorker: () => undefined });
    for (const school of ['one', 'two']) {
      const platform = aPlatformRecord({ school, clientId: school, tokenUrl: `${lms.origin}/token` });
      await store.commit([
        put(schools, { id: school }, aSchoolRecord(), 0),
        put(platforms, { id: `lms-${school}` }, platform, 0),
      ]);
    }
    server = house.app.listen(0, '127.0.0.1');
    await new Promise((listening) => server.once('listening', listening));
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
    await house.close();
    await store.close();
    await lms.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function publishedKeys(school = 'one') {
    const { port } = server.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}/lti/jwks/${school}`);
    const { keys } = (await answer.json()) as { keys: Jwk[] };
    return { keys, kids: keys.map(({ kid }) => kid), cacheControl: answer.headers.get('cache-control') ?? '' };
  }

  /** The id of the key that signs what an LMS gets from us now, after checking that the LMS can verify it by what we publish. */
  async function signsWith(school = 'one'): Promise<string> {
    const membershipsUrl = `${lms.origin}/members`;
    // Kept for a second at most, so that every call asks for access anew.
    now.advance(2000);
    await house.services.members({ school, platform: `lms-${school}`, deployment: '1', membershipsUrl });
    const asked = lms.requests.filter(({ url }) => url === '/token').at(-1)!;
    const assertion = new URLSearchParams(asked.body).get('client_assertion')!;
    const [header = '', claims = '', signature = ''] = assertion.split('.');
    const { kid } = JSON.parse(Buffer.from(header, 'base64url').toString()) as { kid: string };
    const jwk = (await publishedKeys(school)).keys.find((key) => key.kid === kid);
    expect(jwk).toBeDefined();
    const key = createPublicKey({ key: { ...jwk! }, format: 'jwk' });
    expect(verify('sha256', Buffer.from(`${header}.${claims}`), key, Buffer.from(signature, 'base64url'))).toBe(true);
    return kid;
  }

  /** As the command does in a process of its own: the server that runs isn't told. */
  const rotate = (leaked = false) =>
    rotateKeys({ store, vault, now }, { school: 'one', actor: 'command', overlapMs, leaked });

  it('63. rotation adds a new kid and keeps the old one published for the overlap (Sec 6.4)', async () => {
    const old = await signsWith();
    expect(await rotate()).toMatchObject({ kind: 'rotated' });
    const { kids, cacheControl } = await publishedKeys();
    expect(kids).toHaveLength(2);
    const next = kids.find((kid) => kid !== old)!;
    // Published first: until every LMS could fetch it, the old one signs. The time is far longer than we let others keep the set.
    const maxAgeMs = Number(/max-age=(\d+)/u.exec(cacheControl)![1]) * 1000;
    expect(overlapMs).toBeGreaterThan(maxAgeMs);
    now.advance(overlapMs - hourMs);
    expect(await signsWith()).toBe(old);
    now.advance(hourMs);
    expect(await signsWith()).toBe(next);
    // And what the old one signed can still be verified.
    now.advance(overlapMs - 2 * hourMs);
    expect((await publishedKeys()).kids.sort()).toEqual([old, next].sort());
    now.advance(2 * hourMs);
    expect((await publishedKeys()).kids).toEqual([next]);
    expect(await signsWith()).toBe(next);
    // A kid never comes back.
    await rotate();
    expect((await publishedKeys()).kids).not.toContain(old);
  });

  it('a second rotation while a new key waits changes nothing', async () => {
    await signsWith();
    const first = await rotate();
    const before = (await publishedKeys()).kids;
    now.advance(hourMs);
    expect(await rotate()).toEqual({ ...first, kind: 'under-way' });
    expect((await publishedKeys()).kids).toEqual(before);
  });

  it('a key that leaked signs no more and is published no more, at once', async () => {
    const old = await signsWith();
    await rotate();
    await rotate(true);
    const { kids } = await publishedKeys();
    expect(kids).toHaveLength(1);
    expect(kids).not.toContain(old);
    expect(await signsWith()).toBe(kids[0]);
  });

  it('two who rotate at once make one new key', async () => {
    await signsWith();
    const rotated = await Promise.all([rotate(), rotate()]);
    expect(rotated.map(({ kind }) => kind).sort()).toEqual(['rotated', 'under-way']);
    expect((await publishedKeys()).kids).toHaveLength(2);
  });

  it('66. each school signs with a pair of its own (Sec 7.2)', async () => {
    const [one, two] = [await signsWith('one'), await signsWith('two')];
    expect(one).not.toBe(two);
    expect((await publishedKeys('one')).kids).toEqual([one]);
    expect((await publishedKeys('two')).kids).toEqual([two]);
    await rotate();
    expect((await publishedKeys('two')).kids).toEqual([two]);
  });
});
