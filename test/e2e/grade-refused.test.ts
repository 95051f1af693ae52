import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { deliveries } from '@buitenboord/shared/store/collections.js';
import { textIn } from '@buitenboord/shared/text/text.js';
import { describeWithBrowser, desktop, launchBrowser } from '../support/browser.js';
import { enterCourse, eventually, openActivity } from '../support/lms-walk.js';
import { people, startHouse, type RunningHouse } from '../support/running-house.js';
import { handsIn, settles } from '../support/walked-work.js';

const nl = textIn('nl');
const lms = 'Moodle';

describeWithBrowser('a grade that the LMS does not take', () => {
  let house: RunningHouse;
  let browser: Browser;
  let teacher: Page;
  let column: string;

  beforeAll(async () => {
    house = await startHouse();
    browser = await launchBrowser();
    teacher = await enterCourse(await browser.newContext({ ...desktop, locale: 'nl-NL' }), house, people.teacher);
    column = house.lms.items(house.course.id).find(({ label }) => label === house.activity.title)!.id;
    const students = [people.sanne, people.bram, people.noor, '7', '8'];
    await Promise.all(students.map((person) => handsIn(house, person)));
    house.lms.setSuspended(house.course.id, '7');
  });
  afterAll(async () => {
    await browser.close();
    await house.stop();
  });

  const inLms = (person: string) => house.lms.gradeOf(column, person)?.score;
  /** Opens the overview until it says so about the student. */
  const sees = async (name: string, words: string): Promise<FrameLocator> => {
    const frame = teacher.frameLocator('#contentframe');
    const shown = await eventually(
      async () => {
        await openActivity(teacher, house);
        return frame.getByRole('row', { name }).locator('.pill').innerText();
      },
      (pill) => pill.includes(words),
    );
    expect(shown).toContain(words);
    return frame;
  };
  const lockInLms = async (button: string) => {
    await teacher.goto(`${house.lms.url}/grade/report/index.php?id=${house.course.id}`);
    await teacher.getByRole('button', { name: button }).click();
  };

  /** Presses a button of the note, and waits until the page answered. */
  const decide = async (frame: FrameLocator, name: string): Promise<void> => {
    const button = frame.getByRole('button', { name });
    await button.click();
    await button.waitFor({ state: 'detached' });
  };

  it('says that the column is locked and what to do, and goes on after a press when it no longer is', async () => {
    await lockInLms('Zet op slot');
    await settles(house, '6,4');
    const frame = await sees('Sanne de Wit', nl('delivery.short.column-locked'));
    expect(inLms(people.sanne)).not.toBe(6.4);
    await frame.getByRole('link', { name: nl('overview.do.what') }).click();
    await frame.getByText(nl('delivery.why.column-locked', { lms })).waitFor();
    // It is tried some times by itself, for a platform that was only out of breath: until then it would go on without a press.
    const where = { school: house.school, state: 'parked' as const };
    const parked = async () => (await house.store.find(deliveries, { where })).items.length;
    expect(await eventually(parked, (count) => count > 0, 60_000)).toBe(1);
    await lockInLms('Haal van slot');
    const again = await sees('Sanne de Wit', nl('delivery.short.column-locked'));
    await again.getByRole('link', { name: nl('overview.do.what') }).click();
    await decide(again, nl('delivery.retry'));
    await sees('Sanne de Wit', nl('standing.inGradebook', { lms }));
    expect(inLms(people.sanne)).toBe(6.4);
  }, 90_000);

  it('leaves what the teacher typed in the LMS, when she says so', async () => {
    house.lms.overrideGrade(column, people.bram, 8.1);
    await settles(house, '5,9', people.bram);
    const frame = await sees('Bram Yıldız', nl('delivery.short.changed-in-lms', { lms }));
    await frame.getByRole('link', { name: nl('overview.do.what') }).click();
    await frame.getByText(nl('delivery.why.changed-in-lms', { lms, found: '8,1' })).waitFor();
    await decide(frame, nl('delivery.leave', { found: '8,1' }));
    await frame.getByRole('heading', { name: 'Bram Yıldız', exact: true }).waitFor();
    await openActivity(teacher, house);
    expect(await frame.getByRole('row', { name: 'Bram Yıldız' }).locator('.pill').innerText()).not.toContain('!');
    expect(inLms(people.bram)).toBe(8.1);
  });

  it('puts our grade over it, when she says so and the LMS lets us', async () => {
    house.lms.overrideGrade(column, people.noor, 4.2);
    await settles(house, '7,7', people.noor);
    const frame = await sees('Noor el Amrani', nl('delivery.short.changed-in-lms', { lms }));
    await frame.getByRole('link', { name: nl('overview.do.what') }).click();
    house.lms.overrideGrade(column, people.noor, null);
    await decide(frame, nl('delivery.overwrite', { grade: '7,7' }));
    await sees('Noor el Amrani', nl('standing.inGradebook', { lms }));
    expect(inLms(people.noor)).toBe(7.7);
  });

  it('shows a suspended student as gone, and still gets the grade there, as Moodle allows', async () => {
    const frame = await openActivity(teacher, house);
    // The list was read when the students came in; Daan was suspended after that.
    await frame.getByRole('button', { name: nl('roster.refresh') }).click();
    await frame.getByRole('row', { name: 'Daan Janssen' }).getByText(nl('overview.left')).waitFor();
    await settles(house, '8,0', '7');
    await sees('Daan Janssen', nl('standing.inGradebook', { lms }));
    expect(inLms('7')).toBe(8);
  });

  it('says so when the LMS answers what nobody understands, and goes on after a press', async () => {
    house.lms.failNext({ match: /\/scores/u, method: 'POST', mode: 'status', status: 400 });
    await settles(house, '6,6', '8');
    const frame = await sees('Fenna Bos', nl('delivery.short.other'));
    await frame.getByRole('link', { name: nl('overview.do.what') }).click();
    await frame.getByText(nl('delivery.why.answer-not-understood', { lms })).waitFor();
    await decide(frame, nl('delivery.retry'));
    await sees('Fenna Bos', nl('standing.inGradebook', { lms }));
    expect(inLms('8')).toBe(6.6);
  });
});
