import { describe, expect, it } from '@jest/globals';
import { refusedLaunches, usedLogins, visits } from '@buitenboord/shared/store/collections.js';
import { loginCookieName } from '@buitenboord/lti-tool/lti/login.js';
import type { createLoginStates } from '@buitenboord/lti-tool/lti/login-states.js';
import type { Store, Write } from '@buitenboord/shared/store/port.js';
import {
  changing,
  entry,
  expectProtection,
  leavingOut,
  platformKey,
  replacing,
  type Attack,
} from '../../support/attacks.js';
import { anLmsKey } from '../../support/lms-key.js';
import { openLtiWorld, type LtiWorld } from '../../support/lti-world.js';

// Security §4.3, "Nonce replay", "Memory fill by nonces" and "Weak nonce".

const stranger = anLmsKey('k1');
const visitsIn = async ({ store, school: { school } }: LtiWorld) =>
  (await store.find(visits, { where: { school }, limit: 500 })).items.length;

/** A store that doesn't use a login up. */
function forgetful(store: Store): Store {
  const usesUp = (write: Write) => write.kind === 'put' && write.collection.name === usedLogins.name;
  return { ...store, commit: (writes) => store.commit(writes.filter((write) => !usesUp(write))) };
}

const forgetting = changing((deps) => ({ ...deps, store: forgetful(deps.store) }));

describe('a token that is posted again', () => {
  it('opens one visit, however many posts come at once', async () => {
    const attack: Attack = async (world) => {
      const browser = world.browser();
      const [login, before] = [await browser.login(), await visitsIn(world)];
      await Promise.all(Array.from({ length: 50 }, () => browser.answer(login)));
      return (await visitsIn(world)) - before === 1 ? 'out' : 'in';
    };
    await expectProtection(attack, forgetting);
  });

  it('opens nothing the second time, in a server that was started anew too', async () => {
    const again: Attack = async (world) => {
      const browser = world.browser();
      const login = await browser.login();
      // The first post takes the browser's cookie back; a thief of both has it still.
      const cookie = [...browser.jar].map((pair) => pair.join('=')).join('; ');
      expect(entry(await browser.answer(login))).toBe('in');
      return entry(await world.browser().answer(login, { headers: { cookie } }));
    };
    await expectProtection(again, forgetting);
    const first = await openLtiWorld({ key: platformKey });
    const browser = first.browser();
    const login = await browser.login();
    expect((await browser.answer(login)).status).toBe(303);
    const second = await openLtiWorld({ key: platformKey, recompose: (deps) => ({ ...deps, store: first.store }) });
    expect((await second.browser().answer(login)).problem).toBe('launch/nonce-used');
    await first.close();
    await second.close();
  });

  it('goes with the login that it answers, and with no other', async () => {
    await expectProtection(async (world) => {
      const browser = world.browser();
      const [one, other] = [await browser.login(), await browser.login()];
      return entry(await browser.answer({ state: other.state, nonce: one.nonce }));
    }, leavingOut('nonceIsTheLogins'));
  });
});

describe('a flood of launches that nobody signed', () => {
  it('leaves nothing behind but a bounded list for the administrator', async () => {
    const attack: Attack = async (world) => {
      const before = await visitsIn(world);
      for (let launches = 0; launches < 70; launches += 1)
        await world.browser().launch({ key: stranger, claims: { sub: `invented-${launches}` } });
      const { items } = await world.store.find(refusedLaunches, { where: {}, limit: 500 });
      expect(items.length).toBeLessThanOrEqual(50);
      return (await visitsIn(world)) === before ? 'out' : 'in';
    };
    await expectProtection(attack, leavingOut('signatureIsRight'));
  });
});

describe('the state and the nonce of a login', () => {
  it('can’t be guessed: 256 bits, each as likely as not', async () => {
    const attack: Attack = async (world) => {
      const browser = world.browser();
      const drawn: string[] = [];
      for (let logins = 0; logins < 100; logins += 1) {
        const { state, nonce } = await browser.login();
        // What of the state can't be known: its signature.
        drawn.push(state.split('.')[1]!, nonce);
      }
      return isUnguessable(drawn) ? 'out' : 'in';
    };
    await expectProtection(attack, replacing('@buitenboord/lti-tool/lti/login-states.js', withWeakNonces));
  });

  /** As ltijs makes them. */
  function withWeakNonces(real: Readonly<Record<string, unknown>>) {
    const make = real.createLoginStates as typeof createLoginStates;
    const weak = () => Math.random().toString(36).slice(2).padEnd(43, 'A');
    return {
      createLoginStates: (...secret: Parameters<typeof make>): ReturnType<typeof make> => {
        const states = make(...secret);
        const begin: typeof states.begin = (about) => {
          const { login, state } = states.begin(about);
          return { login: { ...login, nonce: weak() }, state };
        };
        return { ...states, begin };
      },
    };
  }

  it('can’t be made: who writes himself a longer life has no signature for it', async () => {
    const attack: Attack = async (world) => {
      const browser = world.browser();
      const { state, nonce } = await browser.login();
      const [content = '', signature = ''] = state.split('.');
      const fields = JSON.parse(Buffer.from(content, 'base64url').toString('utf8')) as unknown[];
      world.now.advance(10 * 60_000);
      const longer = fields.map((field) => (typeof field === 'number' && field > 1e12 ? field + 3_600_000 : field));
      const forged = `${Buffer.from(JSON.stringify(longer)).toString('base64url')}.${signature}`;
      const cookie = `${loginCookieName(forged)}=${[...browser.jar.values()][0]!}`;
      return entry(await browser.answer({ state: forged, nonce }, { headers: { cookie } }));
    };
    const believing = replacing('@buitenboord/shared/runtime/vault.js', ({ createVault }) => ({
      createVault: (secret: string) => ({ ...(createVault as (of: string) => object)(secret), verify: () => true }),
    }));
    await expectProtection(attack, believing);
  });

  function isUnguessable(drawn: readonly string[]): boolean {
    const bytes = drawn.map((text) => Buffer.from(text, 'base64url'));
    if (new Set(drawn).size < drawn.length || bytes.some(({ length }) => length !== 32)) return false;
    // Every bit is set in about half of them: six standard deviations, so that chance fails this once in a million runs.
    const margin = 6 * Math.sqrt(bytes.length / 4);
    return Array.from({ length: 256 }, (_none, bit) => bit).every((bit) => {
      const set = bytes.filter((each) => ((each[bit >> 3]! >> (bit & 7)) & 1) === 1).length;
      return Math.abs(set - bytes.length / 2) <= margin;
    });
  }
});
