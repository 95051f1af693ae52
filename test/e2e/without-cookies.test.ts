import { afterEach, expect, it } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { visits } from '@buitenboord/shared/store/collections.js';
import { change } from '@buitenboord/shared/store/port.js';
import { textIn } from '@buitenboord/shared/text/text.js';
import { describeWithBrowser, launchProfile, noCookiesWithin, phone, watchForComplaints } from '../support/browser.js';
import { enterCourse, openActivity } from '../support/lms-walk.js';
import { people, startHouse, type RunningHouse } from '../support/running-house.js';

const nl = textIn('nl');

describeWithBrowser('a browser that was told to keep nothing for the tool in the LMS’s frame', () => {
  let house: RunningHouse;
  let context: BrowserContext;
  let complaints: string[];

  async function open(platformStorage: boolean): Promise<void> {
    house = await startHouse({ platformStorage });
    const preferences = noCookiesWithin('http://localhost', 'http://127.0.0.1');
    context = await launchProfile({ preferences, ...phone, locale: 'nl-NL' });
    context.setDefaultTimeout(10_000);
    complaints = watchForComplaints(context);
  }
  afterEach(async () => {
    await context.close();
    await house.stop();
  });

  it('gets a tab that really works, once, in an LMS that keeps nothing for us, as Moodle', async () => {
    await open(false);
    const page = await enterCourse(context, house, people.sanne);
    const frame = await openActivity(page, house);
    await frame.getByRole('heading', { name: nl('launch.newWindow.title') }).waitFor();
    expect(await frame.locator('html').getAttribute('data-problem')).toBe('launch/no-cookie');
    expect(await frame.locator('body').innerText()).not.toContain('Lasframe');
    // Our cookies can't be had here, whoever asks.
    await frame.getByRole('button', { name: nl('launch.allowCookies') }).click();
    await frame.getByText(nl('launch.allowCookies.refused')).waitFor();
    const opened = context.waitForEvent('page');
    await frame.getByRole('button', { name: nl('launch.newWindow.open') }).click();
    const tab = await opened;
    await readTask(tab);
    await tab.reload();
    await tab.getByText(nl('work.now.safety')).waitFor();
    expect(complaints).toEqual([]);
    const second = context.waitForEvent('page');
    await frame.getByRole('button', { name: nl('launch.newWindow.open') }).click();
    await (await second).getByText(nl('problem.launch/unknown-state')).waitFor();
  });

  it('works inside the frame of an LMS with platform storage, without a storage of its own', async () => {
    await open(true);
    const page = await enterCourse(context, house, people.sanne);
    const frame = await openActivity(page, house);
    await frame.getByRole('button', { name: nl('work.haveRead') }).click();
    await frame.getByText(nl('work.now.safety')).waitFor();
    await frame.locator('.steps summary', { hasText: 'Vertel' }).click();
    await frame.locator('#text').fill('Het frame is recht.');
    await frame.getByText(/^Bewaard om/u).waitFor();
    await endVisits(house);
    await frame.locator('#text').fill('Het frame is recht. En dit kwam erbij.');
    await frame.getByText(nl('work.saving.copyFirst')).waitFor();
    expect(await frame.locator('#text').inputValue()).toContain('En dit kwam erbij.');
    await frame.getByRole('button', { name: nl('work.saving.copy') }).click();
    await frame.getByRole('button', { name: nl('work.saving.copied') }).waitFor();
    // Any other button leaves it where it is, too.
    await frame.locator('.now').getByRole('button').first().click();
    await frame.getByText(nl('launch.frame.keepText')).waitFor();
    expect(await frame.locator('#text').inputValue()).toContain('En dit kwam erbij.');
    expect(complaints).toEqual([]);
  });
});

/** As if everybody was away for hours. */
async function endVisits(house: RunningHouse): Promise<void> {
  const { items } = await house.store.find(visits, { where: { school: house.school } });
  const past = new Date(Date.now() - 60_000).toISOString();
  await house.store.commit(items.map((visit) => change(visits, visit, { expiresAt: past })));
}

async function readTask(tab: Page): Promise<void> {
  await tab.getByRole('heading', { name: 'Lasframe maken' }).waitFor();
  await tab.getByRole('button', { name: nl('work.haveRead') }).click();
  await tab.getByText(nl('work.now.safety')).waitFor();
}
