import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import exceljs from 'exceljs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { ptas, schools, settledGrades, visits } from '@buitenboord/shared/store/collections.js';
import { change, put } from '@buitenboord/shared/store/port.js';
import { textIn, type Locale, type Text } from '@buitenboord/shared/text/text.js';
import { giveGrant } from '@buitenboord/shared/use-cases/school/grant-role.js';
import { describeWithBrowser, desktop, launchBrowser, phone, watchForComplaints } from '../support/browser.js';
import { people, startHouse, type RunningHouse } from '../support/running-house.js';
import { handsIn, personAt, walkIn } from '../support/walked-work.js';

/** A workbook as a school has it: a title above, headings of its own, and nothing that says for whom it is. */
async function aWorkbook(scale: string) {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('PTA');
  sheet.addRow(['PTA lassen']);
  sheet.addRow(['Toets', 'Naam toets', 'Inhoud', 'Soort', 'Beoordeling', 'Weging', 'Periode', 'Aandeel bedrijf']);
  sheet.addRow(['SE1', 'Theorie', 'Lassymbolen', 'toets', 'cijfer', 1, 'periode 2', 0]);
  sheet.addRow(['SE2', 'Lasproef', 'Een hoeklas', 'praktijk', scale, 2, 'periode 3', 0]);
  const buffer = Buffer.from(await book.xlsx.writeBuffer());
  return { name: 'pta.xlsx', mimeType: 'application/octet-stream', buffer };
}

/** Says what the headings mean that nobody could know, and what holds for all rows. */
async function map(page: Page, text: Text, code: string): Promise<void> {
  await page.getByLabel(text('pta.import.meansOf', { heading: 'Toets' })).selectOption('component');
  await page.getByLabel(text('pta.import.meansOf', { heading: 'Naam toets' })).selectOption('title');
  const told = {
    subjectTitle: 'Booglassen',
    subjectCode: code,
    cohort: '2025',
    leerweg: 'kb',
    schoolYear: '2026-2027',
  };
  for (const [name, value] of Object.entries(told)) {
    await page.getByLabel(text(`pta.field.${name as keyof typeof told}`), { exact: true }).fill(value);
  }
  await page.getByRole('button', { name: text('pta.import.again') }).click();
}

