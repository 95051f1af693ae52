import type { BrowserContext, Page } from 'playwright-core';
import type { Activity } from '@buitenboord/shared/domain/activity/assignment.js';
import { activities, platforms, ptas, refusedLaunches, visits } from '@buitenboord/shared/store/collections.js';
import { change, put } from '@buitenboord/shared/store/port.js';
import { dutchDay } from '@buitenboord/shared/domain/pta/school-year.js';
import { addDays, mondayOf } from '@buitenboord/shared/domain/safety/dutch-clock.js';
import type { Locale } from '@buitenboord/shared/text/text.js';
import { matchName } from '@buitenboord/shared/use-cases/people/match-name.js';
import { makeRegistrationLink } from '@buitenboord/shared/use-cases/school/add-school.js';
import { httpBrowser } from './http-browser.js';
import { aRefusedLaunch } from './records.js';
import { people, type RunningHouse } from './running-house.js';
import { aMember } from './school.js';
import { anEdition, plateWork, plateWorkSubtasks, sloId } from './programme.js';
import { aSampleIn } from './sample-in-house.js';
import { asksCompany, companyAssesses, handsIn, personAt, settles, walkIn, walkInWith } from './walked-work.js';

const [daan, fenna] = ['7', '8'];

/** A house in which every page has something to show. */
export interface FilledHouse {
  house: RunningHouse;
  /** Of a company that has not answered yet. */
  openLink: string;
  /** Of companies that answer only in the browser that shows them thanks. */
  lastLinks: Readonly<Record<Locale, string>>;
  /** In the career files of Daan and Fenna. */
  career: FilledCareers;
}

/** Ids of entries. */
interface FilledCareers {
  begun: string;
  open: string;
  closed: string;
}

/** Sanne is settled, Noor's grade was refused, Bram waits for the teacher, Daan is busy, Fenna waits for her company. */
export async function fillHouse(house: RunningHouse): Promise<FilledHouse> {
  for (const student of [people.sanne, people.bram, people.noor, fenna]) await handsIn(house, student);
  const busy = await walkIn(house, daan);
  await busy.post('/work/read', { step: 'task' });
  await companyAssesses(await asksCompany(house, people.sanne));
  await companyAssesses(await asksCompany(house, people.bram));
  await settles(house, '7,4', people.sanne);
  await anEdition(house.store);
  await coversSomething(house);
  house.lms.overrideGrade(house.lms.items(house.course.id)[0]!.id, people.noor, 4.2);
  await settles(house, '7,7', people.noor);
  const lastLinks = { nl: await asksCompany(house, people.noor), en: await asksCompany(house, daan) };
  await plansFor(house);
  await twoWithoutNames(house);
  const career = await fillsCareers(house);
  return { house, lastLinks, career, openLink: await asksCompany(house, fenna) };
}

/** Somebody whose name isn't shared, and somebody whom the teacher gave one. */
async function twoWithoutNames({ store, school, activity, lms }: RunningHouse): Promise<void> {
  const { course } = (await store.get(activities, { school, id: activity.id }))!;
  const nameless = { givenName: undefined, familyName: undefined, fullName: undefined };
  const [student] = await Promise.all(
    [1, 2].map(() => aMember(store, { school, course, issuer: lms.url }, 'student', nameless)),
  );
  const choice = { kind: 'typed', givenName: 'Noa', familyName: 'Kaya' } as const;
  await matchName({ store, now: () => new Date() }, { school, course, student: student!, by: 'test' }, choice);
}

