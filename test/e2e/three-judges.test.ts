import { createRequire } from 'node:module';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { activities } from '@buitenboord/shared/store/collections.js';
import { change } from '@buitenboord/shared/store/port.js';
import { textIn } from '@buitenboord/shared/text/text.js';
import { describeWithBrowser, launchBrowser, phone, watchForComplaints } from '../support/browser.js';
import { people, startHouse, type RunningHouse } from '../support/running-house.js';
import { asksCompany, companyAssesses, handsIn, personAt, walkIn } from '../support/walked-work.js';

const text = textIn('nl');
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const wcag = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] };

describeWithBrowser('three judges, on a phone', () => {
  let house: RunningHouse;
  let browser: Browser;
  const complaints: string[][] = [];

  beforeAll(async () => {
    house = await startHouse();
    browser = await launchBrowser();
    await handsIn(house);
    await companyAssesses(await asksCompany(house), ['practise', 'good', 'sufficient', 'good']);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await house.stop();
  });

  async function enter(person: string): Promise<{ page: Page; url: string }> {
    const context = await browser.newContext({ ...phone, locale: 'nl-NL', bypassCSP: true });
    context.setDefaultTimeout(8000);
    complaints.push(watchForComplaints(context));
    const walked = await walkIn(house, person);
    await walked.giveTo(context);
    return { page: await context.newPage(), url: walked.url };
  }

  async function fits(page: Page): Promise<void> {
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await page.addScriptTag({ path: axe });
    const run = `axe.run(document, ${JSON.stringify(wcag)}).then(({ violations }) => violations.map(({ id }) => id))`;
    expect(await page.evaluate(run)).toEqual([]);
  }

  it('lets a student say what she thinks, and find it again', async () => {
    const { page, url } = await enter(people.sanne);
    await page.goto(`${url}/work`);
    await page.getByText(text('self.title')).click();
    await page.getByRole('link', { name: text('self.open') }).click();
    await page
      .getByRole('radio', { name: text('level.good') })
      .first()
      .check();
    await page.getByLabel(text('self.remark')).fill('Op de laatste las.');
    await fits(page);
    await page.getByRole('button', { name: text('assess.save') }).click();
    await page.waitForURL(/\/work$/u);
    await page.getByText(text('self.title')).click();
    expect(await page.getByRole('link', { name: text('self.change') }).count()).toBe(1);
  }, 40_000);

  it('shows the teacher where student, company and teacher differ, in words, at 360 pixels', async () => {
    const { page, url } = await enter(people.teacher);
    const student = `${url}/students/${await personAt(house, people.sanne)}`;
    await page.goto(`${student}/assessment`);
    await page.getByText(text('assess.judge')).click();
    await page
      .getByRole('radio', { name: text('level.sufficient') })
      .first()
      .check();
    await fits(page);
    await page
      .getByRole('button', { name: text('assess.save') })
      .first()
      .click();
    await page.waitForURL(/\/assessment$/u);
    await page.goto(student);
    const table = page.getByRole('table', { name: text('assess.besideOf', { moment: 'end' }) });
    const first = table.getByRole('row').nth(1);
    const cells = await first.getByRole('cell').allInnerTexts();
    expect(cells.map((cell) => cell.trim())).toEqual([
      text('level.good'),
      text('level.practise'),
      text('level.sufficient'),
      `≠ ${text('assess.comparison', { comparison: 'apart' })}`,
    ]);
    expect(await page.getByText('Op de laatste las.').count()).toBe(1);
    await fits(page);
    if (process.env.SHOTS) await page.screenshot({ path: '/tmp/assess-settle.png', fullPage: true });
  }, 40_000);

  it('has no complaint of the browser, and every activity still assesses at the end only', async () => {
    const { items } = await house.store.find(activities, { where: { school: house.school } });
    expect(items.every(({ moments }) => moments === undefined)).toBe(true);
    await house.store.commit(items.slice(0, 1).map((activity) => change(activities, activity, { moments: ['start'] })));
    const { page, url } = await enter(people.teacher);
    await page.goto(`${url}/students/${await personAt(house, people.sanne)}/assessment`);
    expect(await page.getByRole('heading', { name: text('assess.moment', { moment: 'start' }) }).count()).toBe(1);
    expect(await page.getByText(text('assess.nobody')).count()).toBe(1);
    await fits(page);
    if (process.env.SHOTS) await page.screenshot({ path: '/tmp/assess-page.png', fullPage: true });
    expect(complaints.flat()).toEqual([]);
  }, 40_000);

  it('shows the conditions of an exam to the teacher, and nothing of it to the student', async () => {
    const { items } = await house.store.find(activities, { where: { school: house.school } });
    const exam = items.map((activity) => change(activities, activity, { kind: 'cspePart' as const }));
    await house.store.commit(exam);
    const teacher = await enter(people.teacher);
    await teacher.page.goto(`${teacher.url}/students/${await personAt(house, people.bram)}/sitting`);
    await fits(teacher.page);
    if (process.env.SHOTS) await teacher.page.screenshot({ path: '/tmp/assess-sitting.png', fullPage: true });
    const { page, url } = await enter(people.bram);
    await page.goto(`${url}/work`);
    await fits(page);
    const said = await page.locator('main').innerText();
    expect(said).toContain(text('exam.forStudent'));
    for (const secret of [items[0]!.task, items[0]!.rubric[0]!.title]) expect(said).not.toContain(secret);
    if (process.env.SHOTS) await page.screenshot({ path: '/tmp/assess-exam-student.png', fullPage: true });
  }, 40_000);
});
