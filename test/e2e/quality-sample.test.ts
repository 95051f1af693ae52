import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { sampleCases, settledGrades, visits } from '@buitenboord/shared/store/collections.js';
import { change } from '@buitenboord/shared/store/port.js';
import { textIn, type Locale } from '@buitenboord/shared/text/text.js';
import { giveGrant } from '@buitenboord/shared/use-cases/school/grant-role.js';
import { describeWithBrowser, desktop, launchBrowser, phone, watchForComplaints } from '../support/browser.js';
import { people, startHouse, type RunningHouse } from '../support/running-house.js';
import { handsIn, personAt, settles, walkIn } from '../support/walked-work.js';

describeWithBrowser('a quality sample, in a browser', () => {
  let house: RunningHouse;
  let browser: Browser;
  const complaints: string[][] = [];

  beforeAll(async () => {
    house = await startHouse();
    browser = await launchBrowser();
    await handsIn(house);
    await settles(house, '8,3');
    await walkIn(house, people.administrator);
    const person = await personAt(house, people.administrator);
    const deps = { store: house.store, now: () => new Date() };
    for (const role of ['examiner', 'examSecretary'] as const)
      await giveGrant(deps, { school: house.school, person, role, actor: 'test' });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await house.stop();
  });

  async function enter(person: string, locale: Locale, options: object): Promise<{ page: Page; url: string }> {
    const context = await browser.newContext({ ...options, locale });
    context.setDefaultTimeout(8000);
    complaints.push(watchForComplaints(context));
    const walked = await walkIn(house, person);
    const visit = (await house.store.get(visits, { school: house.school, id: walked.url.split('/v/')[1]! }))!;
    await house.store.commit([change(visits, visit, { locale })]);
    await walked.giveTo(context);
    return { page: await context.newPage(), url: walked.url };
  }

  const newest = async () => {
    const { items } = await house.store.find(settledGrades, { where: { school: house.school } });
    return [...items].sort((one, other) => other.revision - one.revision)[0]?.value;
  };

  describe.each<[Locale, object, string]>([
    ['nl', phone, '7,8'],
    ['en', desktop, '7.2'],
  ])('%s', (locale, options, adjusted) => {
    it('goes from the draw to an adjusted grade, and the second assessor never sees the first grade before', async () => {
      const text = textIn(locale);
      const before = (await newest())!;
      const first =
        before.kind === 'tenths'
          ? `${Math.trunc(before.tenths / 10)}${locale === 'nl' ? ',' : '.'}${before.tenths % 10}`
          : '';
      const teacher = await enter(people.teacher, locale, options);
      await teacher.page.goto(`${teacher.url}/samples`);
      await teacher.page.getByLabel(text('sample.count'), { exact: true }).fill('1');
      await teacher.page.getByRole('button', { name: text('sample.draw'), exact: true }).click();
      await teacher.page.getByText(text('sample.how.number', { count: 1 })).waitFor();
      const { items } = await house.store.find(sampleCases, { where: { school: house.school, state: 'drawn' } });
      const path = `/sample-cases/${items[0]!.id}`;
      await teacher.page.goto(teacher.url + path);
      await teacher.page.getByLabel(text('sample.school.seen')).fill('Nog een frame');
      await teacher.page.getByRole('button', { name: text('sample.school.keep') }).click();
      await teacher.page.getByText(text('sample.refused.settled-it')).waitFor();

      const assessor = await enter(people.administrator, locale, options);
      await assessor.page.goto(assessor.url + path);
      expect(await assessor.page.content()).not.toContain(first);
      await assessor.page.getByLabel(text('sample.second.grade')).fill(adjusted);
      await assessor.page.getByLabel(text('sample.second.promise')).check();
      await assessor.page.getByRole('button', { name: text('sample.second.give') }).click();
      await assessor.page.getByRole('heading', { name: text('sample.compare') }).waitFor();
      expect(await assessor.page.content()).toContain(first);

      await teacher.page.goto(teacher.url + path);
      await teacher.page.getByRole('radio', { name: text('sample.decide.adjust') }).check();
      await teacher.page.getByLabel(text('sample.decide.reason')).fill('Samen bekeken');
      await teacher.page.getByRole('button', { name: text('sample.decide.do') }).click();
      await teacher.page.getByText('Samen bekeken').waitFor();
      expect(await newest()).toEqual({ kind: 'tenths', tenths: Number(adjusted.replace(/[,.]/u, '')) });
    });
  });

  it('complained nowhere', () => {
    expect(complaints.flat()).toEqual([]);
  });
});
