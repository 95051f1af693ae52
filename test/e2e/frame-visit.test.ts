import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser, BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';
import { everyWay } from '@buitenboord/lti-tool/launch/frame-ways.js';
import { works } from '@buitenboord/shared/store/collections.js';
import { textIn } from '@buitenboord/shared/text/text.js';
import { describeWithBrowser, desktop, launchBrowser, phone, watchForComplaints } from '../support/browser.js';
import { journey } from '../support/journey.js';
import { backToCourse, enterCourse, eventually, openActivity } from '../support/lms-walk.js';
import { aPhoneJpeg } from '../support/media-files.js';
import { people, startHouse, type RunningHouse } from '../support/running-house.js';

const nl = textIn('nl');

describeWithBrowser('the job inside a frame without cookies, in an LMS with platform storage', () => {
  let house: RunningHouse;
  let browser: Browser;
  let context: BrowserContext;
  let complaints: string[];
  let page: Page;
  let frame: FrameLocator;
  /** Every address that anybody asked for. */
  const asked: string[] = [];
  /** Every token that a frame held. */
  const tokens = new Set<string>();
  const step = journey();

  const open = async (options: object, person: string): Promise<void> => {
    context = await browser.newContext({ ...options, locale: 'nl-NL', acceptDownloads: true });
    context.setDefaultTimeout(10_000);
    context.on('request', (request) => {
      asked.push(request.url());
      const bearer = request.headers().authorization?.replace('Bearer ', '');
      if (bearer !== undefined) tokens.add(bearer);
    });
    complaints = watchForComplaints(context);
    page = await enterCourse(context, house, person);
    frame = await openActivity(page, house);
  };
  const here = () =>
    page.frames().find((each) => each.name() === 'contentframe' || each.url().startsWith(house.toolUrl))!;

  beforeAll(async () => {
    house = await startHouse({ platformStorage: true, frameWays: { ...everyWay, partitionedCookie: false } });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await house.stop();
  });

  step('shows the student’s page, and not a button for a new tab', async () => {
    await open(phone, people.sanne);
    await frame.getByRole('heading', { name: 'Lasframe maken' }).waitFor();
    expect(await here().title()).toBe('Lasframe maken');
    expect(new URL(here().url()).pathname).toMatch(/^\/v\/[\w.-]+\/work$/u);
    expect(await context.cookies(house.toolUrl)).toEqual([]);
  });

  step('goes on by buttons: the address stays one of pages, and focus is on the new one', async () => {
    await frame.getByRole('button', { name: nl('work.haveRead') }).click();
    await frame.getByText(nl('work.now.safety')).waitFor();
    expect(await here().evaluate(() => document.activeElement?.id)).toBe('main');
    await frame.getByRole('button', { name: nl('work.haveRead') }).click();
    await frame.getByText(nl('work.step.count', { have: 0, asked: 3 })).waitFor();
    expect(new URL(here().url()).pathname).toMatch(/\/work$/u);
  });

  step('sends files in pieces, and shows them by signed addresses', async () => {
    const photos = await Promise.all(
      [60, 70, 80].map(async (width) => ({
        name: `IMG_${width}.jpg`,
        mimeType: 'image/jpeg',
        buffer: await aPhoneJpeg({ width }),
      })),
    );
    await frame.locator('#file-photo').setInputFiles(photos);
    await frame.getByText(nl('work.now.text')).first().waitFor();
    await frame.locator('.steps summary', { hasText: 'Foto' }).click();
    const small = frame.locator('img.thumb').first();
    await small.scrollIntoViewIfNeeded();
    expect(await widthOf(small)).toBeGreaterThan(0);
    expect(await small.getAttribute('src')).toMatch(/\/thumbnail\?until=\d+&key=[\w-]+$/u);
  });

  step('keeps what is typed, and hands in', async () => {
    await frame.locator('#text').fill('Het frame is recht.');
    await frame.getByText(/^Bewaard om/u).waitFor();
    await frame
      .locator('.now')
      .getByRole('button', { name: nl('work.text.save') })
      .click();
    await frame
      .locator('.now')
      .getByRole('button', { name: nl('work.handIn'), exact: true })
      .click();
    await frame.getByText(nl('work.handedIn.teacher')).waitFor();
    const { items } = await house.store.find(works, { where: { school: house.school } });
    expect(items).toMatchObject([{ state: 'handedIn', draft: 'Het frame is recht.' }]);
  });

  step('comes back after a reload of the frame, by what the platform keeps', async () => {
    await here().evaluate(() => location.reload());
    await frame.getByText(nl('work.handedIn.teacher')).waitFor();
    expect(asked.some((url) => url.endsWith('/lti/frame/again'))).toBe(true);
    expect(complaints).toEqual([]);
  });

  step('lets a teacher walk through the class, back and forth', async () => {
    await open(desktop, people.teacher);
    await frame.getByRole('link', { name: /Sanne/u }).first().click();
    await frame.getByLabel(nl('settle.own')).waitFor();
    const photo = frame.locator('.gallery img').first();
    expect(await widthOf(photo)).toBeGreaterThan(0);
    await here().evaluate(() => history.back());
    await frame.getByRole('link', { name: /Sanne/u }).first().waitFor();
    expect(new URL(here().url()).pathname).toMatch(/\/overview$/u);
    await here().evaluate(() => history.forward());
    await frame.getByLabel(nl('settle.own')).waitFor();
  });

  step('shows what is wrong in a form beside what was typed, and settles', async () => {
    await frame.getByRole('textbox', { name: nl('settle.grade'), exact: true }).fill('elf');
    await frame.getByRole('button', { name: /^Stel/u }).first().click();
    await frame
      .getByText(/1,0|10,0|tussen/u)
      .first()
      .waitFor();
    expect(await frame.getByRole('textbox', { name: nl('settle.grade'), exact: true }).inputValue()).toBe('elf');
    await frame.getByRole('textbox', { name: nl('settle.grade'), exact: true }).fill('7,4');
    await frame.getByRole('button', { name: /^Stel/u }).first().click();
    await frame
      .getByText(/Vastgesteld/u)
      .first()
      .waitFor();
  });

  step('saves a student’s file, and a list, without leaving the page', async () => {
    const photo = page.waitForEvent('download');
    await frame.locator('.gallery a').first().click();
    expect((await photo).suggestedFilename()).toMatch(/^photo-.*\.jpg$/u);
    await here().evaluate(() => history.back());
    await frame.getByRole('link', { name: nl('overview.takeOver') }).click();
    await frame.getByRole('heading', { name: nl('takeOver.title') }).waitFor();
    const list = page.waitForEvent('download');
    await frame.getByRole('link', { name: /CSV/u }).click();
    expect((await list).suggestedFilename()).toMatch(/\.csv$/u);
    await frame.getByRole('heading', { name: nl('takeOver.title') }).waitFor();
  });

  step('gets a new address for a picture whose five minutes are over', async () => {
    let late = 0;
    await context.route(/\/thumbnail\?until=/u, async (route) => {
      late += 1;
      return late === 1 ? route.fulfill({ status: 401, contentType: 'text/html', body: '' }) : route.continue();
    });
    await here().evaluate(() => history.back());
    const small = frame.locator('img.thumb').first();
    await small.waitFor();
    expect(await widthOf(small)).toBeGreaterThan(0);
    expect(asked.some((url) => /\/evidence\/[\w-]+\/address$/u.test(url))).toBe(true);
  });

  step('says so when the connection is away, and leaves the page as it is', async () => {
    await context.setOffline(true);
    await frame.getByRole('link', { name: /Sanne/u }).first().click();
    await frame.getByText(nl('launch.frame.noConnection')).waitFor();
    await context.setOffline(false);
    await frame.getByRole('link', { name: /Sanne/u }).first().click();
    await frame.getByLabel(nl('settle.own')).waitFor();
  });

  step('sends an administrator’s file, and shows what is in it', async () => {
    await open(desktop, people.administrator);
    await frame.getByRole('link', { name: nl('overview.pta'), exact: true }).click();
    await frame.getByRole('link', { name: nl('pta.import') }).click();
    const buffer = Buffer.from('cohort;leerweg;component\r\n20x5;zz;\r\n');
    await frame.locator('input[type=file]').setInputFiles({ name: 'pta.csv', mimeType: 'text/csv', buffer });
    await frame.getByRole('button', { name: nl('pta.import.look') }).click();
    await frame.getByText(nl('pta.import.nothingStored')).waitFor();
    expect(complaints).toEqual([]);
  });

  step('never put a token in an address, nor anywhere that outlives the page', async () => {
    const kept = await here().evaluate(() =>
      JSON.stringify([history.state, document.cookie, document.documentElement.outerHTML]),
    );
    // This frame has no storage at all, so there is none to look into.
    expect(tokens.size).toBeGreaterThan(2);
    for (const token of tokens) expect([...asked, kept].filter((text) => text.includes(token))).toEqual([]);
    expect(await context.cookies(house.toolUrl)).toEqual([]);
  });

  step('answers the LMS that asked for an assignment', async () => {
    await open(desktop, people.teacher);
    await backToCourse(page, house);
    await page.getByRole('link', { name: 'Activiteit toevoegen' }).click();
    await page.getByRole('link', { name: 'Kies inhoud' }).click();
    frame = page.frameLocator('#contentframe');
    await frame.getByLabel(house.activity.title, { exact: true }).check();
    await frame.getByRole('button', { name: nl('picker.goOn') }).click();
    await frame.getByRole('button', { name: nl('choice.add', { count: 1 }) }).click();
    await page.getByRole('button', { name: 'Opslaan en terug naar cursus' }).click();
    await page.getByRole('link', { name: house.activity.title }).nth(1).waitFor();
    expect(complaints).toEqual([]);
  });
});

/** How wide a picture is, as soon as it has come. */
function widthOf(picture: Locator): Promise<number> {
  return eventually(
    () => picture.evaluate((image: HTMLImageElement) => image.naturalWidth),
    (width) => width > 0,
  );
}
