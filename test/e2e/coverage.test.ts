import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { subtaskCoverages } from '@buitenboord/shared/store/collections.js';
import { textIn, type Locale } from '@buitenboord/shared/text/text.js';
import { describeWithBrowser, desktop, launchBrowser, phone, watchForComplaints } from '../support/browser.js';
import { plateWork, plateWorkSubtasks } from '../support/programme.js';
import { people, startHouse, type RunningHouse } from '../support/running-house.js';
import { asksCompany, companyAssesses, handsIn, personAt, settles, walkIn } from '../support/walked-work.js';

const [, , , fourth = '', fifth = ''] = plateWorkSubtasks;

describeWithBrowser('what a class did of an elective', () => {
  let house: RunningHouse;
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  describe.each<Locale>(['nl', 'en'])('in %s', (locale) => {
    const text = textIn(locale);
    let context: BrowserContext;
    let grid: string;
    let sanne: string;
    let complaints: string[];

    beforeAll(async () => {
      house = await startHouse({ locale });
      for (const student of [people.sanne, people.bram]) await handsIn(house, student);
      await companyAssesses(await asksCompany(house, people.sanne));
      await settles(house, '7,4', people.sanne);
      sanne = await personAt(house, people.sanne);
    }, 60_000);
    afterAll(() => house.stop());
    afterEach(async () => {
      expect(complaints).toEqual([]);
      await context.close();
    });

    async function open(who: string, options: object): Promise<Page> {
      const walked = await walkIn(house, who);
      context = await browser.newContext({ ...options, locale: locale === 'nl' ? 'nl-NL' : 'en-GB' });
      context.setDefaultTimeout(8000);
      complaints = watchForComplaints(context);
      await walked.giveTo(context);
      grid = `${walked.url}/coverage/${plateWork}`;
      return context.newPage();
    }
    const doneBy = async (student: string) =>
      (await house.store.find(subtaskCoverages, { where: { school: house.school, student } })).items.filter(
        ({ done }) => done,
      ).length;
    const rowOf = (page: Page, name: string) => page.locator('tbody tr', { hasText: name });

    it('the teacher takes over what settled work proposes', async () => {
      const page = await open(people.teacher, desktop);
      await page.goto(grid);
      await page.getByRole('heading', { name: text('coverage.proposal.title', { count: 3 }) }).waitFor();
      await page.getByRole('button', { name: text('coverage.proposal.accept') }).click();
      await page.getByText(text('coverage.mark.saved')).waitFor();
      expect(await doneBy(sanne)).toBe(3);
      const done = rowOf(page, 'Sanne').getByText(text('coverage.kind.doneAtCompany'), { exact: true });
      expect(await done.count()).toBe(3);
    });

    it('marks a subtask of the whole class with one tick, and sees which cells that means', async () => {
      const page = await open(people.teacher, desktop);
      await page.goto(grid);
      await page.locator(`input[name=column][value="${fourth}"]`).check();
      expect(await page.locator(`input[name=cell][value$="${fourth}"]:checked`).count()).toBe(
        await page.locator('tbody tr').count(),
      );
      await page.getByLabel(text('coverage.mark.what')).selectOption('planSchool');
      await page.getByLabel(text('coverage.mark.on')).waitFor({ state: 'hidden' });
      await page.locator('#mark button').click();
      await page.getByText(text('coverage.mark.saved')).waitFor();
      const planned = page.locator('tbody').getByText(text('coverage.kind.plannedAtSchool'), { exact: true });
      expect(await planned.count()).toBe(await page.locator('tbody tr').count());
    });

    it('does the same without script, by keyboard or on paper', async () => {
      const page = await open(people.teacher, { ...desktop, javaScriptEnabled: false });
      await page.goto(grid);
      await page.locator(`input[name=cell][value="${sanne}.${fifth}"]`).focus();
      await page.keyboard.press('Space');
      await page.getByLabel(text('coverage.mark.what')).selectOption('notPossible');
      await page.getByLabel(text('coverage.mark.reason')).fill('Geen meetbank.');
      await page.getByLabel(text('coverage.mark.elsewhere')).fill('Lokaal 12.');
      await page.locator('#mark button').click();
      await rowOf(page, 'Sanne').getByText(text('coverage.kind.notPossibleHere'), { exact: true }).waitFor();
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('input:visible, button:visible').count()).toBe(0);
      expect(await rowOf(page, 'Sanne').isVisible()).toBe(true);
    });

    it('is refused to complete it while something is open, and says what', async () => {
      const page = await open(people.teacher, desktop);
      await page.goto(`${grid}/students/${sanne}`);
      await page.getByRole('button', { name: text('coverage.student.complete') }).click();
      const alert = page.getByRole('alert');
      await alert.getByText('Onderdelen verbinden').waitFor();
      expect(await alert.innerText()).toContain('Opmeten, controleren en afronden');
      expect(await alert.innerText()).not.toContain('Werk voorbereiden');
    });

    it('the student sees it as a picture and in plain words, on a phone', async () => {
      const page = await open(people.sanne, phone);
      await page.goto(`${grid.split('/coverage')[0]!}/work`);
      await page.getByRole('link', { name: text('work.electives') }).click();
      const picture = page.getByRole('img', {
        name: text('coverage.mine.picture', { title: 'Plaat- en constructiewerk', done: 3, all: 5 }),
      });
      await picture.waitFor();
      expect(await picture.locator('rect').count()).toBe(5);
      const parts = page.locator('.parts > li');
      expect(await parts.count()).toBe(5);
      expect(await parts.nth(0).innerText()).toContain('Van Beek Metaal');
      expect(await parts.nth(3).innerText()).toContain(text('coverage.mine.plannedAtSchool'));
      expect(await parts.nth(4).innerText()).toContain('Geen meetbank. ');
      expect(await page.evaluate(() => document.scrollingElement!.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      const links = page.locator('main a, main button:visible');
      await links.first().click();
      await page.waitForURL(/\/work$/u);
    });
  });
});