describeWithBrowser('programmes and grades, in a browser', () => {
  let house: RunningHouse;
  let browser: Browser;
  const complaints: string[][] = [];

  beforeAll(async () => {
    house = await startHouse();
    browser = await launchBrowser();
    await handsIn(house);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await house.stop();
  });

  async function enter(person: string, locale: Locale, options: object): Promise<{ page: Page; url: string }> {
    const context: BrowserContext = await browser.newContext({ ...options, locale });
    context.setDefaultTimeout(8000);
    complaints.push(watchForComplaints(context));
    const { store, school } = house;
    const walked = await walkIn(house, person);
    const visit = (await store.get(visits, { school, id: walked.url.split('/v/')[1]! }))!;
    await store.commit([change(visits, visit, { locale })]);
    await walked.giveTo(context);
    return { page: await context.newPage(), url: walked.url };
  }

  const storedPtas = async (code: string) => {
    const { items } = await house.store.find(ptas, { where: { school: house.school } });
    return items.filter(({ subject }) => subject.code === code);
  };

  async function withoutChoice(): Promise<void> {
    const { version, id, seRounding: _chosen, ...school } = (await house.store.get(schools, { id: house.school }))!;
    await house.store.commit([put(schools, { id }, school, version)]);
  }

  describe.each<[Locale, string, string]>([
    ['nl', '1328', '7,4'],
    ['en', '1329', '6.8'],
  ])('in %s', (locale, code, grade) => {
    const text = textIn(locale);

    it('maps the columns of a workbook, shows every problem, and stores only after the preview', async () => {
      const { page, url } = await enter(people.administrator, locale, desktop);
      const problems = page.getByRole('alert');
      const choose = async (scale: string) => {
        await page.getByLabel(text('pta.import.choose')).setInputFiles(await aWorkbook(scale));
        await page.getByRole('button', { name: text('pta.import.look') }).click();
        await problems.getByText(text('pta.complaint.missing-column')).first().waitFor();
      };
      await page.goto(`${url}/pta/import`);
      await choose('punten');
      await map(page, text, code);
      // One problem is left, in the row as the spreadsheet counts it, and what was chosen is still chosen.
      await problems.getByText(text('pta.import.problems', { count: 1 })).waitFor();
      expect(await problems.locator('tbody tr').innerText()).toMatch(/^4\s.*punten$/su);
      expect(await page.getByLabel(text('pta.field.subjectCode'), { exact: true }).inputValue()).toBe(code);
      await page.getByText(text('pta.import.other')).click();
      await choose('cijfer');
      await map(page, text, code);
      await page.getByText(text('pta.outcome.made')).waitFor();
      expect(await storedPtas(code)).toEqual([]);
      await page.getByRole('button', { name: text('pta.import.store') }).click();
      await page.getByRole('link', { name: 'Booglassen' }).first().waitFor();
      expect(await storedPtas(code)).toMatchObject([
        {
          state: 'draft',
          components: [
            { code: 'SE1', period: 'periode 2' },
            { code: 'SE2', weight: 2 },
          ],
        },
      ]);
    });

    it('settles no number that counts before the school chose how it rounds, and shows who may choose the way', async () => {
      const { store, school } = house;
      await withoutChoice();
      const student = await personAt(house, people.sanne);
      const { page, url } = await enter(people.teacher, locale, phone);
      await page.goto(`${url}/students/${student}`);
      await page.getByText(text('rounding.missing')).waitFor();
      await page.getByRole('textbox', { name: text('settle.grade'), exact: true }).fill(grade);
      const reason = page.getByLabel(text('settle.reason'));
      if (await reason.count()) await reason.fill('x');
      await page.locator('#settle button.wide').click();
      await page.getByText(text('problem.grade/rounding-not-chosen')).waitFor();
      expect(await page.getByRole('textbox', { name: text('settle.grade'), exact: true }).inputValue()).toBe(grade);
      const person = await personAt(house, people.teacher);
      const grant = { school, person, role: 'examSecretary', actor: 'test' } as const;
      await giveGrant({ store, now: () => new Date() }, grant);
      await page.goto(`${url}/students/${student}`);
      await page.getByRole('link', { name: text('rounding.missing.link') }).click();
      expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
      await page.getByRole('radio', { name: text('rounding.viaOneDecimal') }).check();
      await page.getByRole('button', { name: text('rounding.choose') }).click();
      await page.getByText(text('rounding.saved')).waitFor();
    });

    it('settles then, and says what the subject becomes, with its sum', async () => {
      const student = await personAt(house, people.sanne);
      const { page, url } = await enter(people.teacher, locale, phone);
      await page.goto(`${url}/students/${student}`);
      await page.getByRole('textbox', { name: text('settle.grade'), exact: true }).fill(grade);
      const reason = page.getByLabel(text('settle.reason'));
      if (await reason.count()) await reason.fill('x');
      await page.locator('#settle button.wide').click();
      await page.getByText(text('se.settle.becomes', { grade: 7 })).waitFor();
      const { items } = await house.store.find(settledGrades, { where: { school: house.school, student } });
      expect(items.map(({ value }) => value)).toContainEqual({
        kind: 'tenths',
        tenths: Number(grade.replace(/[.,]/u, '')),
      });
      await page.getByRole('link', { name: text('se.fromSettle') }).click();
      await page.getByText(`(${grade} × 2) : 2 = ${grade}`).waitFor();
      await page.getByText(text('se.sum.plain', { mean: grade, grade: 7 })).waitFor();
      expect(complaints.flat()).toEqual([]);
    });
  });
});