/** Every state a subtask can be in, and words for some of its targets. */
async function coversSomething(house: RunningHouse): Promise<void> {
  const teacher = await walkIn(house, people.teacher);
  const sanne = await personAt(house, people.sanne);
  const mark = (subtask: number, fields: Record<string, string>) =>
    teacher.post(`/coverage/${plateWork}/mark`, { cell: `${sanne}.${plateWorkSubtasks[subtask]!}`, ...fields });
  await mark(0, { mark: 'doneCompany', on: '2026-06-09', place: 'Van Beek Metaal', shownBy: 'foto 1' });
  await mark(3, { mark: 'planSchool' });
  await mark(4, { mark: 'notPossible', reason: 'Geen meetbank.', elsewhere: 'Lokaal 12.' });
  const words = { [`student.${sloId(1)}`]: 'Tekening lezen.', [`company.${sloId(1)}`]: 'Tekening lezen.' };
  await teacher.post(`/programme/${plateWork}/texts/${plateWorkSubtasks[0]!}`, words);
}

/** Daan is 16 and works on a Sunday too; Fenna is 15. */
async function plansFor(house: RunningHouse): Promise<void> {
  const teacher = await walkIn(house, people.teacher);
  const fields = { kind: 'blockPlacement', setting: 'other', from: '09:00', to: '15:30', breaks: '30', action: 'save' };
  const thisYear = new Date().getFullYear();
  await teacher.post(`/students/${await personAt(house, daan)}/birth-date`, { bornOn: `${thisYear - 17}-01-01` });
  await teacher.post(`/students/${await personAt(house, fenna)}/birth-date`, { bornOn: `${thisYear - 15}-01-01` });
  const nextSunday = addDays(mondayOf(dutchDay(new Date())), 13);
  await teacher.post(`/students/${await personAt(house, daan)}/plan`, { ...fields, date: nextSunday });
}

/** Everything a page of a career file can show: an assignment half way, and an experience that is closed. */
async function fillsCareers(house: RunningHouse): Promise<FilledCareers> {
  const [student, teacher] = [await walkIn(house, daan), await walkIn(house, people.teacher)];
  const begin = async (fields: Record<string, string>) =>
    (await student.post('/career', { outsideSchool: 'yes', ...fields })).location!.split('/').at(-1)!;
  const chosen = { place: 'Bakkerij Vermeer', motivation: 'Ik bak thuis ook.', aim: 'Zien hoe een nacht gaat.' };
  const closed = await begin({ kind: 'companyVisit', title: 'Bij de bakker', ...chosen });
  const { motivation, aim } = chosen;
  await student.post(`/career/${closed}`, {
    ...{ title: 'Bij de bakker', place: chosen.place, motivation, aim, happenedOn: '2026-03-02', fitsMe: 'no' },
    ...{ results: 'Ik heb brood gevormd.', evaluation: 'Te vroeg op.', conclusion: 'Ik zoek iets anders.' },
    ...{ question0: 'wentWell', answer0: 'Het vormen: alle broden gelijk.', sharedWith: 'teachers', action: 'close' },
  });
  const open = await begin({ kind: 'sideJobExperience', title: 'Op de markt', ...chosen });
  const begun = await begin({
    kind: 'companyVisit',
    title: 'Bij de smid',
    isAssignment: 'yes',
    ...chosen,
    motivation: '',
  });
  const file = `/students/${await personAt(house, daan)}/career/${begun}`;
  const talk = { moment: 'before', heldOn: '2026-03-09', notes: 'Past bij PIE.', nextStep: 'Bellen.' };
  await teacher.post(`${file}/talk`, talk);
  await student.post(`/career/${begun}/talk`, { ...talk, notes: 'Ik ga bellen.' });
  await teacher.post(`${file}/waive`, { condition: 'outsideSchool', reason: 'De smid kwam naar school.' });
  return { begun, open, closed };
}

/** While the activity of the course is for one's career too. */
function forCareer({ store, school, activity }: RunningHouse, open: Opening): Opening {
  const aimAt = async (aims: Activity['aims']) => {
    const known = (await store.get(activities, { school, id: activity.id }))!;
    await store.commit([change(activities, known, { aims })]);
    return known.aims;
  };
  return async (page) => {
    const before = await aimAt(['learn', 'career']);
    await open(page);
    await aimAt(before);
  };
}

