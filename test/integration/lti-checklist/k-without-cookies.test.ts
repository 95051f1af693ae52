import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { visits } from '@buitenboord/shared/store/collections.js';
import { frameBrowser } from '../../support/frame-browser.js';
import { httpBrowser } from '../../support/http-browser.js';
import { people, startHouse, type RunningHouse } from '../../support/running-house.js';

// §6.K: launches in frames that keep fewer cookies, or none.

describe('a launch in a frame', () => {
  let keeps: RunningHouse;
  let keepsNothing: RunningHouse;
  beforeAll(async () => {
    [keeps, keepsNothing] = await Promise.all([startHouse({ platformStorage: true }), startHouse()]);
  });
  afterAll(() => Promise.all([keeps.stop(), keepsNothing.stop()]));

  const formOf = (house: RunningHouse) => house.lms.launchForm(people.sanne, house.activity.link);
  const at = (house: RunningHouse, path = '') => new URL(path, house.toolUrl).href;
  const opened = async (house: RunningHouse, path: string) => {
    const { items } = await house.store.find(visits, { where: { school: house.school } });
    return items.some(({ id }) => path.startsWith(`/v/${id}/`));
  };

  it('109. opens with cookies, with partitioned ones only, with platform storage only, and with nothing in a new window (LTI client side OIDC 0.1; Storage 0.1; Sec 5.1.1.4)', async () => {
    // Cookies, partitioned ones: no browser keeps another kind in a frame for sure, so ours always are.
    const usual = httpBrowser();
    const launched = await usual.launch(formOf(keepsNothing));
    expect(launched.status).toBe(303);
    expect((await usual.get(at(keepsNothing, launched.location))).text).toContain('Lasframe maken');
    const asked = await fetch(formOf(keepsNothing).action, {
      method: 'POST',
      body: new URLSearchParams({ ...formOf(keepsNothing).fields }),
      redirect: 'manual',
    });
    expect(asked.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-login-.*; Path=\/; Secure; HttpOnly; SameSite=None; Partitioned$/u),
    ]);

    // Platform storage: the server compares what the platform shows, and gives a token for it.
    const frame = frameBrowser(keeps);
    const offered = await frame.launch(people.sanne);
    expect([offered.status, offered.cookies]).toEqual([401, []]);
    const wrong = await frame.post('/lti/frame', { code: offered.tokenCode, stored: 'x'.repeat(43) });
    expect([wrong.status, wrong.problem]).toEqual([401, 'launch/other-browser']);
    const bought = await frame.post('/lti/frame', { code: offered.tokenCode, stored: offered.stored });
    expect((await frame.get(bought.page, bought.token)).text).toContain('Lasframe maken');
    expect((await frame.get(bought.page)).status).toBe(401);

    // Nothing: no visit in the frame, one button, and the window it opens has a cookie of its own.
    const bare = httpBrowser();
    const refused = await bare.launch(formOf(keepsNothing), { noCookies: true });
    expect([refused.status, refused.problem, refused.location]).toEqual([401, 'launch/no-cookie', undefined]);
    const code = /name="code" value="([^"]+)"/u.exec(refused.text)?.[1] ?? '';
    const window = await bare.post(at(keepsNothing, '/lti/new-window'), { code });
    expect(window.status).toBe(303);
    expect(await opened(keepsNothing, window.location ?? '')).toBe(true);
    expect((await bare.get(at(keepsNothing, window.location))).text).toContain('Lasframe maken');

    // And not when another site posts it: then nothing shows whose browser this is.
    const foreign = { noCookies: true, origin: 'https://evil.example' };
    const forged = await httpBrowser().launch(formOf(keepsNothing), foreign);
    expect([forged.status, forged.problem]).toEqual([401, 'launch/no-cookie']);
    expect(forged.text).not.toContain('name="code"');
  });
});
