import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { evidence, works } from '@buitenboord/shared/store/collections.js';
import { describeWithBrowser, launchBrowser, phone, watchForComplaints } from '../support/browser.js';
import { anEvidenceApp, testVault, type EvidenceApp } from '../support/evidence-app.js';
import { aPdf, aPhoneJpeg } from '../support/media-files.js';
import { aSchool, type StandingSchool } from '../support/school.js';
import { aVisit } from '../support/visits.js';

let place: EvidenceApp;
let school: StandingSchool;
let server: Server;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let complaints: string[];
let address: string;

beforeEach(async () => {
  place = await anEvidenceApp();
  school = await aSchool(place.store, {
    activity: {
      evidence: [
        { kind: 'photo', count: 2 },
        { kind: 'document', count: 1 },
        { kind: 'text', count: 3 },
      ],
    },
  });
  server = createServer(place.app).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  address = `http://localhost:${(server.address() as AddressInfo).port}`;
  browser = await launchBrowser();
  page = await openAs(phone);
});
afterEach(async () => {
  await browser.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await place.dispose();
});

async function openAs(options: object): Promise<Page> {
  context = await browser.newContext({ ...options, locale: 'nl-NL' });
  complaints = watchForComplaints(context);
  context.setDefaultTimeout(8000);
  const opened = await context.newPage();
  await visitAgain(opened);
  return opened;
}

/** As if the student opened the assignment from the course once more. */
async function visitAgain(opened: Page): Promise<void> {
  const person = school.students[0]!;
  const visit = await aVisit(place.store, { vault: testVault, person, role: 'student', ...school, at: place.now() });
  const [name = '', value = ''] = visit.cookie.split('=', 2);
  await context.addCookies([{ name, value, url: address.replace('http:', 'https:'), secure: true, sameSite: 'None' }]);
  await opened.goto(`${address}${visit.url}/work`);
}

const now = (): ReturnType<Page['locator']> => page.locator('.now');

async function readAll(): Promise<void> {
  await now().getByRole('button').click();
  await now().getByRole('button').click();
  await now().getByText('laat zien wat je hebt gemaakt').waitFor();
}

async function work() {
  const { items } = await place.store.find(works, { where: { school: school.school } });
  return items[0]!;
}

async function files() {
  const { items } = await place.store.find(evidence, { where: { school: school.school } });
  return items;
}