/** Opens a page of the house and leaves it as a person would see it. */
export type Opening = (page: Page) => Promise<unknown>;

/** How to open every page there is, with the visits of a browser that speaks this language. */
export async function pagesOf(filled: FilledHouse, context: BrowserContext, locale: Locale) {
  const { house } = filled;
  const enter = (walked: Awaited<ReturnType<typeof walkIn>>) => enterIn(house, context, locale, walked);
  const [busy, handedIn, settled, administrator] = await Promise.all(
    [daan, people.bram, people.sanne, people.administrator].map(async (who) => enter(await walkIn(house, who))),
  );
  const teacher = await enter(await walkIn(house, people.teacher));
  const picker = await enter(
    await walkInWith(house, house.lms.deepLinkForm(people.teacher, house.course.id, house.clientId)),
  );
  const samples = await aSampleIn(house);
  const student = async (who: string) => `${teacher}/students/${await personAt(house, who)}`;
  const { items } = await house.store.find(ptas, { where: { school: house.school }, limit: 1 });
  const line = items[0]!.line;
  const { platform, waiting } = await somethingWithPlatforms(house);
  const at =
    (url: string): Opening =>
    (page) =>
      page.goto(url);
  return {
    'the student’s page, busy': at(`${busy}/work`),
    'the student’s page, handed in': at(`${handedIn}/work`),
    'the student’s page, with a grade': at(`${settled}/work`),
    'the class': at(`${teacher}/overview`),
    'settling, before': at(await student(people.bram)),
    'settling, afterwards': at(await student(people.sanne)),
    'settling, with a grade that the LMS refused': at(await student(people.noor)),
    'the student’s own judgement': at(`${handedIn}/work/self`),
    'the three judges': at(`${await student(people.bram)}/assessment`),
    'when to assess': at(`${teacher}/moments`),
    'who was named for the school exam': at(`${teacher}/experts`),
    companies: at(`${teacher}/companies`),
    'the take-over list': at(`${teacher}/take-over`),
    'who is who': at(`${teacher}/names`),
    'what is stored': at(`${busy}/privacy`),
    'what is on its way': at(`${administrator}/school/outbox`),
    'the old keys': at(`${administrator}/school/old-keys`),
    'for what it counts': at(`${teacher}/counting`),
    'for whom the course is': at(`${teacher}/course-scope`),
    'asking for a right': at(`${teacher}/school/ask`),
    'the picker': at(`${picker}/picker`),
    'the choice': (page) => choose(page, `${picker}/picker`),
    'a new assignment': at(`${picker}/assignments/new`),
    'a new assignment with errors': (page) => sendEmpty(page, `${picker}/assignments/new`),
    'the list of PTAs': at(`${administrator}/pta`),
    'one PTA': at(`${administrator}/pta/${line}`),
    'the import of a PTA with errors': (page) => importNonsense(page, `${administrator}/pta/import`),
    'the import of a PTA, before storing': (page) => importPta(page, `${administrator}/pta/import`),
    'a component of a PTA': at(`${administrator}/pta/${line}/component?code=SE2`),
    'proposing a PTA': (page) => openDraft(page, administrator!, line),
    'copying PTAs': at(`${administrator}/pta/copy`),
    'how the school rounds': at(`${administrator}/pta/rounding`),
    'the school exam': at(`${administrator}/school-exam`),
    'the school exam of a student': at(`${administrator}/school-exam/${await personAt(house, people.sanne)}`),
    'the schedules': at(`${teacher}/plans`),
    'a schedule, without a date of birth': at(`${await student(people.noor)}/plan`),
    'a schedule that waits for approval': at(`${await student(daan)}/plan`),
    'a schedule that is refused': async (page) => planTooLong(page, `${await student(fenna)}/plan`),
    'the student’s own days': at(`${busy}/work/plan`),
    'may a student do this': at(
      `${teacher}/age-check?asked=yes&age=15&kind=blockPlacement&from=08:00&to=17:00&hazard=noise`,
    ),
    'is an agreement needed': at(`${teacher}/agreement-check?asked=yes&kind=blockPlacement&days=10&factor=work`),
    'the kinds of activities': at(`${administrator}/school/kinds`),
    'the quality samples': at(`${teacher}/samples`),
    'a quality sample': at(`${teacher}/samples/${samples.sample}`),
    'a case to judge': at(`${administrator}/sample-cases/${samples.blind}`),
    'a case to decide': at(`${teacher}/sample-cases/${samples.judged}`),
    'the exam file': at(`${teacher}/school-exam/${await personAt(house, people.sanne)}/file`),
    'the school': at(`${administrator}/school`),
    'one platform': at(`${administrator}/school/platforms/${platform}`),
    'a platform that waits': at(`${administrator}/school/platforms/${waiting}`),
    'a platform, tested': (page) => testPlatform(page, `${administrator}/school/platforms/${platform}`),
    'letting a platform go': at(`${administrator}/school/platforms/${platform}/stop`),
    'connecting a platform': at(`${administrator}/school/connect`),
    'connecting a platform with errors': (page) => connectNothing(page, `${administrator}/school/connect`),
    'the mailbox': at(`${house.toolUrl}/mailbox`),
    'the student’s page that asks to look back': forCareer(house, at(`${settled}/work`)),
    'settling what a student didn’t look back on': forCareer(house, at(await student(people.sanne))),
    'an empty career file': at(`${handedIn}/career`),
    'a career file': at(`${busy}/career`),
    'a new experience': at(`${busy}/career/new`),
    'an experience that has begun': at(`${busy}/career/${filled.career.begun}`),
    'an experience that is refused': (page) => closeTooEarly(page, `${busy}/career/${filled.career.open}`),
    'an experience that is closed': at(`${busy}/career/${filled.career.closed}`),
    'what a student shows of her career': at(`${await student(daan)}/career`),
    'the company’s front': at(`${filled.openLink}?lang=${locale}`),
    'the company’s task': (page) => openLink(page, filled.openLink, locale, '/task'),
    'the company’s question': (page) => openLink(page, filled.openLink, locale, '/question/1'),
    'the company’s summary': (page) => openLink(page, filled.openLink, locale, '/summary'),
    'the company’s thanks': (page) => openThanks(page, filled.lastLinks[locale], locale),
    'the electives of the class': at(`${teacher}/coverage`),
    'the grid of an elective': at(`${teacher}/coverage/${plateWork}`),
    'the grid, refused': (page) => markNothing(page, `${teacher}/coverage/${plateWork}`),
    'one student’s elective': at(`${teacher}/coverage/${plateWork}/students/${await personAt(house, people.sanne)}`),
    'giving an elective': at(`${teacher}/coverage/choose?elective=${plateWork}&days=4&hoursPerDay=7`),
    'the student’s electives': at(`${settled}/electives`),
    'the catalogue': at(`${administrator}/programme?profile=PIE`),
    'an elective': at(`${teacher}/programme/${plateWork}`),
    'plain words for a subtask': at(`${teacher}/programme/${plateWork}/texts/${plateWorkSubtasks[0]!}`),
    'the sheet for a company': at(`${teacher}/programme/${plateWork}/company-sheet`),
    registration: (page) => openRegistration(page, house),
    'a link without an assignment': at(`${await enter(await walkIn(house, people.noor, emptyLink(house)))}/welcome`),
    'an error': at(`${house.toolUrl}/v/none/work`),
    'a new window': (page) => openNewWindow(page, house, locale),
    'a frame that was reloaded': async (page) => page.goto(await withoutProof(house, locale)),
  } satisfies Record<string, Opening>;
}

