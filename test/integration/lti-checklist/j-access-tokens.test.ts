import { createPublicKey, type JsonWebKey } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import jwt from 'jsonwebtoken';
import { platforms } from '@buitenboord/shared/store/collections.js';
import { ensureColumn } from '@buitenboord/shared/use-cases/assignment/ensure-column.js';
import { allScopes, aServicesHouse, link, type ServicesHouse } from '../../support/services-house.js';
import { storeHarnesses } from '../../support/store-harnesses.js';

const deployment = 'https://purl.imsglobal.org/spec/lti/claim/deployment_id';

/** Access tokens by the Security Framework 1.0 §4.1, case 103–105 of the checklist. */
describe.each(storeHarnesses)('access tokens, on $name', ({ open: openStore }) => {
  let house: ServicesHouse;
  const open = async (wanted: Parameters<typeof aServicesHouse>[1] = {}) =>
    (house = await aServicesHouse(await openStore(), wanted));
  beforeEach(() => open());
  afterEach(() => house.close());

  const column = () => {
    const { school, platform } = house.at;
    return { school, platform, deployment: '1', lineItem: house.lineItem };
  };
  const read = () => house.services.read(column(), house.subject);
  const reopen = async (wanted: Parameters<typeof aServicesHouse>[1]) => {
    await house.close();
    await open(wanted);
  };
  const tokens = () => house.lms.tokenForms().length;

  async function assertion() {
    await read();
    const form = house.lms.tokenForms().at(-1)!;
    const { keys } = await house.house.deps.toolKeys.publicKeys(house.at.school);
    const { kid } = jwt.decode(form.client_assertion!, { complete: true })!.header;
    const key = keys.find((each) => (each as { kid: string }).kid === kid) as unknown as JsonWebKey;
    const publicKey = createPublicKey({ key, format: 'jwk' });
    const clockTimestamp = house.now().getTime() / 1000;
    const claims = jwt.verify(form.client_assertion!, publicKey, { algorithms: ['RS256'], clockTimestamp });
    return { form, claims: claims as Record<string, unknown> & { iat: number; exp: number; jti: string } };
  }

  it('103. a token is asked with a signed assertion of who we are, for whom, and not for long (Sec 4.1.1; Core 6.2)', async () => {
    const { form, claims } = await assertion();
    expect({ ...form, client_assertion: '' }).toEqual({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: '',
      scope: 'https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly',
    });
    expect(house.lms.requests[0]?.headers['content-type']).toBe('application/x-www-form-urlencoded');
    const { clientId } = (await house.store.get(platforms, { id: house.at.platform }))!;
    expect(claims).toMatchObject({ iss: clientId, sub: clientId, aud: house.lms.urls.token, [deployment]: '1' });
    expect(claims.exp - claims.iat).toBeLessThanOrEqual(300);
    house.now.advance(2 * 3600_000);
    const again = await assertion();
    expect(again.claims.jti).not.toBe(claims.jti);
    expect(claims.jti.length).toBeGreaterThanOrEqual(20);

    await reopen({ platform: { audience: 'https://tokens.example/audience' } });
    expect((await assertion()).claims.aud).toBe('https://tokens.example/audience');
    await reopen({ platform: { product: 'desire2learn' } });
    expect((await assertion()).claims.aud).toBe('https://api.brightspace.com/auth/token');
  });

  it('104. a token is kept for its registration and scope, asked once at a time, and dropped once it is refused (Sec 4.1.1)', async () => {
    await Promise.all(Array.from({ length: 30 }, () => read()));
    expect(tokens()).toBe(1);
    house.now.advance(3600_000 - 60_000 - 1);
    await read();
    expect(tokens()).toBe(1);
    house.now.advance(1);
    await read();
    expect(tokens()).toBe(2);
    await house.services.put(column(), { subject: house.subject, tenths: 70, comment: '' }, house.now());
    expect(tokens()).toBe(3);

    house.lms.revoke();
    expect(await read()).toMatchObject({ kind: 'found' });
    expect(tokens()).toBe(4);
    for (let n = 0; n < 4; n += 1) house.lms.answerNext(/results/u, { status: 401 });
    const before = house.lms.requests.length;
    expect(await read()).toMatchObject({ kind: 'refused', reason: 'access-refused' });
    expect(house.lms.requests.slice(before).map(({ url }) => url.split('?')[0])).toEqual([
      '/lineitems/1/lineitem/results',
      '/token',
      '/lineitems/1/lineitem/results',
    ]);
  });

  it('105. what the platform grants less is done without, and said (Sec 4.1)', async () => {
    const [lineItem = '', result = '', score = ''] = allScopes;
    house.lms.grants = [lineItem, score];
    await house.settle(74);
    await house.deliver();
    expect(house.lms.scores).toMatchObject([{ userId: house.subject, scoreGiven: 7.4 }]);
    expect(await house.delivery()).toMatchObject({ state: 'received', reason: 'cannot-read-back' });
    const browser = await house.teachersBrowser();
    const settled = await browser.get(`/students/${house.student}`);
    expect(settled.text).toContain('nam het cijfer aan');

    // A yes for something else is a no: nothing is sent with such a token.
    const tokenFor = (scope: string) => ({ body: JSON.stringify({ access_token: 'x', scope }) });
    house.lms.grants = undefined;
    house.now.advance(2 * 3600_000);
    house.lms.answerNext(/token/u, tokenFor(`${score} ${lineItem}`));
    expect(await read()).toMatchObject({ kind: 'unreadable' });
    house.lms.answerNext(/token/u, tokenFor(result));
    const scored = { subject: house.subject, tenths: 70, comment: '' };
    expect(await house.services.put(column(), scored, house.now())).toMatchObject({ reason: 'access-refused' });
    expect(house.lms.scores).toHaveLength(1);

    await reopen({ column: false });
    house.lms.grants = [result];
    const place = { course: await house.course(), link };
    const deps = { store: house.store, columns: house.services };
    expect(await ensureColumn(deps, await house.activity(), place)).toBe('impossible');

    await reopen({});
    house.lms.grants = [result];
    await house.settle(74);
    await house.deliver();
    expect(await house.delivery()).toMatchObject({ state: 'parked', reason: 'access-refused' });

    const page = await (await house.teachersBrowser()).get('/overview');
    expect(page.status).toBe(200);
    expect(page.text).toContain('De klassenlijst kon op');
    expect(page.text).toContain('De leeromgeving staat dit niet toe.');
  });
});
