import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import sharp from 'sharp';
import { people, startHouse, type RunningHouse } from '../support/running-house.js';
import {
  asksCompany,
  companyAssesses,
  handsIn,
  personAt,
  settles,
  walkIn,
  walkInWith,
} from '../support/walked-work.js';
import { workshopPhotos } from './workshop-photos.js';

// The pictures of the README: `npm run screenshots`. Everything on them is made through the pages, as people would.

const folder = join(import.meta.dirname, '../../docs/screenshots');
const phone = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 };
const desktop = { viewport: { width: 1280, height: 800 } };
const [daan, fenna, jaydon, oleksandra] = ['7', '8', '9', '10'];

/** A class in the middle of the job: each student somewhere else. Answers the link that a supervisor still has to use. */
async function fillClass(house: RunningHouse): Promise<string> {
  const told = [
    'Ik heb een frame gelast voor een tafel. De eerste naad was scheef. Daarna deed ik het opnieuw en was hij recht.',
    'Zagen ging goed. Het lassen van de hoeken was lastig. Piet liet zien hoe het moet.',
    'Ik mocht alles zelf doen. Mijn frame is haaks. Ik ben er trots op.',
    'Het slijpen kostte veel tijd. Nu zijn de naden vlak. Volgende keer begin ik eerder.',
  ];
  const students = [people.sanne, people.bram, people.noor, daan, fenna];
  for (const [index, student] of students.entries()) {
    await handsIn(house, student, await workshopPhotos(index), told[index]);
  }
  await companyAssesses(
    await asksCompany(house, people.sanne),
    ['good', 'good', 'sufficient', 'good'],
    'Sanne werkt netjes en vraagt als ze iets niet weet.',
  );
  await companyAssesses(await asksCompany(house, people.noor), ['good', 'good', 'good', 'good'], 'Toppertje.');
  await settles(house, '8,3', people.noor);
  await companyAssesses(await asksCompany(house, people.bram), ['sufficient', 'good', 'sufficient', 'good']);
  await settles(house, '7,1', people.bram);
  const link = await asksCompany(house, daan);
  await walkIn(house, oleksandra);
  await halfway(house, jaydon);
  await asksCompany(house, jaydon);
  return link;
}

/** Has read, and added two photos of three. */
async function halfway(house: RunningHouse, student: string): Promise<void> {
  const visit = await walkIn(house, student);
  for (const step of ['task', 'safety']) await visit.post('/work/read', { step });
  const photos = await workshopPhotos(2);
  for (const photo of photos.slice(1)) await visit.sendFile('/work/files', 'photo', photo);
}

async function takeAll(house: RunningHouse, browser: Browser): Promise<void> {
  const link = await fillClass(house);
  await new Promise((resolve) => setTimeout(resolve, 4000));
  const sanne = await personAt(house, people.sanne);
  const teacher = await inBrowser(browser, desktop, await walkIn(house, people.teacher));
  await take(teacher, 'overview', '/overview');
  await take(teacher, 'settle', `/students/${sanne}`, async (page) => {
    await page.locator('#evidence').fill('7,0');
    await page.locator('[data-suggest]').click();
    await page.waitForLoadState('networkidle');
    await page.locator('textarea[name=remark]').fill('Je lassen worden steeds beter. Let op je hoek.');
    await page.locator('h1').click();
    await page.evaluate(() => scrollTo(0, 0));
  });
  const student = await inBrowser(browser, phone, await walkIn(house, jaydon));
  await take(student, 'student', '/work', async (page) => {
    await page.locator('.steps summary', { hasText: 'foto' }).click();
  });
  await takePicker(house, browser);
  await takeQuestion(browser, link);
}

async function takePicker(house: RunningHouse, browser: Browser): Promise<void> {
  const visit = await walkInWith(house, house.lms.deepLinkForm(people.teacher, house.course.id, house.clientId));
  await take(await inBrowser(browser, desktop, visit), 'picker', '/picker', (page) =>
    page.getByLabel('Lasframe maken').check(),
  );
}

async function takeQuestion(browser: Browser, link: string): Promise<void> {
  const page = await (await browser.newContext({ ...phone, locale: 'nl-NL' })).newPage();
  await page.goto(link);
  await page.getByRole('button').first().click();
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.locator('button[value=good]').click();
  await page.waitForURL(/\/2$/u);
  await save(page, 'supervisor');
}

type WalkedIn = Awaited<ReturnType<typeof walkIn>>;

interface InBrowser {
  page: Page;
  url: string;
}

async function inBrowser(browser: Browser, options: BrowserContextOptions, visit: WalkedIn): Promise<InBrowser> {
  const context = await browser.newContext({ ...options, locale: 'nl-NL' });
  await visit.giveTo(context);
  return { page: await context.newPage(), url: visit.url };
}

async function take(
  { page, url }: InBrowser,
  name: string,
  path: string,
  prepare: (page: Page) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  await page.goto(url + path);
  await prepare(page);
  await save(page, name);
}

async function save(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  const picture = await page.screenshot();
  const file = join(folder, `${name}.png`);
  const { size } = await sharp(picture).png({ palette: true, quality: 90, effort: 10 }).toFile(file);
  console.log(`${file}: ${Math.round(size / 1000)} kB`);
}

await mkdir(folder, { recursive: true });
const house = await startHouse();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking'],
});
try {
  await takeAll(house, browser);
} finally {
  await browser.close();
  await house.stop();
}
