import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { dutchDay } from '@buitenboord/shared/domain/pta/school-year.js';
import { addDays, mondayOf } from '@buitenboord/shared/domain/safety/dutch-clock.js';
import { placementPlans, visits } from '@buitenboord/shared/store/collections.js';
import { change } from '@buitenboord/shared/store/port.js';
import { textIn, type Locale } from '@buitenboord/shared/text/text.js';
import { describeWithBrowser, desktop, launchBrowser, phone, watchForComplaints } from '../support/browser.js';
import { people, startHouse, type RunningHouse } from '../support/running-house.js';
import { asksCompany, handsIn, personAt, walkIn } from '../support/walked-work.js';

/** In the second week from now, so that every day is still to come. */
const tuesday = addDays(mondayOf(dutchDay(new Date())), 15);
const sunday = addDays(tuesday, 5);
const born = (age: number) => `${new Date().getFullYear() - age}-01-01`;

// Browsers share a slow machine with other tests.
const timeoutMs = 60_000;

describeWithBrowser('planning a placement', () => {
  let house: RunningHouse;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    house = await startHouse();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await house.stop();
  });

  async function enter(person: string, locale: Locale, options: object = desktop): Promise<string> {
    context = await browser.newContext({ ...options, locale: locale === 'nl' ? 'nl-NL' : 'en-GB' });
    context.setDefaultTimeout(8000);
    complaints = watchForComplaints(context);
    const walked = await walkIn(house, person);
    const visit = (await house.store.get(visits, { school: house.school, id: walked.url.split('/v/')[1]! }))!;
    await house.store.commit([change(visits, visit, { locale })]);
    await walked.giveTo(context);
    page = await context.newPage();
    return walked.url;
  }
  const planOf = async (student: string) => {
    const { items } = await house.store.find(placementPlans, { where: { school: house.school, student } });
    return items[0];
  };
  const press = (name: string) => page.locator('main').getByRole('button', { name, exact: true }).last().click();

  describe.each<[Locale, string, boolean]>([
    ['nl', people.sanne, true],
    ['en', people.bram, false],
  ])('in %s', (locale, person, javaScriptEnabled) => {
    const text = textIn(locale);

    it(
      'asks for the date of birth, refuses what the law forbids, and offers what is allowed with one button',
      async () => {
        const url = await enter(people.teacher, locale, { ...desktop, javaScriptEnabled });
        const student = await personAt(house, person);
        await page.goto(`${url}/overview`);
        await page.getByRole('link', { name: text('plans.link') }).click();
        await page.locator(`a[href$="/students/${student}/plan"]`).click();
        await page.locator('main').getByText(text('plan.birth.missing')).waitFor();
        await page.locator('#bornOn').fill(born(15));
        await press(text('plan.birth.save'));
        await page.locator('#first').fill(tuesday);
        await page.locator('#last').fill(addDays(tuesday, 1));
        await page.locator('#fillFrom').fill('08:00');
        await page.locator('#fillTo').fill('16:30');
        await page.locator('#tasks').fill('Je last een poort.');
        await press(text('plan.save'));
        const refused = page.getByRole('alert');
        await refused.getByText(text('plan.refused')).waitFor();
        expect(await refused.innerText()).toContain('Nadere regeling kinderarbeid art. 3:1');
        expect(await refused.innerText()).toContain('2024');
        // Nothing typed is lost, and nothing was kept.
        expect(await page.locator('#tasks').inputValue()).toBe('Je last een poort.');
        expect(await planOf(student)).toBeUndefined();
        await press(text('plan.takeProposal'));
        await page.getByText(text('plan.saved')).waitFor();
        expect((await planOf(student))?.days).toMatchObject([
          { date: tuesday, from: '08:00', to: '15:30' },
          { date: addDays(tuesday, 1), from: '08:00', to: '15:30' },
        ]);
        expect((await planOf(student))?.tasks).toBe('Je last een poort.');
        expect(page.url()).not.toContain(born(15));
        expect(complaints).toEqual([]);
        await context.close();
      },
      timeoutMs,
    );

    it(
      'shows the student her days, and why these, on the phone',
      async () => {
        const url = await enter(person, locale, { ...phone, javaScriptEnabled });
        await page.goto(`${url}/work`);
        await page.getByRole('link', { name: text('plan.student.link') }).click();
        const words = await page.locator('main').innerText();
        expect(words).toContain(text('plan.standing.agreed'));
        expect(words).toContain('08:00');
        expect(words).toContain('Je last een poort.');
        expect(words).toContain(text('safety.says.sundayNever'));
        expect(words).toContain('Nadere regeling kinderarbeid art. 3:1');
        await context.close();
      },
      timeoutMs,
    );
  });

  const nl = textIn('nl');

  it(
    'lets a Sunday wait until the safety approver gives a reason',
    async () => {
      const url = await enter(people.teacher, 'nl');
      const student = await personAt(house, people.noor);
      const teacher = await walkIn(house, people.teacher);
      await teacher.post(`/students/${student}/birth-date`, { bornOn: born(17) });
      const day = { date: sunday, from: '10:00', to: '14:00', breaks: '', action: 'save' };
      await teacher.post(`/students/${student}/plan`, { kind: 'blockPlacement', ...day });
      await page.goto(`${url}/students/${student}/plan`);
      await page.getByText(nl('plan.waitsForApprover')).waitFor();
      await context.close();

      const approving = await enter(people.administrator, 'nl');
      await page.goto(`${approving}/students/${student}/plan`);
      await page.locator('#reason').fill('De markt is alleen op zondag. Ouders vinden het goed.');
      await press(nl('plan.accept'));
      await page.getByText(nl('plan.standing.agreed')).waitFor();
      expect((await planOf(student))?.accepted).toMatchObject([{ rule: 'safety.sunday.16-17', on: sunday }]);
      await context.close();
    },
    timeoutMs,
  );

  it(
    'shows the company when the student comes, and what the law asks',
    async () => {
      await handsIn(house, people.sanne);
      const link = await asksCompany(house, people.sanne);
      context = await browser.newContext({ ...phone, locale: 'nl-NL' });
      page = await context.newPage();
      await page.goto(link);
      await page.locator('main form button').click();
      await page.getByText(nl('plan.company.title', { name: 'Sanne' })).click();
      await page.getByText('08:00 tot 15:30').first().waitFor();
      await page.getByText(nl('plan.company.law')).click();
      await page.getByText(nl('safety.says.sundayNever')).waitFor();
      await context.close();
    },
    timeoutMs,
  );

  it.each<[Locale, boolean]>([
    ['nl', false],
    ['en', true],
  ])(
    'answers in %s whether a student may do something, with the reason',
    async (locale, javaScriptEnabled) => {
      const text = textIn(locale);
      const url = await enter(people.teacher, locale, { ...desktop, javaScriptEnabled });
      await page.goto(`${url}/overview`);
      await page.getByRole('link', { name: text('ageCheck.link') }).click();
      await page.locator('#age').selectOption('17');
      await page.locator('#kind').selectOption('blockPlacement');
      const answer = page.locator('#answer');
      await press(text('ageCheck.ask'));
      await answer.getByText(text('ageCheck.verdict.yes')).waitFor();
      await page.locator('summary', { hasText: text('plan.hazards', { count: 0 }) }).click();
      await page.getByLabel(text('hazard.tractor')).check();
      await press(text('ageCheck.ask'));
      await answer.getByText(text('ageCheck.verdict.no')).waitFor();
      expect(await answer.innerText()).toContain('Arbeidsomstandighedenbesluit');
      await page.locator('#supervision').selectOption('expert');
      await press(text('ageCheck.ask'));
      await answer.getByText(text('ageCheck.verdict.yes')).waitFor();
      await context.close();
    },
    timeoutMs,
  );

  it(
    'switches a kind off for a leerweg, and then nobody can give it to that class',
    async () => {
      const url = await enter(people.administrator, 'nl');
      await page.goto(`${url}/school`);
      await page.getByRole('link', { name: nl('kinds.link') }).click();
      await page.getByLabel(nl('kinds.onFor', { kind: 'praktijkopdracht bij een bedrijf', leerweg: 'kb' })).uncheck();
      await press(nl('app.save'));
      await page.getByText(nl('kinds.saved')).waitFor();
      await context.close();

      const teaching = await enter(people.teacher, 'nl');
      await page.goto(`${teaching}/picker`);
      await page.getByText(nl('kinds.off')).first().waitFor();
      expect(await page.locator('input[name=choose]').first().isDisabled()).toBe(true);
      await context.close();
    },
    timeoutMs,
  );

  it(
    'says whether an agreement is needed, and why',
    async () => {
      const url = await enter(people.teacher, 'en');
      const en = textIn('en');
      await page.goto(`${url}/agreement-check`);
      await press(en('agreement.ask'));
      await page.getByText(en('agreement.need.optional', { agreement: '' })).waitFor();
      await page.getByLabel(en('agreement.factor.work')).check();
      await page.getByLabel(en('agreement.factor.under16')).check();
      await press(en('agreement.ask'));
      await page.getByText(en('agreement.because.work')).waitFor();
      await page.getByText(en('agreement.guardianFirst')).waitFor();
      await context.close();
    },
    timeoutMs,
  );
});
