import { describe, expect, it } from '@jest/globals';
import { entry, expectProtection, leavingOut, platformKey, type Attack } from '../../support/attacks.js';
import { openLtiWorld } from '../../support/lti-world.js';

// Security §4.3, "Login CSRF / state fixation": somebody is to be logged in as somebody else.

describe('a login of an attacker in the browser of a victim', () => {
  /** The attacker logs in, keeps the answer back, and lets the victim's browser post it, with a cookie by the right name. */
  const plantedCookie: Attack = async (world) => {
    const [attacker, victim] = [world.browser(), world.browser()];
    const login = await attacker.login();
    const [[name]] = [...attacker.jar] as [[string, string]];
    await victim.login();
    victim.jar.set(name, [...victim.jar.values()][0]!);
    return entry(await victim.answer(login, { headers: { origin: 'https://evil.example' } }));
  };

  it('is refused by the secret that only the attacker’s browser has', async () => {
    await expectProtection(plantedCookie, leavingOut('browserIsTheSame'));
  });

  it('is refused where no cookie tells, unless the browser itself says that the platform posted it', async () => {
    const world = await openLtiWorld({ key: platformKey });
    for (const [origin, offered] of [
      ['https://evil.example', false],
      ['null', false],
      ['https://lms.example.evil.example', false],
      // What no other site can make a browser say: the same post gets as far as the button for a new window.
      ['https://lms.example', true],
    ] as const) {
      const login = await world.browser().login();
      const answer = await world.browser().answer(login, { headers: { origin } });
      expect([origin, answer.status, answer.location]).toEqual([origin, 401, undefined]);
      expect([origin, answer.text.includes('name="code"')]).toEqual([origin, offered]);
    }
    await world.close();
  });

  it('is refused when the victim comes late', async () => {
    await expectProtection(async (world) => {
      const browser = world.browser();
      const login = await browser.login();
      world.now.advance(10 * 60_000);
      return entry(await browser.answer(login));
    }, leavingOut('stateIsFresh'));
  });

  it('gets a cookie that no other site can read, set or send along by accident', async () => {
    const world = await openLtiWorld({ key: platformKey });
    const { answer } = await world.browser().login();
    expect(answer.cookies).toEqual([
      expect.stringMatching(
        /^__Host-login-[\w-]{16}=[\w-]{43}; Max-Age=600; Path=\/; Secure; HttpOnly; SameSite=None; Partitioned$/u,
      ),
    ]);
    await world.close();
  });
});
