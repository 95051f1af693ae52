import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addressIn } from '@buitenboord/lti-tool/web/signed-address.js';
import { hashOf } from '@buitenboord/shared/ids.js';
import { evidence, visits, waitingLaunches } from '@buitenboord/shared/store/collections.js';
import { change } from '@buitenboord/shared/store/port.js';
import type { Visit } from '@buitenboord/shared/domain/visit/visit.js';
import { frameBrowser } from '../../support/frame-browser.js';
import { httpBrowser } from '../../support/http-browser.js';
import { people, startHouse, type RunningHouse } from '../../support/running-house.js';
import { handsIn } from '../../support/walked-work.js';

let house: RunningHouse;
let browser: ReturnType<typeof frameBrowser>;
beforeAll(async () => {
  house = await startHouse({ platformStorage: true });
  await handsIn(house, people.sanne);
  await handsIn(house, people.bram);
  browser = frameBrowser(house);
});
afterAll(() => house.stop());

const visitOf = async (id: string) => (await house.store.get(visits, { school: house.school, id }))!;
const changeVisit = async (id: string, fields: Partial<Visit>) =>
  house.store.commit([change(visits, await visitOf(id), fields)]);
const refusal = ({ status, problem }: { status: number; problem?: string | undefined }) => [status, problem];

describe('the page of a launch without cookies', () => {
  it('holds codes and nothing of the person, and is framed by the platform only', async () => {
    const offered = await browser.launch(people.sanne);
    expect(offered.status).toBe(401);
    expect(offered.text).not.toMatch(/Sanne|de Wit|Lasframe/u);
    expect(offered.stored).not.toBe('');
    expect(offered.text).not.toContain(offered.stored);
    expect(offered.framedBy).toBe(`frame-ancestors ${house.lms.url}`);
  });

  it('is not needed where a cookie of ours came along at the login', async () => {
    const usual = httpBrowser();
    usual.jar.set('__Host-v-any', 'thing');
    const started = house.lms.launchForm(people.sanne, house.activity.link);
    const login = await usual.post(started.action, { ...started.fields });
    expect([login.status, login.location?.startsWith(house.lms.url)]).toEqual([302, true]);
  });
});

describe('the code for a token', () => {
  it('buys one, with the secret that the platform kept, and leads to a page of ours', async () => {
    const bought = await browser.enter(people.sanne);
    expect(bought.status).toBe(200);
    expect(bought.page).toBe(`/v/${bought.visit}/work`);
    const page = await browser.get(bought.page, bought.token);
    expect([page.status, page.text.includes('Lasframe maken')]).toEqual([200, true]);
    const stored = JSON.stringify(await visitOf(bought.visit));
    for (const secret of [bought.token, bought.comeBack.value]) expect(stored).not.toContain(secret);
  });

  it('is good once, also for two who come at the same time', async () => {
    const { tokenCode, stored } = await browser.launch(people.sanne);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => browser.post('/lti/frame', { code: tokenCode, stored })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status, problem }) => status === 401 && problem === 'launch/unknown-state')).toHaveLength(
      7,
    );
    expect(refusal(await browser.post('/lti/frame', { code: tokenCode, stored }))).toEqual([
      401,
      'launch/unknown-state',
    ]);
  });

  it('is good for a minute', async () => {
    const { tokenCode, stored } = await browser.launch(people.sanne);
    const waiting = (await house.store.get(waitingLaunches, { id: hashOf(tokenCode) }))!;
    const left = Date.parse(waiting.expiresAt) - Date.now();
    expect(left).toBeLessThanOrEqual(60_000);
    const past = new Date(Date.now() - 1).toISOString();
    await house.store.commit([change(waitingLaunches, waiting, { expiresAt: past })]);
    expect(refusal(await browser.post('/lti/frame', { code: tokenCode, stored }))).toEqual([
      401,
      'launch/unknown-state',
    ]);
  });

  it('is of no use in another browser, whose platform keeps another secret or none', async () => {
    const mine = await browser.launch(people.sanne);
    const other = await browser.launch(people.bram);
    const code = mine.tokenCode;
    expect(refusal(await browser.post('/lti/frame', { code, stored: other.stored }))).toEqual([
      401,
      'launch/other-browser',
    ]);
    expect((await browser.post('/lti/frame', { code })).status).toBe(400);
    expect((await browser.post('/lti/frame', { code, stored: mine.stored })).status).toBe(200);
  });

  it('buys no cookie, and the code for a cookie buys no token', async () => {
    const { tokenCode, cookieCode, stored } = await browser.launch(people.sanne);
    const swapped = await browser.post('/lti/frame', { code: cookieCode, stored });
    expect(refusal(swapped)).toEqual([401, 'launch/unknown-state']);
    const opened = await httpBrowser().post(`${house.toolUrl}/lti/new-window`, { code: tokenCode, stored });
    expect(refusal(opened)).toEqual([401, 'launch/unknown-state']);
  });

  it.each(['cross-site', 'same-site', 'none'])('is not taken from a request that is %s', async (site) => {
    const { tokenCode: code, stored } = await browser.launch(people.sanne);
    const answer = await browser.post('/lti/frame', { code, stored }, { 'sec-fetch-site': site });
    expect(refusal(answer)).toEqual([403, 'request/cross-site']);
  });

  it('leads nowhere that a request names', async () => {
    const { tokenCode: code, stored } = await browser.launch(people.sanne);
    const answer = await browser.post('/lti/frame', { code, stored, page: 'https://evil.example/' });
    expect(refusal(answer)).toEqual([400, 'request/bad-input']);
  });
});

