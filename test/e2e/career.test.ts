import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { activities, careerEntries } from '@buitenboord/shared/store/collections.js';
import { change } from '@buitenboord/shared/store/port.js';
import { textIn } from '@buitenboord/shared/text/text.js';
import { describeWithBrowser, desktop, launchBrowser, watchForComplaints } from '../support/browser.js';
import { people, startHouse, type RunningHouse } from '../support/running-house.js';
import { asksCompany, handsIn, personAt, settles, walkIn } from '../support/walked-work.js';

const nl = textIn('nl');
const smallPhone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
// Browsers share a slow machine with other tests.
const timeoutMs = 60_000;

describeWithBrowser('the career file', () => {
  let house: RunningHouse;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    house = await startHouse();
    browser = await launchBrowser();
    const key = { school: house.school, id: house.activity.id };
    const activity = (await house.store.get(activities, key))!;
    await house.store.commit([change(activities, activity, { aims: ['learn', 'career'] })]);
    await handsIn(house, people.bram);
    await asksCompany(house, people.bram);
    await settles(house, '7,4', people.bram);
  }, timeoutMs);
  afterAll(async () => {
    await browser.close();
    await house.stop();
  });

  async function enter(person: string, options: object): Promise<string> {
    context = await browser.newContext({ ...options, locale: 'nl-NL' });
    context.setDefaultTimeout(8000);
    complaints = watchForComplaints(context);
    const walked = await walkIn(house, person);
    await walked.giveTo(context);
    page = await context.newPage();
    return walked.url;
  }
  const press = (name: string) => page.locator('main').getByRole('button', { name, exact: true }).last().click();
  const follow = (name: string) => page.locator('main').getByRole('link', { name, exact: true }).click();
  const sideways = () => page.evaluate(() => document.scrollingElement!.scrollWidth - innerWidth);
  const leave = async () => {
    expect(complaints).toEqual([]);
    await context.close();
  };
  const entriesOf = async (person: string) => {
    const where = { school: house.school, student: await personAt(house, person) };
    return (await house.store.find(careerEntries, { where })).items;
  };

  // Without script the pages do the same: only the last test needs it.
  describe.each([true, false])('with script: %s', (javaScriptEnabled) => {
    const title = javaScriptEnabled ? 'Meelopen bij de bakker' : 'Meelopen bij de slager';

    it(
      'goes from choosing to done, by the student on a phone and the teacher at a desk',
      async () => {
        const student = await enter(people.noor, { ...smallPhone, javaScriptEnabled });
        await page.goto(`${student}/career`);
        await follow(nl('career.new'));
        await page.locator('#title').fill(title);
        await page.locator('#kind').selectOption('shadowDay');
        await page.getByText(nl('career.assignment'), { exact: true }).click();
        await page.locator('#motivation').fill('Ik bak thuis ook.');
        await page.locator('#aim').fill('Weten hoe een nacht gaat.');
        expect(await sideways()).toBeLessThanOrEqual(0);
        await press(nl('career.begin'));
        await page.getByText(nl('career.missing.talkBefore')).waitFor();
        expect(await page.getByRole('button', { name: nl('career.close') }).count()).toBe(0);
        const entry = page.url();
        const id = entry.split('/').at(-1)!;
        await leave();

        const teacher = await enter(people.teacher, { ...desktop, javaScriptEnabled });
        const file = `${teacher}/students/${await personAt(house, people.noor)}/career`;
        await page.goto(file);
        const shown = page.locator(`article[id="${id}"]`);
        await shown.getByText(nl('career.approve.later')).waitFor();
        await shown
          .locator('summary', { hasText: nl('career.talk.write') })
          .first()
          .click();
        await page.locator(`[id="heldOn-${id}-before"]`).fill('2026-03-02');
        await page.locator(`[id="notes-${id}-before"]`).fill('Past bij de keuze.');
        await page.locator(`[id="nextStep-${id}-before"]`).fill('Bellen.');
        await shown
          .getByRole('button', { name: nl('career.talk.save') })
          .first()
          .click();
        if (!javaScriptEnabled) {
          // The second shadow day of one student.
          await shown.getByText(nl('career.lacks.otherKind')).waitFor();
          await shown.locator('summary', { hasText: nl('career.waive') }).click();
          await shown.getByLabel(nl('career.condition.otherKind')).check();
          await page.locator(`[id="reason-${id}"]`).fill('Een heel ander bedrijf.');
          await shown.getByRole('button', { name: nl('career.waive.save') }).click();
          await shown.getByText('Een heel ander bedrijf.').waitFor();
        }
        await shown.getByRole('button', { name: nl('career.approve') }).click();
        await shown.getByText('Akkoord op').waitFor();
        await shown
          .locator('summary', { hasText: nl('career.talk.write') })
          .last()
          .click();
        await page.locator(`[id="heldOn-${id}-after"]`).fill('2026-03-09');
        await page.locator(`[id="notes-${id}-after"]`).fill('Mooi verteld.');
        await page.locator(`[id="nextStep-${id}-after"]`).fill('Een stage vragen.');
        await shown
          .getByRole('button', { name: nl('career.talk.save') })
          .last()
          .click();
        await shown.getByText('Een stage vragen.').first().waitFor();
        await leave();

        const again = await enter(people.noor, { ...smallPhone, javaScriptEnabled });
        await page.goto(`${again}/career/${id}`);
        if (!javaScriptEnabled) await page.getByText('Een heel ander bedrijf.').waitFor();
        await page.locator('#happenedOn').fill('2026-03-05');
        await page.locator('#results').fill('Ik heb brood gevormd.');
        await page.locator('#evaluation').fill('Vroeg op, maar leuk.');
        await press(nl('career.close'));
        await page.getByRole('alert').waitFor();
        // Refused, with everything typed still there.
        expect(await page.locator('#results').inputValue()).toBe('Ik heb brood gevormd.');
        await page.getByLabel(nl('career.asks.wentWell'), { exact: true }).fill('Het vormen: alle broden gelijk.');
        await page.locator('#conclusion').fill('Ik vraag een stage.');
        expect(await sideways()).toBeLessThanOrEqual(0);
        await press(nl('career.close'));
        await page.getByText('Afgesloten op').waitFor();
        expect((await entriesOf(people.noor)).find((each) => each.id === id)?.closedAt).toBeDefined();
        await leave();
      },
      timeoutMs,
    );
  });

  it(
    'asks to look back on an activity that is for one’s career; the teacher sees whether, and not what',
    async () => {
      const teacher = await enter(people.teacher, desktop);
      const student = await personAt(house, people.bram);
      await page.goto(`${teacher}/overview`);
      await page.getByText(nl('career.notReflected')).first().waitFor();
      await page.goto(`${teacher}/students/${student}`);
      await page.getByText(nl('career.notReflected')).first().waitFor();
      await leave();

      const bram = await enter(people.bram, { ...smallPhone, bypassCSP: true });
      await page.goto(`${bram}/work`);
      await follow(nl('career.begin'));
      expect(await page.locator('#place').inputValue()).toBe('Van Beek Metaal');
      await press(nl('career.begin'));
      await page.getByLabel(nl('career.asks.everyDay'), { exact: true }).fill('Ja: je ziet wat je maakt.');
      await press(nl('career.save'));
      await page.getByText(nl('career.saved')).waitFor();
      await page.addScriptTag({ path: axe });
      expect(await page.evaluate('axe.run().then(({ violations }) => violations.map(({ id }) => id))')).toEqual([]);
      await page.goto(`${bram}/work`);
      await page.getByText(nl('career.card.done')).waitFor();
      expect(await sideways()).toBeLessThanOrEqual(0);
      expect(await entriesOf(people.bram)).toMatchObject([{ activity: house.activity.id, sharedWith: 'nobody' }]);
      await leave();

      const looking = await enter(people.teacher, desktop);
      await page.goto(`${looking}/students/${student}`);
      await page.getByText(nl('career.reflected')).waitFor();
      await follow(nl('career.of.link'));
      await page.getByText(nl('career.of.empty')).waitFor();
      await leave();
    },
    timeoutMs,
  );

  it(
    'gives the student her file as a PDF and as JSON, with what she ticked',
    async () => {
      const bram = await enter(people.bram, { ...smallPhone, acceptDownloads: true });
      await page.goto(`${bram}/career`);
      const boxes = page.locator('input[name=experience]');
      expect(await boxes.first().isChecked()).toBe(false);
      await boxes.first().check();
      const [pdf] = await Promise.all([page.waitForEvent('download'), press(nl('career.download.pdf'))]);
      expect(pdf.suggestedFilename()).toBe('loopbaan.pdf');
      const [json] = await Promise.all([page.waitForEvent('download'), press(nl('career.download.json'))]);
      const pieces: Buffer[] = [];
      for await (const piece of await json.createReadStream()) pieces.push(piece as Buffer);
      expect(JSON.parse(Buffer.concat(pieces).toString())).toMatchObject({
        placements: [{ company: 'Van Beek Metaal' }],
        experiences: [{ answers: [{ competence: 'motiveReflection', answer: 'Ja: je ziet wat je maakt.' }] }],
      });
      await leave();
    },
    timeoutMs,
  );
});
