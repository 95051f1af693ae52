import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import { evidence, handIns, visits } from '@buitenboord/shared/store/collections.js';
import { change } from '@buitenboord/shared/store/port.js';
import { textIn } from '@buitenboord/shared/text/text.js';
import { describeWithBrowser, launchBrowser, phone, watchForComplaints } from '../support/browser.js';
import { enterCourse, eventually, openActivity } from '../support/lms-walk.js';
import { aPhoneJpeg } from '../support/media-files.js';
import { startHouse, type RunningHouse } from '../support/running-house.js';
import { walkIn } from '../support/walked-work.js';

const nl = textIn('nl');
const students = ['4', '5', '6', '7', '8'];

describeWithBrowser('a student whose connection, browser or patience fails', () => {
  let house: RunningHouse;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let frame: FrameLocator;
  let student: string;
  let complaints: string[];

  beforeAll(async () => {
    house = await startHouse();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await house.stop();
  });
  beforeEach(async () => {
    student = students.shift()!;
    const visit = await walkIn(house, student);
    for (const step of ['task', 'safety']) await visit.post('/work/read', { step });
    context = await browser.newContext({ ...phone, locale: 'nl-NL' });
    context.setDefaultTimeout(10_000);
    complaints = watchForComplaints(context);
    page = await enterCourse(context, house, student);
    frame = await openActivity(page, house);
  });

  const typing = () => frame.getByLabel(nl('work.step.text', { sentences: 1 }));
  const showPhotoStep = () => frame.getByText(nl('work.step.count', { have: 1, asked: 3 })).waitFor();

  it('goes on with a photo where it stopped, and sends no piece twice', async () => {
    const buffer = await aPhoneJpeg({ width: 2400, height: 1800 });
    expect(buffer.length).toBeGreaterThan(1024 * 1024);
    const sent: number[] = [];
    await context.route(/\/uploads\/[\w-]{22}\?offset=/u, async (route) => {
      const offset = Number(new URL(route.request().url()).searchParams.get('offset'));
      // The line falls away in the third piece.
      if (sent.length === 2) {
        sent.push(-1);
        await context.setOffline(true);
        return route.abort('internetdisconnected');
      }
      sent.push(offset);
      await route.continue();
    });
    await frame.locator('input[type=file]').first().setInputFiles({ name: 'IMG.jpg', mimeType: 'image/jpeg', buffer });
    await frame.getByText(nl('work.sending.waiting')).waitFor();
    await context.setOffline(false);
    await showPhotoStep();
    const offsets = sent.filter((offset) => offset >= 0);
    expect(offsets).toEqual([...new Set(offsets)].sort((one, other) => one - other));
    expect(offsets.length).toBeGreaterThan(4);
    expect(complaints).toEqual([]);
  });

  it('keeps what was typed when the page is loaded again', async () => {
    await frame.locator('summary', { hasText: nl('work.step.text', { sentences: 1 }) }).click();
    await typing().fill('Ik heb gelast en geslepen.');
    await openActivity(page, house);
    await frame.locator('summary', { hasText: nl('work.step.text', { sentences: 1 }) }).click();
    const isThere = (text: string): boolean => text !== '';
    expect(await eventually(() => typing().inputValue(), isThere, 5000)).toBe('Ik heb gelast en geslepen.');
  });

  // In a window of its own: there the browser lets a page keep something. In a frame without storage it stays on the screen.
  it('keeps what was typed after the visit is over', async () => {
    await page.getByRole('link', { name: 'Open in nieuw venster' }).click();
    const openWindow = async (): Promise<Page> => {
      const opened = context.waitForEvent('page');
      await page.getByRole('link', { name: 'Open in nieuw venster' }).click();
      const own = await opened;
      await own.locator('summary', { hasText: nl('work.step.text', { sentences: 1 }) }).click();
      return own;
    };
    const before = await openWindow();
    await endVisit(house, before.url());
    await before.locator('textarea').fill('Geschreven na de pauze.');
    await before.getByText(nl('problem.visit/expired')).waitFor();
    await before.close();
    const typed = (await openWindow()).locator('textarea');
    const isThere = (text: string): boolean => text !== '';
    expect(await eventually(() => typed.inputValue(), isThere, 5000)).toBe('Geschreven na de pauze.');
  });

  it('hands in once, however often the button is pressed', async () => {
    const before = await versions(house);
    await frame.locator('summary', { hasText: nl('work.step.text', { sentences: 1 }) }).click();
    await typing().fill('Klaar.');
    await frame.getByRole('button', { name: nl('work.text.save') }).click();
    await frame.getByText(nl('work.handIn.early')).click();
    await frame.getByRole('button', { name: nl('work.handIn'), exact: true }).dblclick();
    await frame.getByText(nl('work.handedIn.teacher')).waitFor();
    expect((await versions(house)) - before).toBe(1);
  });

  it('goes back and forth without harm', async () => {
    const before = await versions(house);
    await frame.locator('summary', { hasText: nl('work.step.text', { sentences: 1 }) }).click();
    await typing().fill('Klaar.');
    await frame.getByRole('button', { name: nl('work.text.save') }).click();
    await frame.getByText(nl('work.handIn.early')).click();
    await frame.getByRole('button', { name: nl('work.handIn'), exact: true }).click();
    await frame.getByText(nl('work.handedIn.teacher')).waitFor();
    // The LMS's page knows of no steps inside its frame: back goes through those first.
    await page.evaluate(() => history.back());
    await frame.getByText(nl('work.rubric')).waitFor();
    await openActivity(page, house);
    await frame.getByText(nl('work.handedIn.teacher')).waitFor();
    expect((await versions(house)) - before).toBe(1);
    const { items } = await house.store.find(evidence, { where: { school: house.school } });
    expect(items.length).toBeLessThan(2);
  });
});

async function versions(house: RunningHouse): Promise<number> {
  return (await house.store.find(handIns, { where: { school: house.school } })).items.length;
}

/** As if twelve hours went by. */
async function endVisit(house: RunningHouse, url: string): Promise<void> {
  const id = /\/v\/([^/]+)/u.exec(url)![1]!;
  await eventually(
    async () => {
      const visit = await house.store.get(visits, { school: house.school, id });
      if (visit)
        await house.store.commit([change(visits, visit, { expiresAt: new Date(Date.now() - 1000).toISOString() })]);
      return visit;
    },
    (visit) => visit !== undefined,
  );
}