describe('a token', () => {
  it('opens its own visit only, whatever cookie is there', async () => {
    const [mine, other] = [await browser.enter(people.sanne), await browser.enter(people.sanne)];
    expect(refusal(await browser.get(other.page, mine.token))).toEqual([401, 'visit/other-browser']);
    const usual = httpBrowser();
    const launched = await usual.launch(house.lms.launchForm(people.sanne, house.activity.link));
    const address = new URL(launched.location ?? '', house.toolUrl).href;
    expect((await usual.get(address)).status).toBe(200);
    const withBoth = await usual.get(address, { headers: { authorization: `Bearer ${mine.token}` } });
    expect(refusal(withBoth)).toEqual([401, 'visit/other-browser']);
  });

  it.each(['', 'x', 'x'.repeat(5000)])('that is wrong opens nothing: %.5s', async (token) => {
    const { page } = await browser.enter(people.sanne);
    expect(refusal(await browser.get(page, token))).toEqual([401, 'visit/other-browser']);
  });

  it('ends with the visit: after two hours alone, after twelve in any case, and when somebody else comes in', async () => {
    const past = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
    for (const [fields, problem] of [
      [{ seenAt: past(2.1) }, 'visit/expired'],
      [{ expiresAt: past(0.1) }, 'visit/expired'],
      [{ endedAt: past(0.1) }, 'visit/someone-else'],
    ] as const) {
      const { page, token, visit } = await browser.enter(people.sanne);
      await changeVisit(visit, fields);
      expect(refusal(await browser.get(page, token))).toEqual([401, problem]);
    }
  });

  it('does not stand in for the token of a form, nor for where a request comes from', async () => {
    const { page, token, visit } = await browser.enter(people.sanne);
    const send = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
      fetch(`${house.toolUrl}${page}/draft`, {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: { authorization: `Bearer ${token}`, accept: 'application/json', ...headers },
      });
    const formToken = house.formToken(visit);
    expect((await send({ text: 'a' })).status).toBe(403);
    expect((await send({ text: 'a', token: house.formToken('other') })).status).toBe(403);
    expect((await send({ text: 'a', token: formToken }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });
});

describe('the address of a file', () => {
  const fileOf = async (person: string) => {
    const visit = await visitOf((await browser.enter(person)).visit);
    const { items } = await house.store.find(evidence, { where: { school: house.school } });
    const own = items.find(({ student }) => student === visit.person)!;
    const others = items.find(({ student }) => student !== visit.person)!;
    return { visit, path: `/evidence/${own.id}/thumbnail`, othersPath: `/evidence/${others.id}/thumbnail` };
  };
  const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

  it('is signed on the pages of a frame without cookies, and opens with nothing else', async () => {
    const { token, page } = await browser.enter(people.sanne);
    const { text } = await browser.get(page, token);
    const address = /src="([^"]*\/thumbnail\?until=\d+&key=[^"]+)"/u.exec(text)?.[1] ?? '';
    expect((await browser.get(address)).status).toBe(200);
    expect(text).not.toContain(token);
  });

  it('is good for five minutes', async () => {
    const { visit, path } = await fileOf(people.sanne);
    expect((await browser.get(addressIn(house.signer, visit, minutesAgo(4.9))(path))).status).toBe(200);
    expect((await browser.get(addressIn(house.signer, visit, minutesAgo(5.1))(path))).status).toBe(401);
  });

  it('is good for this file only, and for no longer than it says', async () => {
    const { visit, path } = await fileOf(people.sanne);
    const address = addressIn(house.signer, visit, minutesAgo(0))(path);
    expect((await browser.get(address.replace('/thumbnail', ''))).status).toBe(401);
    expect((await browser.get(address.replace(/until=\d+/u, `until=${Date.now() + 3_600_000}`))).status).toBe(401);
    expect((await browser.get(address.replace(/key=.*/u, 'key='))).status).toBe(401);
    expect((await browser.get(address.replace(/until=\d+/u, 'until=1e99'))).status).toBe(401);
  });

  it('is good in its own visit only, and while the frame holds the same token', async () => {
    const { visit, path } = await fileOf(people.sanne);
    const other = await fileOf(people.sanne);
    const address = addressIn(house.signer, visit, minutesAgo(0))(path);
    expect((await browser.get(address.replace(visit.id, other.visit.id))).status).toBe(401);
    expect((await browser.get(address.replace(house.school, 'A'.repeat(22)))).status).toBe(401);
    await changeVisit(visit.id, { bearer: hashOf('a newer one') });
    expect((await browser.get(address)).status).toBe(401);
  });

  it('opens nothing that the person may not see, and nothing any more when the visit is over', async () => {
    const { visit, path, othersPath } = await fileOf(people.sanne);
    const sign = addressIn(house.signer, visit, minutesAgo(0));
    expect((await browser.get(sign(othersPath))).status).toBe(404);
    await changeVisit(visit.id, { endedAt: new Date().toISOString() });
    expect((await browser.get(sign(path))).status).toBe(401);
  });

  it('is no way to a page or to anything that changes something', async () => {
    const { visit, path } = await fileOf(people.sanne);
    const [, query = ''] = addressIn(house.signer, visit, minutesAgo(0))(path).split('?');
    expect((await browser.get(`/v/${visit.id}/work?${query}`)).status).toBe(401);
    expect(addressIn(house.signer, visit, minutesAgo(0))('/work')).toBe(`/v/${visit.id}/work`);
    const remove = `/v/${visit.id}${path.replace('/thumbnail', '/remove')}?${query}`;
    expect((await fetch(house.toolUrl + remove, { method: 'POST' })).status).toBe(401);
  });

  it('is not signed where a cookie does the work', async () => {
    const { visit, path } = await fileOf(people.sanne);
    const { bearer: _bearer, ...withCookie } = visit;
    const address = addressIn(house.signer, withCookie, minutesAgo(0))(path);
    await house.store.commit([change(visits, visit, { bearer: undefined })]);
    expect((await browser.get(address)).status).toBe(401);
  });
});

describe('a reload of a frame without cookies', () => {
  it('shows nothing of the visit before the platform has shown what it keeps', async () => {
    const { page } = await browser.enter(people.sanne);
    const reloaded = await browser.get(page);
    expect(refusal(reloaded)).toEqual([401, 'visit/other-browser']);
    expect(reloaded.text).toContain('data-frame-visit');
    expect(reloaded.text).not.toMatch(/Sanne|de Wit|Lasframe/u);
  });

  it('gets a new token for what the platform kept, once; the old one is over', async () => {
    const { page, token, visit, comeBack } = await browser.enter(people.sanne);
    const stored = comeBack.value;
    const again = await browser.post('/lti/frame/again', { visit, stored });
    expect(again.status).toBe(200);
    expect((await browser.get(page, again.token)).status).toBe(200);
    expect((await browser.get(page, token)).status).toBe(401);
    expect(refusal(await browser.post('/lti/frame/again', { visit, stored }))).toEqual([401, 'visit/other-browser']);
    expect((await browser.post('/lti/frame/again', { visit, stored: again.comeBack.value })).status).toBe(200);
  });

  it('gets none for another secret, for another visit’s, or when the visit is over', async () => {
    const [mine, other] = [await browser.enter(people.sanne), await browser.enter(people.bram)];
    const ask = (visit: string, stored: string) => browser.post('/lti/frame/again', { visit, stored });
    expect(refusal(await ask(mine.visit, other.comeBack.value))).toEqual([401, 'visit/other-browser']);
    expect(refusal(await ask(mine.visit, mine.token))).toEqual([401, 'visit/other-browser']);
    expect((await ask('../../etc', mine.comeBack.value)).status).toBe(400);
    await changeVisit(mine.visit, { endedAt: new Date().toISOString() });
    expect(refusal(await ask(mine.visit, mine.comeBack.value))).toEqual([401, 'visit/someone-else']);
  });
});
