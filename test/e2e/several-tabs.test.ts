import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, BrowserContext } from 'playwright-core';
import { textIn } from '@buitenboord/shared/text/text.js';
import { describeWithBrowser, desktop, launchBrowser } from '../support/browser.js';
import { enterCourse, openActivity } from '../support/lms-walk.js';
import { people, startHouse, type RunningHouse } from '../support/running-house.js';

const nl = textIn('nl');
const second = 'Lasframe, nog een keer';

describeWithBrowser('several tabs of one browser', () => {
  let house: RunningHouse;
  let browser: Browser;
  let context: BrowserContext;

  beforeAll(async () => {
    house = await startHouse();
    const { clientId, course, activity, toolUrl } = house;
    const place = { clientId, courseId: course.id, url: `${toolUrl}/lti/launch` };
    house.lms.addActivity({ ...place, name: second, custom: { activity: activity.id } });
    browser = await launchBrowser();
    context = await browser.newContext({ ...desktop, locale: 'nl-NL' });
    context.setDefaultTimeout(10_000);
  });
  afterAll(async () => {
    await browser.close();
    await house.stop();
  });

  it('keeps two assignments of one student apart', async () => {
    const one = await enterCourse(context, house, people.sanne);
    const other = await context.newPage();
    const first = await openActivity(one, house);
    const copy = await openActivity(other, house, second);
    await one.bringToFront();
    await first.getByRole('button', { name: nl('work.haveRead') }).click();
    await first.getByText(nl('work.now.safety')).waitFor();
    await other.bringToFront();
    await copy.getByText(nl('work.now.task')).waitFor();
    await copy.getByRole('button', { name: nl('work.haveRead') }).click();
    await copy.getByText(nl('work.now.safety')).waitFor();
    await one.bringToFront();
    await first.getByRole('button', { name: nl('work.haveRead') }).click();
    await first.getByText(nl('work.step.count', { have: 0, asked: 3 })).waitFor();
  });

  it('ends the open page of the one before, when somebody else comes in', async () => {
    const page = await context.newPage();
    const sanne = await openActivity(page, house, second);
    const other = await context.newPage();
    await other.goto(house.lms.url);
    await other.getByRole('button', { name: 'Iemand anders zijn' }).first().click();
    await other.locator(`button[name="person"][value="${people.bram}"]`).click();
    const bram = await openActivity(other, house);
    await bram.getByText(nl('work.now.task')).waitFor();
    await page.bringToFront();
    await sanne.getByRole('button', { name: nl('work.haveRead') }).click();
    await sanne.getByText(nl('problem.visit/someone-else')).waitFor();
    expect(await sanne.locator('body').innerText()).not.toContain('Sanne');
    await other.bringToFront();
    await bram.getByRole('button', { name: nl('work.haveRead') }).click();
    await bram.getByText(nl('work.now.safety')).waitFor();
  });
});
