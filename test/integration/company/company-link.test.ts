import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import request from 'supertest';
import { auditEntries } from '@buitenboord/shared/store/collections.js';
import { withdrawInvitation } from '@buitenboord/shared/use-cases/company/withdraw-invitation.js';
import { aBakery, aCompanyStage, type CompanyStage } from '../../support/company-stage.js';
import { linkBrowser } from '../../support/link-browser.js';

let stage: CompanyStage;
let link: string;
const logged: string[] = [];
beforeEach(async () => {
  logged.length = 0;
  stage = await aCompanyStage({ logged });
  await stage.name();
  await stage.invite();
  link = (await stage.links())[0]!;
});
afterEach(() => stage.close());

async function pressed() {
  const browser = linkBrowser(stage.app);
  await browser.post(link);
  await browser.get(`${link}/task`);
  return browser;
}

async function answered() {
  const browser = await pressed();
  await browser.post(`${link}/begin`);
  for (const question of [1, 2, 3]) await browser.post(`${link}/question/${question}`, { level: 'good' });
  return browser;
}

const stored = async () =>
  createHash('sha256')
    .update(await stage.everything())
    .digest('hex');

describe('opening the mailed link', () => {
  it('shows the school’s name and one button, and nothing of the student', async () => {
    const answer = await request(stage.app).get(link);
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('<h1>De Werkplaats</h1>');
    expect(answer.text.match(/<button/gu)).toHaveLength(1);
    for (const word of ['Sanne', 'Lasframe', 'Deeg', 'Anna', 'Karim', '/task']) expect(answer.text).not.toContain(word);
  });

  it('tells nobody where it came from, is kept nowhere and found nowhere', async () => {
    const { headers } = await request(stage.app).get(link);
    expect(headers).toMatchObject({
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex, nofollow',
    });
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('changes nothing when scanners open it a hundred times, and works after', async () => {
    const before = await stored();
    for (let time = 0; time < 50; time += 1) {
      expect((await request(stage.app).head(link)).status).toBe(200);
      expect((await request(stage.app).get(link)).status).toBe(200);
    }
    expect(await stored()).toBe(before);
    const browser = await pressed();
    expect((await browser.get(`${link}/task`)).text).toContain('Sanne1');
  });

  it('changes no record when a scanner presses the button', async () => {
    const before = await stored();
    const browser = await pressed();
    await browser.get(`${link}/question/1`);
    await browser.get(`${link}/summary`);
    expect(await stored()).toBe(before);
  });

  it('sends a browser that didn’t press the button back to it, on every page', async () => {
    const file = await stage.handsIn();
    await pressed();
    const paths = ['/task', '/question/1', '/summary', '/thanks', '/complaint', `/evidence/${file}`];
    for (const path of [...paths, `/evidence/${file}/thumbnail`]) {
      const answer = await request(stage.app).get(`${link}${path}`);
      expect([path, answer.status, answer.headers.location]).toEqual([path, 303, link]);
      expect(answer.text).not.toContain('Sanne');
    }
  });

  it('gives a first-party cookie that only this host gets', async () => {
    const answer = await request(stage.app).post(link);
    expect(answer.status).toBe(303);
    expect(answer.headers['set-cookie']).toEqual([
      expect.stringMatching(/^__Host-l-[\w-]{22}=[\w.-]+; Expires=[^;]+; Path=\/; Secure; HttpOnly; SameSite=Lax$/u),
    ]);
  });

  it('takes no cookie of another link', async () => {
    await stage.name([stage.at.students[1]!], { ...aBakery, contactEmail: 'kees@deeg.example' });
    await stage.invite([stage.at.students[1]!]);
    const other = (await stage.links()).find((each) => each !== link)!;
    const browser = linkBrowser(stage.app);
    await browser.post(other);
    const [[name, value]] = [...browser.jar] as [[string, string]];
    const mine = linkBrowser(stage.app);
    await mine.post(link);
    const nameHere = [...mine.jar.keys()][0]!;
    expect(name).not.toBe(nameHere);
    const answer = await request(stage.app).get(`${link}/task`).set('Cookie', `${nameHere}=${value}`);
    expect(answer.status).toBe(303);
  });

  it('goes on where this browser was', async () => {
    const browser = await pressed();
    expect((await browser.get(link)).headers.location).toBe(`${link}/task`);
  });
});

describe('a link that opens nothing any more', () => {
  const problemAt = async (path: string) => {
    const { status, text } = await request(stage.app).get(path);
    return [status, /data-problem="([^"]+)"/u.exec(text)?.[1]];
  };

  it('says why: withdrawn, expired, answered, unknown', async () => {
    expect(await problemAt(`/link/${'x'.repeat(43)}`)).toEqual([404, 'link/unknown']);
    expect(await problemAt('/link/short')).toEqual([404, 'link/unknown']);
    const browser = await answered();
    await browser.post(`${link}/summary`, { remark: '', go: 'done' });
    expect(await problemAt(link)).toEqual([410, 'link/done']);
    stage.now.advance(21 * 24 * 60 * 60_000);
    expect(await problemAt(link)).toEqual([410, 'link/done']);
  });

  it('says that it was withdrawn or is over, also to a browser that was inside', async () => {
    const { school, activity, students, teacher } = stage.at;
    const browser = await pressed();
    stage.now.advance(21 * 24 * 60 * 60_000);
    expect((await browser.get(`${link}/task`)).text).toContain('data-problem="link/expired"');
    stage.now.advance(-21 * 24 * 60 * 60_000);
    await withdrawInvitation(stage, { school, activity, student: students[0]!, by: teacher });
    expect(await problemAt(link)).toEqual([410, 'link/withdrawn']);
    expect((await browser.get(`${link}/task`)).text).toContain('data-problem="link/withdrawn"');
    expect((await browser.post(`${link}/question/1`, { level: 'good' })).status).toBe(410);
  });

  it('slows down who guesses', async () => {
    for (let guess = 0; guess < 30; guess += 1)
      await request(stage.app).get(`/link/${String(guess).padStart(43, 'x')}`);
    expect(await problemAt(`/link/${'y'.repeat(43)}`)).toEqual([429, 'request/too-many']);
  });

  it('never stands in the log', async () => {
    const browser = await pressed();
    await browser.get(`${link}/question/9`);
    await problemAt(`/link/${'z'.repeat(43)}`);
    const lines = logged.join('\n');
    expect(lines).toContain('link/unknown');
    expect(lines).not.toContain(link.slice('/link/'.length));
    expect(lines).not.toContain('zzzzzz');
  });
});

describe('assessing on the phone', () => {
  it('takes six presses for three questions, without script', async () => {
    const browser = linkBrowser(stage.app);
    const presses: string[] = [];
    let page = await browser.get(link);
    const press = async (path: string, fields: Record<string, string> = {}) => {
      presses.push(path);
      const answer = await browser.post(`${link}${path}`, fields);
      expect(answer.status).toBe(303);
      page = await browser.get(answer.headers.location!);
      expect(page.status).toBe(200);
    };
    await press('');
    expect(page.text).toContain('Sanne1 werkt bij jou aan: Lasframe maken.');
    await press('/begin');
    expect(page.text).toContain('Vraag 1 van 3');
    await press('/question/1', { level: 'good' });
    expect(page.text).toContain('Vraag 2 van 3');
    await press('/question/2', { level: 'practise' });
    await press('/question/3', { level: 'sufficient' });
    expect(page.text).toContain('Klopt dit?');
    await press('/summary', { remark: '', go: 'done' });
    expect(page.text).toContain('Dank je wel!');
    expect(page.text).toContain('Klopt er iets niet?');
    expect(presses).toHaveLength(6);
    expect(await stage.judgements()).toMatchObject([{ state: 'done', levels: ['good', 'practise', 'sufficient'] }]);
  });

  it('shows no more of the student than the first name', async () => {
    await stage.handsIn();
    const browser = await pressed();
    for (const path of ['/task', '/question/1', '/summary']) {
      const { text } = await browser.get(`${link}${path}`);
      expect(text).not.toContain('de Wit');
      // Her number as it stands alone: a random id in an address may hold the same digits.
      expect(text).not.toMatch(/(?<![\w-])001(?![\w-])/u);
    }
  });

  it('says kindly that nothing was handed in yet', async () => {
    const browser = await pressed();
    const { text } = await browser.get(`${link}/task`);
    expect(text).toContain('Sanne1 heeft nog niets ingeleverd. Dat geeft niet.');
  });

  it('keeps the remark when an answer is changed from the last page', async () => {
    const browser = await answered();
    await browser.get(`${link}/summary`);
    const changed = await browser.post(`${link}/summary`, { remark: 'Fijne <leerling>\r\nEcht', go: '2' });
    expect(changed.headers.location).toBe(`${link}/question/2`);
    const back = await browser.post(`${link}/question/2`, { level: 'practise' });
    expect(back.headers.location).toBe(`${link}/summary`);
    expect((await browser.get(`${link}/summary`)).text).toContain('Fijne &lt;leerling>\nEcht');
    expect(await stage.judgements()).toMatchObject([{ levels: ['good', 'practise', 'good'] }]);
  });

  it('asks for a missing answer beside what was typed, and loses nothing', async () => {
    const browser = await pressed();
    await browser.post(`${link}/begin`);
    await browser.post(`${link}/question/1`, { level: 'good' });
    const refused = await browser.post(`${link}/summary`, { remark: 'Goed bezig', go: 'done' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('2 vragen hebben nog geen antwoord. De rest is bewaard.');
    expect(refused.text).toContain('Goed bezig');
    expect(await stage.judgements()).toMatchObject([{ state: 'draft', remark: 'Goed bezig' }]);
  });

  it('is one judgement after a double press on the last button', async () => {
    const browser = await answered();
    const send = () => browser.post(`${link}/summary`, { remark: 'Top', go: 'done' });
    const answers = await Promise.all([send(), send()]);
    expect(answers.map(({ headers }) => headers.location)).toEqual([`${link}/thanks`, `${link}/thanks`]);
    expect(await stage.judgements()).toHaveLength(1);
    expect((await browser.get(`${link}/question/1`)).headers.location).toBe(`${link}/thanks`);
  });

  it('refuses a form without its token, or from another site', async () => {
    const browser = await pressed();
    expect((await browser.post(`${link}/begin`, { token: 'made up' })).status).toBe(403);
    const cookie = [...browser.jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const foreign = () =>
      request(stage.app).post(`${link}/begin`).set('Cookie', cookie).set('Sec-Fetch-Site', 'cross-site');
    expect((await foreign()).status).toBe(403);
    expect((await request(stage.app).post(link).set('Sec-Fetch-Site', 'cross-site')).status).toBe(403);
    expect(await stage.judgements()).toEqual([]);
  });

  it('speaks English when asked, and remembers it', async () => {
    const browser = await pressed();
    expect((await browser.get(`${link}/task?lang=en`)).text).toContain('<html lang="en">');
    expect((await browser.get(`${link}/question/1`)).text).toContain('Question 1 of 3');
    expect((await browser.get(`${link}/task?lang=nl`)).text).toContain('<html lang="nl">');
  });

  it('takes a word about what is wrong, after the answer', async () => {
    const browser = await answered();
    await browser.post(`${link}/summary`, { remark: '', go: 'done' });
    expect((await browser.post(`${link}/complaint`, { words: '  ' })).status).toBe(422);
    const sent = await browser.post(`${link}/complaint`, { words: 'Verkeerde leerling' });
    expect((await browser.get(sent.headers.location!)).text).toContain('Je bericht is bij de school.');
    expect(await stage.judgements()).toMatchObject([{ state: 'done', complaint: 'Verkeerde leerling' }]);
  });
});

describe('the evidence behind the link', () => {
  const viewed = async () =>
    (await stage.store.find(auditEntries, { where: { school: stage.at.school }, limit: 500 })).items.filter(
      ({ action }) => action === 'evidence/viewed',
    );

  it('is shown, served as an attachment, and recorded with who looked', async () => {
    const file = await stage.handsIn('bytes of a photo');
    const browser = await pressed();
    const { text } = await browser.get(`${link}/task`);
    expect(text).toContain(`src="${link}/evidence/${file}"`);
    expect(text).toContain('Ik heb &lt;b>gelast&lt;/b>.');
    const answer = await browser.get(`${link}/evidence/${file}`);
    expect(answer.body).toEqual(Buffer.from('bytes of a photo'));
    expect(answer.headers['content-disposition']).toMatch(/^attachment/u);
    const { id } = (await stage.invitations())[0]!;
    expect(await viewed()).toMatchObject([{ actor: `company:${id}`, object: `evidence/${file}` }]);
  });

  it('is of the newest version of this student only', async () => {
    const old = await stage.handsIn('old');
    stage.now.advance(60_000);
    const fresh = await stage.handsIn('fresh', undefined, 2);
    const classmate = await stage.handsIn('not hers', stage.at.students[1]);
    const other = await aCompanyStage();
    const elsewhere = await other.handsIn('another school');
    await other.close();
    const browser = await pressed();
    expect((await browser.get(`${link}/evidence/${fresh}`)).status).toBe(200);
    for (const id of [old, classmate, elsewhere, 'nothing', '__proto__']) {
      expect([id, (await browser.get(`${link}/evidence/${id}`)).status]).toEqual([id, 404]);
    }
    expect(await viewed()).toHaveLength(1);
  });

  it('is gone once the company has answered', async () => {
    const file = await stage.handsIn();
    const browser = await answered();
    await browser.post(`${link}/summary`, { remark: '', go: 'done' });
    expect((await browser.get(`${link}/evidence/${file}`)).status).toBe(410);
  });
});
