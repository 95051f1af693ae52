import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Store } from '@buitenboord/shared/store/port.js';
import {
  changing,
  entry,
  expectProtection,
  leavingOut,
  platformKey,
  replacing,
  type Attack,
} from '../../support/attacks.js';
import { foreignTargets } from '../../support/hostile-addresses.js';
import { lti, membership, type LtiAnswer } from '../../support/lti-browser.js';
import { visitOf } from '../../support/lti-verdicts.js';
import { openLtiWorld, type LtiWorld } from '../../support/lti-world.js';

// Security §4.3, "Open redirect", "Clickjacking", "Deep-link response forgery" and "Session fixation/theft".

const evil = 'https://evil.example';

describe('an address elsewhere', () => {
  let world: LtiWorld;
  beforeAll(async () => {
    world = await openLtiWorld({ key: platformKey });
  });
  afterAll(() => world.close());

  it.each(foreignTargets)('is no target of a launch, whoever names it: %s', async (target) => {
    const { answer } = await world.browser().login({ target_link_uri: target });
    expect([answer.status, answer.location]).toEqual([401, undefined]);
    expect(entry(await world.browser().launch({ claims: { [lti('target_link_uri')]: target } }))).toBe('out');
  });

  it('is taken only where the token’s target isn’t checked, and even then nobody is sent there', async () => {
    await expectProtection(async (attacked) => {
      const answer = await attacked.browser().launch({ claims: { [lti('target_link_uri')]: `${evil}/lti/launch` } });
      expect(answer.location ?? '').not.toContain('evil');
      return entry(answer);
    }, leavingOut('targetIsOurs'));
  });

  it('is taken from a login only where that isn’t checked', async () => {
    const anywhere = replacing('@buitenboord/lti-tool/lti/tool-addresses.js', () => ({ leadsTo: () => true }));
    await expectProtection(async (attacked) => {
      const { answer, asked } = await attacked.browser().login({ target_link_uri: evil });
      if (answer.status !== 302) return 'out';
      expect(asked.get('redirect_uri')).toBe('https://tool.example/lti/launch');
      return 'in';
    }, anywhere);
  });
});

describe('a page in a frame of somebody else', () => {
  /** What a browser does with frame-ancestors (CSP 3 §6.4.2.1), as far as we use it. */
  function mayFrame({ headers }: LtiAnswer, origin: string): boolean {
    const listed = /frame-ancestors ([^;]*)/u.exec(headers.get('content-security-policy') ?? '')?.[1];
    return listed === undefined || listed.split(' ').includes(origin);
  }

  it('is not shown: every page of a visit names the school’s platforms only', async () => {
    const attack: Attack = async (world) => {
      const browser = world.browser();
      const launched = await browser.launch({ claims: { [lti('roles')]: [membership('Instructor')] } });
      const visit = `/v/${(await visitOf(world, launched)).id}`;
      const pages = await Promise.all(
        ['/overview', '/picker', '/companies', '/course-scope', '/nothing'].map((path) =>
          browser.ask(visit + path, { headers: { origin: 'https://lms.example' } }),
        ),
      );
      expect(pages.every((page) => page.headers.get('x-frame-options') === null)).toBe(true);
      // Where nobody may frame, nobody presses a button in disguise: the last one is no page.
      expect(pages.slice(0, 4).map((page) => mayFrame(page, 'https://lms.example'))).toEqual([true, true, true, true]);
      return pages.some((page) => mayFrame(page, evil)) ? 'in' : 'out';
    };
    await expectProtection(
      attack,
      replacing('@buitenboord/lti-tool/web/headers.js', () => ({ setPagePolicy: () => undefined })),
    );
  });
});

describe('the answer of the picker', () => {
  it('goes to the address of the signed request, whatever the form says', async () => {
    const attack: Attack = async (world) => {
      const browser = world.browser();
      const launched = await browser.launch({ picker: true, claims: { [lti('roles')]: [membership('Instructor')] } });
      const { id } = await visitOf(world, launched);
      const fields = { token: world.deps.vault.sign('form', id), choose: world.school.assignment };
      const forged = { deep_link_return_url: evil, returnUrl: evil, return_url: evil, data: 'forged', url: evil };
      const query = `?deep_link_return_url=${encodeURIComponent(evil)}`;
      const page = await browser.post(`/v/${id}/picker/answer${query}`, { ...fields, ...forged });
      expect(page.status).toBe(200);
      const action = /<form method="post" action="([^"]+)"/u.exec(page.text)?.[1] ?? '';
      return action.startsWith(evil) ? 'in' : 'out';
    };
    // A store in which the form's address took the place of the signed one.
    await expectProtection(
      attack,
      changing((deps) => ({ ...deps, store: believingForms(deps.store) })),
    );
  });

  function believingForms(store: Store): Store {
    return {
      ...store,
      get: async (collection, key) => {
        const found = await store.get(collection, key);
        const visit = found as unknown as { deepLinking?: object } | undefined;
        if (!visit?.deepLinking) return found;
        return { ...visit, deepLinking: { ...visit.deepLinking, returnUrl: evil } } as unknown as typeof found;
      },
    };
  }
});

describe('a visit of somebody else', () => {
  it('opens for the browser that has its cookie, and for no other', async () => {
    const attack: Attack = async (world) => {
      const [owner, thief] = [world.browser(), world.browser()];
      const launched = await owner.launch();
      // Logged in, as another person, and with the address from a history or over a shoulder.
      await thief.launch({ claims: { sub: 'thief' } });
      const [[, planted]] = [...thief.jar] as [[string, string]];
      const own = await thief.ask(launched.location!);
      const forged = `__Host-v-${(await visitOf(world, launched)).id}=${planted}`;
      const guessed = await thief.ask(launched.location!, { headers: { cookie: forged } });
      return [own, guessed].some(({ status }) => status === 200) ? 'in' : 'out';
    };
    const careless = replacing('@buitenboord/lti-tool/web/visit-proof.js', () => ({ proofOf: () => 'cookie' }));
    await expectProtection(attack, careless);
  });

  it('is new with every launch: no address or cookie from before is taken over', async () => {
    const world = await openLtiWorld({ key: platformKey });
    const browser = world.browser();
    const first = await visitOf(world, await browser.launch());
    const [[name, secret]] = [...browser.jar] as [[string, string]];
    const second = await visitOf(world, await browser.launch());
    expect(second.id).not.toBe(first.id);
    expect(browser.jar.get(name)).toBe(secret);
    expect([...browser.jar.values()].every((value) => /^[\w-]{43}$/u.test(value))).toBe(true);
    expect(new Set(browser.jar.values()).size).toBe(2);
    // The secret itself is stored nowhere.
    expect(JSON.stringify([first, second])).not.toContain(secret);
    await world.close();
  });
});
