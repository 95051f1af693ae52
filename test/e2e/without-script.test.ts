import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser, BrowserContext } from 'playwright-core';
import { works } from '@buitenboord/shared/store/collections.js';
import { textIn } from '@buitenboord/shared/text/text.js';
import { describeWithBrowser, desktop, launchBrowser, phone } from '../support/browser.js';
import { journey } from '../support/journey.js';
import { aPhoneJpeg } from '../support/media-files.js';
import { people, startHouse, type RunningHouse } from '../support/running-house.js';
import { asksCompany, personAt, walkIn } from '../support/walked-work.js';

const nl = textIn('nl');

describeWithBrowser('the whole job in browsers without script', () => {
  let house: RunningHouse;
  let browser: Browser;
  const step = journey();

  const open = async (options: object): Promise<BrowserContext> => {
    const context = await browser.newContext({ ...options, javaScriptEnabled: false, locale: 'nl-NL' });
    context.setDefaultTimeout(8000);
    return context;
  };

  beforeAll(async () => {
    house = await startHouse();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await house.stop();
  });

  step('lets a student send files, tell and hand in', async () => {
    const context = await open(phone);
    const visit = await walkIn(house, people.sanne);
    await visit.giveTo(context);
    const page = await context.newPage();
    const now = page.locator('.now');
    await page.goto(`${visit.url}/work`);
    await now.getByRole('button', { name: nl('work.haveRead') }).click();
    await now.getByRole('button', { name: nl('work.haveRead') }).click();
    const photos = await Promise.all(
      [60, 70, 80].map(async (width) => ({
        name: `IMG_${width}.jpg`,
        mimeType: 'image/jpeg',
        buffer: await aPhoneJpeg({ width }),
      })),
    );
    await page.locator('#file-photo').setInputFiles(photos);
    await now.getByRole('button', { name: nl('work.send') }).click();
    await page.locator('#text').fill('Het frame is recht.');
    await now.getByRole('button', { name: nl('work.text.save') }).click();
    await now.getByRole('button', { name: nl('work.handIn'), exact: true }).click();
    await page.getByText(nl('work.handedIn.teacher')).waitFor();
    const { items } = await house.store.find(works, { where: { school: house.school } });
    expect(items).toMatchObject([{ state: 'handedIn', draft: 'Het frame is recht.' }]);
  });

  step('lets the supervisor answer, change an answer and finish', async () => {
    const page = await (await open(phone)).newPage();
    await page.goto(await asksCompany(house));
    await page.getByRole('button', { name: nl('link.view') }).click();
    await page.getByRole('button', { name: nl('link.task.begin') }).click();
    for (const level of ['good', 'practise', 'good', 'good'] as const) {
      await page.getByRole('button', { name: nl(`link.level.${level}`) }).click();
    }
    await page.getByRole('button', { name: nl('link.summary.changeQuestion', { title: 'Leest de tekening' }) }).click();
    await page.getByRole('button', { name: nl('link.level.sufficient') }).click();
    await page.getByLabel(nl('link.summary.remark')).waitFor();
    await page.getByRole('button', { name: nl('link.summary.done') }).click();
    await page.getByRole('heading', { name: nl('link.thanks.title') }).waitFor();
  });

  step('reckons the suggestion for the teacher, and settles it', async () => {
    const context = await open(desktop);
    const visit = await walkIn(house, people.teacher);
    await visit.giveTo(context);
    const page = await context.newPage();
    await page.goto(`${visit.url}/students/${await personAt(house, people.sanne)}`);
    await page.getByLabel(nl('settle.own')).fill('7,0');
    await page.getByRole('button', { name: nl('settle.suggest') }).click();
    // Good, sufficient, good, good: (8,5 + 6,5 + 8,5 + 8,5) / 4 × 40 % + 7,0 × 60 %.
    expect(await page.getByRole('textbox', { name: nl('settle.grade'), exact: true }).inputValue()).toBe('7,4');
    await page.getByRole('button', { name: nl('settle.settle'), exact: true }).click();
    await page
      .getByText(/Vastgesteld/u)
      .first()
      .waitFor();
  });
});