describeWithBrowser('the student’s page on a phone', () => {
  it('leads through the whole job with one button at a time', async () => {
    await readAll();
    const photos = await Promise.all(
      [60, 70].map(async (width) => aFile(`IMG_${width}.jpg`, await aPhoneJpeg({ width, height: 50 }))),
    );
    await page.locator('#file-photo').setInputFiles(photos);
    await now().getByText('voeg je document toe').waitFor();
    await page.locator('#file-document').setInputFiles([aFile('verslag.pdf', aPdf)]);
    await now().getByText('vertel hoe het ging').waitFor();
    await page.locator('#text').fill('Het ging goed.');
    await page.getByText(/^Bewaard om/u).waitFor();
    await now().getByRole('button').click();
    await now().getByRole('button', { name: 'Lever in' }).click();
    await page.getByText('Je docent kijkt ernaar.').waitFor();
    expect(await work()).toMatchObject({ state: 'handedIn', versions: 1, draft: 'Het ging goed.' });
    await page.getByRole('button', { name: 'Neem terug en verander' }).click();
    await now().waitFor();
    expect(complaints).toEqual([]);
  });

  it('goes on after a lost connection, without starting over', async () => {
    await readAll();
    await page
      .locator('#file-photo')
      .setInputFiles(
        await Promise.all([1, 2].map(async (n) => aFile(`${n}.jpg`, await aPhoneJpeg({ width: 50 + n })))),
      );
    await now().getByText('voeg je document toe').waitFor();
    const pdf = Buffer.concat([aPdf, Buffer.alloc(1_500_000, 1)]);
    const offsets: number[] = [];
    let cuts = 3;
    await page.route(/\/uploads\/[^/?]+\?offset=/u, async (route) => {
      const offset = Number(new URL(route.request().url()).searchParams.get('offset'));
      if (offset > 500_000 && cuts > 0) {
        cuts -= 1;
        return route.abort('connectionreset');
      }
      offsets.push(offset);
      return route.continue();
    });
    await page.locator('#file-document').setInputFiles([aFile('lang.pdf', pdf)]);
    await page.getByText('De verbinding viel weg.').waitFor();
    await now().getByText('vertel hoe het ging').waitFor({ timeout: 20_000 });
    // Each piece went over once: nothing began anew.
    expect(offsets).toEqual([...new Set(offsets)]);
    expect((await files()).find(({ kind }) => kind === 'document')).toMatchObject({ bytes: pdf.length });
  });

  it('says what is allowed when a file is refused, and lets another be chosen', async () => {
    await readAll();
    await page
      .locator('#file-photo')
      .setInputFiles([aFile('x.jpg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))]);
    await page.getByText('Dit soort bestand kan niet.').waitFor();
    await page.locator('#file-photo').setInputFiles([aFile('y.jpg', await aPhoneJpeg())]);
    await now().getByText('Nog 1 foto.').waitFor();
  });

  it('loses nothing that was typed when the visit is over meanwhile', async () => {
    await page.locator('.steps summary', { hasText: 'Vertel' }).click();
    place.now.advance(13 * 60 * 60_000);
    await page.locator('#text').fill('Lang stuk tekst dat niet weg mag.');
    await page.getByText('Je was een tijd weg.').waitFor();
    await visitAgain(page);
    await page.getByText(/^Bewaard om|Je tekst van net/u).waitFor();
    expect(await page.locator('#text').inputValue()).toBe('Lang stuk tekst dat niet weg mag.');
    await page.waitForFunction(() => Object.keys(localStorage).length === 0);
    expect(await work()).toMatchObject({ draft: 'Lang stuk tekst dat niet weg mag.' });
  });

  it('does the job by keyboard only', async () => {
    for (const then of ['lees hoe je veilig werkt', 'laat zien wat je hebt gemaakt']) {
      await focusByTab((focused) => focused.startsWith('Ik heb het gelezen'));
      await page.keyboard.press('Enter');
      await now().getByText(then).waitFor();
    }
    await focusByTab((_text, id) => id === 'file-photo');
    const outline = await page
      .locator('#file-photo + .button')
      .evaluate((button) => getComputedStyle(button).outlineStyle);
    expect(outline).toBe('solid');
  });

  it.each([
    ['light', phone],
    ['dark', { ...phone, colorScheme: 'dark' }],
    ['at a desk', { viewport: { width: 1280, height: 800 } }],
  ])('has no barrier that axe knows, and nothing to scroll sideways for: %s', async (_name, options) => {
    page = await openAs(options);
    await readAll();
    await page.locator('.steps summary').first().click();
    const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    await page.evaluate(source);
    const found = await page.evaluate<Found>('axe.run()');
    expect(found.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });

  it('works without script', async () => {
    page = await openAs({ ...phone, javaScriptEnabled: false });
    await now().getByRole('button').click();
    await now().getByRole('button').click();
    await page.locator('#file-photo').setInputFiles([aFile('IMG.jpg', await aPhoneJpeg())]);
    await now().getByRole('button', { name: 'Verstuur' }).click();
    await now().getByText('Nog 1 foto.').waitFor();
    expect(await files()).toHaveLength(1);
  });
});

/** Of what axe says, what a failing test shows. */
interface Found {
  violations: { id: string; nodes: { html: string }[] }[];
}

function aFile(name: string, buffer: Buffer) {
  return { name, mimeType: 'application/octet-stream', buffer };
}

async function focusByTab(isIt: (text: string, id: string) => boolean): Promise<void> {
  for (let press = 0; press < 40; press += 1) {
    await page.keyboard.press('Tab');
    const [text, id] = await page.evaluate((): [string, string] => {
      const focused = document.activeElement;
      return [focused?.textContent ?? '', focused?.id ?? ''];
    });
    if (isIt(text, id)) return;
  }
  throw new Error('not reached by keyboard');
}