/** As a teacher makes one in the LMS by hand. */
function emptyLink({ lms, clientId, course, toolUrl }: RunningHouse): string {
  return lms.addActivity({ clientId, courseId: course.id, name: 'Met de hand', url: `${toolUrl}/lti/launch` }).id;
}

export type PageName = keyof Awaited<ReturnType<typeof pagesOf>>;

/** Nothing is ticked. */
async function markNothing(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await Promise.all([
    page.waitForResponse((response) => response.status() === 422),
    page.locator('#mark button').click(),
  ]);
}

async function enterIn(
  { store, school }: RunningHouse,
  context: BrowserContext,
  locale: Locale,
  walked: Awaited<ReturnType<typeof walkIn>>,
): Promise<string> {
  const id = walked.url.split('/v/')[1]!;
  const visit = (await store.get(visits, { school, id }))!;
  await store.commit([change(visits, visit, { locale })]);
  await walked.giveTo(context);
  return walked.url;
}

async function closeTooEarly(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator('button[value=close]').click();
  await page.getByRole('alert').waitFor();
}

async function choose(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator('input[name=choose]').first().check();
  await page.locator('.sticky button').click();
  await page.waitForURL(/choice/u);
}

/** A working day of eight hours, at 15. */
async function planTooLong(page: Page, url: string): Promise<void> {
  await page.goto(url);
  const soon = addDays(mondayOf(dutchDay(new Date())), 8);
  await page.locator('#first').fill(soon);
  await page.locator('#last').fill(addDays(soon, 1));
  await page.locator('#fillFrom').fill('08:00');
  await page.locator('#fillTo').fill('16:30');
  await Promise.all([
    page.waitForResponse((response) => response.status() === 422),
    page.locator('button[value=save]').last().click(),
  ]);
}

