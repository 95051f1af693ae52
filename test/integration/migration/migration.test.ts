import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createVault } from '@buitenboord/shared/runtime/vault.js';
import { auditEntries, oldKeys, visits } from '@buitenboord/shared/store/collections.js';
import { addOldKey, oldKeysOf, removeOldKey } from '@buitenboord/shared/use-cases/migration/old-keys.js';
import { isSignedBy } from '@buitenboord/lti-tool/lti/verify-migration.js';
import { craftedLaunch, type Claims } from '../../support/crafted-launch.js';
import { startHouse, type RunningHouse } from '../../support/running-house.js';

const claim = 'https://purl.imsglobal.org/spec/lti/claim';
const secret = 'shared in 2019';

let house: RunningHouse;
beforeAll(async () => {
  house = await startHouse();
  await enterKey();
});
afterAll(() => house.stop());

const deps = () => ({
  store: house.store,
  vault: createVault('a secret for tests only, of more than 32 characters'),
  now: () => new Date(),
});
const enterKey = () => addOldKey(deps(), { school: house.school, consumerKey: 'key-1', secret, actor: 'test' });

interface Old {
  user?: string;
  link?: string;
  key?: string;
  signedWith?: string;
}

/** What a platform adds to a launch of who used LTI 1.1 before. */
function migrated({ user, link, key = 'key-1', signedWith = secret }: Old, more: Claims = {}) {
  return (known: Claims): Claims => {
    const parts = [key, known[`${claim}/deployment_id`], known.iss, known.aud, known.exp, known.nonce];
    const sign = createHmac('sha256', signedWith).update(parts.map(String).join('&')).digest('base64');
    return {
      [`${claim}/message_type`]: 'LtiResourceLinkRequest',
      [`${claim}/resource_link`]: { id: '501' },
      [`${claim}/context`]: { id: '2', title: 'Keuzevak Lassen 3B' },
      [`${claim}/roles`]: ['Learner'],
      [`${claim}/lti1p1`]: {
        user_id: user,
        resource_link_id: link,
        oauth_consumer_key: key,
        oauth_consumer_key_sign: sign,
      },
      ...more,
    };
  };
}

/** The visit that a launch opened: whose, and of what. */
async function comesIn(subject: string, old: Old, more?: Claims) {
  const launched = await craftedLaunch(house, subject, migrated(old, more));
  expect(launched.status).toBe(303);
  const id = /\/v\/([^/]+)/u.exec(launched.location ?? '')![1]!;
  return (await house.store.get(visits, { school: house.school, id }))!;
}

describe('the signature of the migration claim', () => {
  it('is the one of the migration guide’s own example', () => {
    const signed = '179248902&689302&https://lmsvendor.com&PM48OJSfGDTAzAo&1551290856&172we8671fd8z';
    const signature = 'lWd54kFo5qU7xshAna6v8BwoBm6tmUjc6GTax6+12ps=';
    const example = { consumerKey: '179248902', signed, signature };
    expect(isSignedBy(example, Buffer.from('my-lti11-secret'))).toBe(true);
    expect(isSignedBy(example, Buffer.from('my-lti11-secreT'))).toBe(false);
    expect(isSignedBy({ ...example, signature: 'short' }, Buffer.from('my-lti11-secret'))).toBe(false);
  });
});

describe('a launch that says who somebody was in LTI 1.1', () => {
  it('is believed when it is signed with the key that the school entered: two new ids are one person', async () => {
    const first = await comesIn('new-1', { user: 'old-1' });
    const second = await comesIn('new-2', { user: 'old-1' });
    expect(second.person).toBe(first.person);
    const audited = await house.store.find(auditEntries, {
      where: { school: house.school, object: `people/${first.person}` },
    });
    expect(audited.items.map(({ action }) => action)).toContain('person/identity-joined');
  });

  it.each<[string, Old]>([
    ['another secret', { signedWith: 'guessed' }],
    ['a key that nobody entered', { key: 'key-2' }],
  ])('is let in and not believed with %s', async (what, wrong) => {
    const known = await comesIn('new-3', { user: 'old-3' });
    const other = await comesIn(`liar with ${what}`, { user: 'old-3', ...wrong });
    expect(other.person).not.toBe(known.person);
  });

  it('is not believed any more once the key was taken away', async () => {
    const known = await comesIn('new-4', { user: 'old-4' });
    const [key] = await oldKeysOf(house.store, house.school);
    await removeOldKey(deps(), { school: house.school, id: key!.id, actor: 'test' });
    expect((await comesIn('new-5', { user: 'old-4' })).person).not.toBe(known.person);
    await enterKey();
  });

  it('finds the activity that stood behind the old link', async () => {
    const custom = { [`${claim}/custom`]: { activity: house.activity.id } };
    const before = await comesIn(
      'new-6',
      { link: 'old-link' },
      { ...custom, [`${claim}/resource_link`]: { id: '601' } },
    );
    const after = await comesIn('new-6', { link: 'old-link' }, { [`${claim}/resource_link`]: { id: '602' } });
    expect(before.activity).toBeDefined();
    expect(after.activity).toBe(before.activity);
    const forged = { link: 'old-link', signedWith: 'guessed' };
    expect((await comesIn('new-6', forged, { [`${claim}/resource_link`]: { id: '603' } })).activity).toBeUndefined();
  });
});

describe('the secret of an old key', () => {
  it('is stored sealed', async () => {
    const { items } = await house.store.find(oldKeys, { where: { school: house.school } });
    expect(JSON.stringify(items)).not.toContain(secret);
  });
});
