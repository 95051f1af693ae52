import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { textIn } from '@buitenboord/shared/text/text.js';
import { describeWithBrowser, launchProfile, noCookiesWithin, phone, watchForComplaints } from '../support/browser.js';
import { enterCourse, openActivity } from '../support/lms-walk.js';
import { people, startHouse, type RunningHouse } from '../support/running-house.js';

const nl = textIn('nl');

describeWithBrowser.each([
  { lms: 'an LMS that keeps nothing for us, as Moodle', platformStorage: false },
  { lms: 'an LMS with platform storage', platformStorage: true },
])('a frame without any cookies, in $lms', ({ platformStorage }) => {
  let house: RunningHouse;
  let context: BrowserContext;
  let complaints: string[];

  beforeAll(async () => {
    house = await startHouse({ platformStorage });
    const preferences = noCookiesWithin('http://localhost', 'http://127.0.0.1');
    context = await launchProfile({ preferences, ...phone, locale: 'nl-NL' });
    context.setDefaultTimeout(10_000);
    complaints = watchForComplaints(context);
  });
  afterAll(async () => {
    await context.close();
    await house.stop();
  });

  it('offers one button, and the tab it opens really works', async () => {
    const page = await enterCourse(context, house, people.sanne);
    const frame = await openActivity(page, house);
    await frame.getByRole('heading', { name: nl('launch.newWindow.title') }).waitFor();
    expect(await frame.locator('html').getAttribute('data-problem')).toBe('launch/no-cookie');
    expect(await frame.getByRole('button').count()).toBe(1);
    expect(await frame.locator('body').innerText()).not.toContain('Lasframe');
    const opened = context.waitForEvent('page');
    await frame.getByRole('button', { name: nl('launch.newWindow.open') }).click();
    const tab = await opened;
    await readTask(tab);
    await tab.reload();
    await tab.getByText(nl('work.now.safety')).waitFor();
    expect(complaints).toEqual([]);
  });

  it('opens one tab only: a second press says to begin again from the course', async () => {
    const page = context.pages().find((each) => each.url().startsWith(house.lms.url))!;
    const opened = context.waitForEvent('page');
    await page
      .frameLocator('#contentframe')
      .getByRole('button', { name: nl('launch.newWindow.open') })
      .click();
    const tab = await opened;
    await tab.getByText(nl('problem.launch/unknown-state')).waitFor();
  });
});

async function readTask(tab: Page): Promise<void> {
  await tab.getByRole('heading', { name: 'Lasframe maken' }).waitFor();
  await tab.getByRole('button', { name: nl('work.haveRead') }).click();
  await tab.getByText(nl('work.now.safety')).waitFor();
}