async function sendEmpty(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.evaluate(() => document.querySelectorAll('form').forEach((form) => (form.noValidate = true)));
  await page.locator('main form button:not([type=button])').last().click();
  await page.locator('.error').first().waitFor();
}

async function importNonsense(page: Page, url: string): Promise<void> {
  await page.goto(url);
  const buffer = Buffer.from('cohort;leerweg;component\r\n20x5;zz;\r\n');
  await page.locator('input[type=file]').setInputFiles({ name: 'pta.csv', mimeType: 'text/csv', buffer });
  await Promise.all([
    page.waitForResponse((response) => response.status() === 422),
    page.locator('main form button').last().click(),
  ]);
}

/** A file that says everything but for whom it is. */
const ownPta = `Toets;Naam;Inhoud;Soort;Beoordeling;Weging;Periode
SE1;Theorie;Lassymbolen en materialen;toets;cijfer;1;periode 2
SE2;Lasproef;Een hoeklas maken;praktijk;cijfer;2;periode 3`;

async function importPta(page: Page, url: string): Promise<void> {
  await page.goto(url);
  const file = { name: 'pta.csv', mimeType: 'text/csv', buffer: Buffer.from(ownPta) };
  await page.locator('input[type=file]').setInputFiles(file);
  const sent = (status: number) => page.waitForResponse((response) => response.status() === status);
  await Promise.all([sent(422), page.locator('form[action$="/pta/import"] button').click()]);
  await page.locator('select[name="column-0"]').selectOption('component');
  const told = {
    cohort: '2025',
    leerweg: 'kb',
    schoolYear: '2026-2027',
    subjectCode: '1328',
    subjectTitle: 'Booglassen',
  };
  for (const [name, value] of Object.entries(told)) await page.locator(`#fixed-${name}`).fill(value);
  await page.locator('select[name="column-1"]').selectOption('title');
  await Promise.all([sent(200), page.locator('form[action$="/preview"] button').click()]);
  await page.locator('form[action$="/store"]').waitFor();
}

/** The step before proposing; a draft is made the first time. */
async function openDraft(page: Page, administrator: string, line: string): Promise<void> {
  await page.goto(`${administrator}/pta/${line}/propose`);
  if ((await page.locator('form[action$="/propose"]').count()) > 0) return;
  await page.goto(`${administrator}/pta/${line}/component?code=HO1`);
  await page.locator('#period').fill('');
  await page.locator('#content').fill('');
  await page.locator('form[action$="/component"] button').click();
  await page.waitForURL(new RegExp(`/pta/${line}$`, 'u'));
  await page.goto(`${administrator}/pta/${line}/propose`);
}

