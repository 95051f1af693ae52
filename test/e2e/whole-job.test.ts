import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import exifr from 'exifr';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { handIns } from '@buitenboord/shared/store/collections.js';
import { textIn } from '@buitenboord/shared/text/text.js';
import { describeWithBrowser, desktop, launchBrowser, phone, watchForComplaints } from '../support/browser.js';
import { journey } from '../support/journey.js';
import { enterCourse, eventually, openActivity } from '../support/lms-walk.js';
import { aPhoneJpeg } from '../support/media-files.js';
import { people, startHouse, type RunningHouse } from '../support/running-house.js';
import { fillNewAssignment } from '../support/assignment-typing.js';

const nl = textIn('nl');
const task = 'Poort lassen';
const formative = 'Brood bakken bij de bakker';

describeWithBrowser('the whole job, from adding an assignment to the grade in the gradebook', () => {
  let house: RunningHouse;
  let browser: Browser;
  let teacher: Page;
  let student: Page;
  let supervisor: Page;
  const complaints: string[][] = [];
  const step = journey();

  const open = async (options: object): Promise<BrowserContext> => {
    const context = await browser.newContext({ ...options, locale: 'nl-NL' });
    context.setDefaultTimeout(10_000);
    complaints.push(watchForComplaints(context));
    return context;
  };
  const columnOf = (label: string) => house.lms.items(house.course.id).find((item) => item.label === label);
  const gradeInLms = () => house.lms.gradeOf(columnOf(task)!.id, people.sanne);
  const overview = () => openActivity(teacher, house, task);
  const work = () => openActivity(student, house, task);

  beforeAll(async () => {
    house = await startHouse();
    browser = await launchBrowser();
    teacher = await enterCourse(await open(desktop), house, people.teacher);
    student = await enterCourse(await open(phone), house, people.sanne);
    supervisor = await (await open(phone)).newPage();
  });
  afterAll(async () => {
    await browser.close();
    await house.stop();
  });
  afterEach(() => expect(complaints.flat()).toEqual([]));

  step(
    'adds a new assignment that counts and one of the bank that does not, in one go, without leaving the LMS',
    async () => {
      await teacher.getByRole('link', { name: 'Activiteit toevoegen' }).click();
      await teacher.getByRole('link', { name: 'Kies inhoud' }).click();
      const frame = teacher.frameLocator('#contentframe');
      await frame.getByRole('link', { name: nl('picker.new') }).click();
      await fillNewAssignment(frame, nl, task);
      await frame.getByRole('button', { name: nl('assignment.save') }).click();
      expect(await frame.getByLabel(task, { exact: true }).isChecked()).toBe(true);
      await frame.getByLabel(formative, { exact: true }).check();
      await frame.getByRole('button', { name: nl('picker.goOn') }).click();
      const counts = frame.getByRole('region', { name: task }).getByLabel(nl('choice.countsFor'));
      const numbered = await counts.locator('option', { hasText: /^SE2/u }).getAttribute('value');
      await counts.selectOption(numbered);
      await frame.getByRole('region', { name: task }).getByLabel(nl('choice.due')).fill('2030-06-09');
      await frame.getByRole('button', { name: nl('choice.add', { count: 2 }) }).click();
      await teacher.getByRole('button', { name: 'Opslaan en terug naar cursus' }).click();
      await teacher.getByRole('link', { name: task }).waitFor();
      expect(columnOf(task)).toMatchObject({ maximum: 10, resourceId: 'SE2', tag: 'SE2' });
      expect(columnOf(formative)).toBeUndefined();
    },
  );

  step('lets a student on a phone read, show photos and tell', async () => {
    const frame = await work();
    await frame.getByRole('button', { name: nl('work.haveRead') }).click();
    await frame.getByText(nl('work.now.safety')).waitFor();
    await frame.getByRole('button', { name: nl('work.haveRead') }).click();
    const photos = await Promise.all([aPhoneJpeg(), aPhoneJpeg({ width: 600, height: 900, orientation: 6 })]);
    for (const [index, buffer] of photos.entries()) {
      await frame
        .locator('input[type=file][name=photo]')
        .first()
        .setInputFiles({ name: `IMG_${index}.jpg`, mimeType: 'image/jpeg', buffer });
      await frame.getByText(nl('work.step.count', { have: index + 1, asked: 2 })).waitFor();
    }
    await frame
      .getByLabel(nl('work.step.text', { sentences: 3 }))
      .fill('De poort hangt. Hij is recht. Ik ben er trots op.');
    await frame.getByRole('button', { name: nl('work.text.save') }).click();
    await frame.getByText(nl('work.now.handIn')).waitFor();
  });

  step('hands in, takes back and hands in again, and keeps both versions', async () => {
    const frame = student.frameLocator('#contentframe');
    await frame.getByRole('button', { name: nl('work.handIn'), exact: true }).click();
    await frame.getByText(nl('work.handedIn.teacher')).waitFor();
    await frame.getByRole('button', { name: nl('work.takeBack') }).click();
    await frame.getByRole('button', { name: nl('work.handIn'), exact: true }).click();
    await frame.getByText(nl('work.handedIn.teacher')).waitFor();
    const { items } = await house.store.find(handIns, { where: { school: house.school } });
    expect(items.map(({ number, takenBackAt }) => [number, takenBackAt !== undefined]).sort()).toEqual([
      [1, true],
      [2, false],
    ]);
  });

  step('tells nobody where a photo was taken', async () => {
    const frame = student.frameLocator('#contentframe');
    await frame
      .locator('details', { hasText: nl('work.step.file', { kind: 'photo', count: 2 }) })
      .first()
      .click();
    const links = frame.getByRole('link', { name: /^Foto \d/u });
    expect(await links.count()).toBe(2);
    for (const link of await links.all()) {
      const download = student.waitForEvent('download');
      await link.click();
      const photo = await readFile(await (await download).path());
      expect(photo.subarray(0, 2).toString('hex')).toBe('ffd8');
      expect(await exifr.gps(photo)).toBeUndefined();
      expect(photo.includes('SECRET-DESCRIPTION')).toBe(false);
    }
  });

  step('asks the company by mail', async () => {
    const frame = await overview();
    await frame.getByText(nl('overview.todo.toInvite', { name: 'Sanne de Wit' })).waitFor();
    await frame.getByRole('link', { name: nl('overview.do.invite') }).click();
    await frame.getByLabel(nl('company.form.name')).fill('Van Beek Metaal');
    await frame.getByLabel(nl('company.form.contactName')).fill('Piet van Beek');
    await frame.getByLabel(nl('company.form.contactEmail')).fill('piet@vanbeek.example');
    await frame.getByRole('button', { name: nl('company.form.save') }).click();
    await frame.getByText('piet@vanbeek.example').first().waitFor();
  });

  step('shows the supervisor the school only, until a button is pressed', async () => {
    const mail = supervisor.locator('a[href*="/link/"]');
    await eventually(
      async () => {
        await supervisor.goto(`${house.toolUrl}/mailbox`);
        return mail.count();
      },
      (count) => count > 0,
    );
    await mail.first().click();
    const shown = await supervisor.locator('body').innerText();
    expect(shown).toContain('Esdoorncollege');
    expect(shown).not.toMatch(/Sanne|Van Beek|Poort/u);
  });

  step('lets the supervisor assess on a phone within ninety seconds', async () => {
    const beganAt = Date.now();
    await supervisor.getByRole('button', { name: nl('link.view') }).click();
    await supervisor.getByRole('heading', { name: nl('link.task.title', { name: 'Sanne' }) }).waitFor();
    expect(await supervisor.locator('body').innerText()).not.toContain('de Wit');
    await supervisor.getByRole('button', { name: nl('link.task.begin') }).click();
    for (const number of [1, 2, 3]) {
      await supervisor.getByText(nl('link.question.progress', { number, count: 3 })).waitFor();
      await supervisor
        .getByRole('button', { name: nl(number === 2 ? 'link.level.sufficient' : 'link.level.good') })
        .click();
    }
    await supervisor.getByLabel(nl('link.summary.remark')).fill('Werkt netjes.');
    await supervisor.getByRole('button', { name: nl('link.summary.done') }).click();
    await supervisor.getByRole('heading', { name: nl('link.thanks.title') }).waitFor();
    expect(Date.now() - beganAt).toBeLessThan(90_000);
  });

  step('settles the suggested grade with one button, and the grade stands in the gradebook', async () => {
    const frame = await overview();
    await frame.getByRole('link', { name: nl('overview.do.look') }).click();
    await frame.getByText('Werkt netjes.').waitFor();
    const photo = teacher.waitForEvent('download');
    await frame
      .getByRole('link', { name: nl('evidence.photo') })
      .first()
      .click();
    expect((await readFile(await (await photo).path())).subarray(0, 2).toString('hex')).toBe('ffd8');
    await frame.getByLabel(nl('settle.own')).fill('7,0');
    await frame.getByRole('button', { name: nl('settle.suggest') }).click();
    await frame.getByText(nl('settle.suggested')).waitFor();
    const grade = frame.getByRole('textbox', { name: nl('settle.grade'), exact: true });
    // Good, sufficient, good: (8,5 + 6,5 + 8,5) / 3 × 40 % + 7,0 × 60 %.
    expect(await grade.inputValue()).toBe('7,3');
    await frame.getByLabel(nl('settle.remark', { name: 'Sanne de Wit' })).fill('Mooi recht.');
    await frame.getByRole('button', { name: nl('settle.settleGrade', { grade: '7,3' }) }).click();
    await frame
      .getByText(/Vastgesteld/u)
      .first()
      .waitFor();
    expect(await eventually(gradeInLms, (found) => found?.score === 7.3)).toMatchObject({ score: 7.3 });
  });

  step('says that the grade stands in Moodle, after reading it back', async () => {
    const pill = await eventually(
      async () => (await overview()).getByRole('row', { name: /Sanne/u }).locator('.pill').innerText(),
      (words) => words.includes('Moodle'),
    );
    expect(pill).toContain(nl('standing.inGradebook', { lms: 'Moodle' }));
    await teacher.goto(`${house.lms.url}/grade/report/index.php?id=${house.course.id}`);
    expect(await teacher.getByLabel(`${task} van Sanne de Wit`).inputValue()).toBe('7,3');
  });

  step('lists the grade for the student system, in a file that a Dutch spreadsheet opens', async () => {
    const frame = await overview();
    await frame.getByRole('link', { name: nl('overview.takeOver') }).click();
    await frame.getByRole('row', { name: /Sanne de Wit/u }).waitFor();
    const download = teacher.waitForEvent('download');
    await frame.getByRole('link', { name: nl('takeOver.csv') }).click();
    const file = await readFile(await (await download).path());
    expect(file.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const line = file
      .toString('utf8')
      .split('\r\n')
      .find((each) => each.includes('Sanne'))!;
    expect(line.split(';').length).toBeGreaterThan(4);
    expect(line).toContain('7,3');
    expect(line).toContain('0012345');
  });

  step('changes a settled grade with a reason only, and the LMS has the new one', async () => {
    const frame = await overview();
    await frame.getByRole('link', { name: 'Sanne de Wit' }).click();
    const grade = frame.getByRole('textbox', { name: nl('settle.grade'), exact: true });
    const change = frame.locator('#settle').getByRole('button').last();
    await grade.fill('7,8');
    await change.click();
    await frame.getByText(nl('problem.grade/reason-needed')).first().waitFor();
    expect(await grade.inputValue()).toBe('7,8');
    await frame.getByLabel(nl('settle.reason')).fill('Ik had de tweede naad niet gezien.');
    await change.click();
    await frame.getByText(nl('settle.history')).waitFor();
    expect(await eventually(gradeInLms, (found) => found?.score === 7.8)).toMatchObject({ score: 7.8 });
  });

  step('shows the student the result', async () => {
    const frame = await work();
    await frame.getByText(nl('work.settled')).waitFor();
    const page = await frame.locator('body').innerText();
    expect(page).toContain('7,8');
    expect(page).toContain('Mooi recht.');
  });
});
