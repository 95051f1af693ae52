import { afterEach, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, BrowserContextOptions, FrameLocator, Page } from 'playwright-core';
import { everyWay, type FrameWays } from '@buitenboord/lti-tool/launch/frame-ways.js';
import { textIn } from '@buitenboord/shared/text/text.js';
import { describeWithBrowser, desktop, launchBrowser, watchForComplaints } from '../support/browser.js';
import { enterCourse, openActivity } from '../support/lms-walk.js';
import { people, startHouse, type HouseWanted, type RunningHouse } from '../support/running-house.js';

const nl = textIn('nl');
const noPartition: FrameWays = { ...everyWay, partitionedCookie: false };

// Third-party cookies are blocked in each (third-party-cookies.test.ts). Chromium always keeps partitioned ones, so the earlier ways are switched off.
describeWithBrowser('the ways into a frame, in their order', () => {
  let house: RunningHouse;
  let browser: Browser;
  let context: BrowserContext;
  let complaints: string[];
  let asked: string[];

  async function begin(wanted: HouseWanted, options: BrowserContextOptions = {}): Promise<Page> {
    house = await startHouse(wanted);
    browser = await launchBrowser();
    context = await browser.newContext({ ...desktop, locale: 'nl-NL', ...options });
    context.setDefaultTimeout(10_000);
    complaints = watchForComplaints(context);
    asked = [];
    context.on('request', (request) => asked.push(new URL(request.url()).pathname));
    return enterCourse(context, house, people.sanne);
  }
  const launch = async (wanted: HouseWanted): Promise<FrameLocator> => openActivity(await begin(wanted), house);
  afterEach(async () => {
    expect(complaints).toEqual([]);
    await browser.close();
    await house.stop();
  });

  const works = async (page: Pick<FrameLocator, 'getByRole' | 'getByText'>): Promise<void> => {
    await page.getByRole('button', { name: nl('work.haveRead') }).click();
    await page.getByText(nl('work.now.safety')).waitFor();
  };
  const cookies = async () => (await context.cookies()).filter(({ name }) => name.startsWith('__Host-v-'));

  it('takes the partitioned cookie, also where the platform would keep something', async () => {
    await works(await launch({ platformStorage: true }));
    expect((await cookies()).map(({ partitionKey }) => partitionKey)).toEqual(['http://127.0.0.1']);
    expect(asked).not.toContain('/lti/frame');
  });

  it('then what the platform keeps', async () => {
    await works(await launch({ platformStorage: true, frameWays: noPartition }));
    expect(asked).toContain('/lti/frame');
    expect(await cookies()).toEqual([]);
  });

  it('then, on a press of a button, our own cookies in the frame', async () => {
    const frame = await launch({ frameWays: noPartition });
    await context.grantPermissions(['storage-access']);
    await frame.getByRole('button', { name: nl('launch.allowCookies') }).click();
    await works(frame);
    expect((await cookies()).map(({ partitionKey }) => partitionKey)).toEqual([undefined]);
    expect(context.pages()).toHaveLength(1);
    await frame.locator('html').evaluate(() => location.reload());
    await frame.getByText(nl('work.now.safety')).waitFor();
  });

  it('says so when the browser doesn’t allow that, and still opens a new tab', async () => {
    const frame = await launch({ frameWays: noPartition });
    await frame.getByRole('button', { name: nl('launch.allowCookies') }).click();
    await frame.getByText(nl('launch.allowCookies.refused')).waitFor();
    const opened = context.waitForEvent('page');
    await frame.getByRole('button', { name: nl('launch.newWindow.open') }).click();
    await works(await opened);
  });

  it('then a new window', async () => {
    const frame = await launch({
      frameWays: { ...noPartition, platformStorage: false, storageAccess: false },
      platformStorage: true,
    });
    expect(await frame.getByRole('button').count()).toBe(1);
    const opened = context.waitForEvent('page');
    await frame.getByRole('button', { name: nl('launch.newWindow.open') }).click();
    await works(await opened);
  });

  it('or a new window at once, where there is no script to ask the platform', async () => {
    const page = await begin({ platformStorage: true, frameWays: noPartition }, { javaScriptEnabled: false });
    await page.getByRole('link', { name: house.activity.title, exact: true }).click();
    const frame = page.frameLocator('#contentframe');
    // The LMS forwards by script; without it there is a button at each step.
    await frame.getByRole('button').click();
    await frame.getByRole('link', { name: nl('launch.goOn') }).click();
    // Moodle posts the request to itself once more, for its own cookie.
    await frame.locator('form[action*="auth.php"]').getByRole('button').click();
    await frame.locator('form[action$="/lti/launch"]').getByRole('button').click();
    const opened = context.waitForEvent('page');
    await frame.getByRole('button', { name: nl('launch.newWindow.open') }).click();
    await works(await opened);
    expect(asked).not.toContain('/lti/frame');
  });
});