async function testPlatform(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator('form[action$="/platform/test"] button').click();
  await page.locator('[data-step=roster]').waitFor();
}

async function connectNothing(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator('select[name=product]').selectOption('unknown');
  await page.locator('form[action$="/connect"] button').click();
  await page.locator('.error').first().waitFor();
}

/** Launches that were refused, and another registration of the same LMS that waits. */
async function somethingWithPlatforms({ store, school }: RunningHouse): Promise<{ platform: string; waiting: string }> {
  const { items } = await store.find(platforms, { where: { school, state: 'active' }, limit: 1 });
  const [active] = items;
  const waiting = 'waits-for-a-yes';
  if (!(await store.get(platforms, { id: waiting }))) {
    const { id, version: _version, ...record } = active!;
    const at = new Date().toISOString();
    const refused = aRefusedLaunch({ schoolId: school, platformId: id, at });
    const clock = { step: 'hasNotExpired', code: 'launch/expired', facts: { secondsAgo: 340 } } as const;
    await store.commit([
      put(platforms, { id: waiting }, { ...record, clientId: 'a-new-client', state: 'pending' }, 0),
      put(refusedLaunches, { id: 'refused-1' }, refused, 0),
      put(refusedLaunches, { id: 'refused-2' }, { ...refused, ...clock, reference: 'refused-2' }, 0),
    ]);
  }
  return { platform: active!.id, waiting };
}

/** As a supervisor who pressed the button of the front, in her language. */
async function openLink(page: Page, link: string, locale: Locale, path: string): Promise<void> {
  await page.goto(link);
  await page.locator('main form button').click();
  await page.goto(`${link}/task?lang=${locale}`);
  const begin = page.locator('form[action$="/begin"] button');
  if (path.startsWith('/question') && (await begin.count())) await begin.click();
  if (path !== '/task') await page.goto(`${link}${path}`);
}

/** Answered meanwhile, which only a browser that was in already may see. */
async function openThanks(page: Page, link: string, locale: Locale): Promise<void> {
  await openLink(page, link, locale, '/task');
  await companyAssesses(link);
  await page.goto(`${link}/thanks`);
}

async function openRegistration(page: Page, { store, school, toolUrl, lms }: RunningHouse): Promise<void> {
  const { secret } = await makeRegistrationLink(
    { store, now: () => new Date() },
    { school, autoConfirm: false, actor: 'test' },
  );
  const configuration = encodeURIComponent(`${lms.url}/mod/lti/openid-configuration.php`);
  await page.goto(`${toolUrl}/lti/register/${secret}?openid_configuration=${configuration}&registration_token=x`);
}

/** The page of a frame without cookies, in a window where no platform shows what it kept. */
async function withoutProof(house: RunningHouse, locale: Locale): Promise<string> {
  const { url } = await walkIn(house, people.bram);
  const id = url.split('/v/')[1]!;
  const visit = (await house.store.get(visits, { school: house.school, id }))!;
  await house.store.commit([change(visits, visit, { locale, comeBack: 'kept by the platform' })]);
  return `${url}/work`;
}

/** What a frame without cookies is answered, in a page. */
async function openNewWindow(page: Page, house: RunningHouse, locale: Locale): Promise<void> {
  const oneWhoSpeaksEnglish = '10';
  const who = locale === 'en' ? oneWhoSpeaksEnglish : people.teacher;
  const { text } = await httpBrowser().launch(house.lms.launchForm(who, house.activity.link), { noCookies: true });
  const url = `${house.toolUrl}/shown`;
  await page.route(url, (route) => route.fulfill({ contentType: 'text/html', body: text }));
  await page.goto(url);
}
