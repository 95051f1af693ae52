import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { textIn } from '@buitenboord/shared/text/text.js';
import { describeWithBrowser, desktop, launchBrowser, phone } from '../support/browser.js';
import { backToCourse, enterCourse, eventually } from '../support/lms-walk.js';
import { people, startHouse, type RunningHouse } from '../support/running-house.js';
import { asksCompany, handsIn } from '../support/walked-work.js';

const nl = textIn('nl');
const tabsAtMost = 60;

describeWithBrowser('with Tab, Enter and Space only', () => {
  let house: RunningHouse;
  let browser: Browser;
  let link: string;

  beforeAll(async () => {
    house = await startHouse();
    await handsIn(house);
    link = await asksCompany(house);
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await house.stop();
  });

  const open = async (options: object): Promise<BrowserContext> => {
    const context = await browser.newContext({ ...options, locale: 'nl-NL' });
    context.setDefaultTimeout(10_000);
    return context;
  };

  it('lets a supervisor assess, and shows where the keyboard is', async () => {
    const page = await (await open(phone)).newPage();
    await page.goto(link);
    await press(page, page.getByRole('button', { name: nl('link.view') }), 'Enter');
    await press(page, page.getByRole('button', { name: nl('link.task.begin') }), 'Space');
    for (const number of [1, 2, 3, 4]) {
      await page.getByText(nl('link.question.progress', { number, count: 4 })).waitFor();
      const level = number % 2 === 0 ? 'link.level.good' : 'link.level.sufficient';
      await press(page, page.getByRole('button', { name: nl(level) }), number % 2 === 0 ? 'Enter' : 'Space');
    }
    await goTo(page, page.getByLabel(nl('link.summary.remark')));
    await page.keyboard.type('Gaat goed.');
    await press(page, page.getByRole('button', { name: nl('link.summary.done') }), 'Enter');
    await page.getByRole('heading', { name: nl('link.thanks.title') }).waitFor();
  });

  it('lets a teacher find the student and settle the grade, inside the LMS', async () => {
    const page = await enterCourse(await open(desktop), house, people.teacher);
    await backToCourse(page, house);
    await press(page, page.getByRole('link', { name: house.activity.title, exact: true }), 'Enter');
    const frame = page.frameLocator('#contentframe');
    await frame.getByRole('table').waitFor();
    await press(page, frame.getByRole('link', { name: nl('overview.do.look') }), 'Enter');
    const own = frame.getByLabel(nl('settle.own'));
    await goTo(page, own);
    await page.keyboard.type('7,0');
    await press(page, frame.getByRole('button', { name: nl('settle.suggest') }), 'Space');
    const grade = frame.getByRole('textbox', { name: nl('settle.grade'), exact: true });
    const suggested = await eventually(
      () => grade.inputValue(),
      (typed) => typed !== '',
    );
    await press(page, frame.getByRole('button', { name: nl('settle.settleGrade', { grade: suggested }) }), 'Enter');
    await frame
      .getByText(/Vastgesteld/u)
      .first()
      .waitFor();
  });
});

/** Presses Tab until it is there, and sees that one can see so. */
async function goTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let tabs = 0; tabs < tabsAtMost; tabs += 1) {
    if (await target.evaluate((element) => element === element.ownerDocument.activeElement && document.hasFocus())) {
      const outline = await target.evaluate((element) => getComputedStyle(element).outlineWidth);
      expect(Number.parseFloat(outline)).toBeGreaterThanOrEqual(2);
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`not reached in ${tabsAtMost} tabs: ${target.toString()}`);
}

async function press(page: Page, target: Locator, key: 'Enter' | 'Space'): Promise<void> {
  await goTo(page, target);
  await page.keyboard.press(key);
}
