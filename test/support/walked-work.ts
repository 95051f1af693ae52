import type { BrowserContext } from 'playwright-core';
import { identities } from '@buitenboord/shared/store/collections.js';
import type { StartedLaunch } from '../practice-lms/practice-lms.js';
import { httpBrowser } from './http-browser.js';
import { eventually } from './lms-walk.js';
import { aPhoneJpeg } from './media-files.js';
import { people, type RunningHouse } from './running-house.js';

/** Somebody who came in through the LMS, without a browser's pages: quick, for what a test needs to find already done. */
export function walkIn(house: RunningHouse, person: string, link = house.activity.link) {
  return walkInWith(house, house.lms.launchForm(person, link));
}

/** The same with a launch of any kind: the picker's too. */
export async function walkInWith(house: RunningHouse, launch: StartedLaunch) {
  const browser = httpBrowser();
  const { location = '' } = await browser.launch(launch);
  const id = /^\/v\/([^/]+)/u.exec(location)![1]!;
  const [visit, token] = [`${house.toolUrl}/v/${id}`, house.formToken(id)];
  // As a browser does: the student's page makes her work.
  await openFirstPage(browser, house.toolUrl + location);
  return {
    /** `/v/<visit>`, with the tool's address in front. */
    url: visit,
    /** Lets a real browser go on with this visit, in a tab of its own. */
    giveTo: (context: BrowserContext) => {
      // Playwright insists on https for a secure cookie; the browser sends it to localhost anyway.
      const url = house.toolUrl.replace('http:', 'https:');
      const given = { url, secure: true, sameSite: 'None' as const };
      return context.addCookies([...browser.jar].map(([name, value]) => ({ ...given, name, value })));
    },
    page: async (path: string) => (await browser.get(visit + path)).text,
    post: (path: string, fields: Record<string, string> = {}) => browser.post(visit + path, { token, ...fields }),
    /** A form with a file, as a browser without script sends it. */
    async sendFile(path: string, kind: string, file: Buffer) {
      const form = new FormData();
      form.append('token', token);
      form.append(kind, new Blob([new Uint8Array(file)]), 'foto.jpg');
      return browser.post(visit + path, {}, { body: form });
    },
  };
}

async function openFirstPage(browser: ReturnType<typeof httpBrowser>, url: string): Promise<string> {
  const answer = await browser.get(url);
  return answer.location === undefined ? answer.text : openFirstPage(browser, new URL(answer.location, url).href);
}

function tokenIn(page: string): string {
  return /name="token" value="([^"]+)"/u.exec(page)?.[1] ?? '';
}

/** A student who read, showed photos and told, and handed in. */
export async function handsIn(
  house: RunningHouse,
  person: string = people.sanne,
  photos?: readonly Buffer[],
  words = 'Het frame is recht. De eerste naad was scheef. Daarna lukte het.',
): Promise<void> {
  const visit = await walkIn(house, person);
  for (const step of ['task', 'safety']) await visit.post('/work/read', { step });
  for (const photo of photos ?? [await aPhoneJpeg(), await aPhoneJpeg({ width: 500 })]) {
    await visit.sendFile('/work/files', 'photo', photo);
  }
  await visit.post('/work/draft', { text: words });
  await visit.post('/work/hand-in');
}

/** The tool's id of somebody in the LMS. */
export async function personAt(house: RunningHouse, subject: string): Promise<string> {
  for await (const identity of house.store.each(identities, { where: { school: house.school } })) {
    if (identity.subject === subject) return identity.person;
  }
  throw new Error(`${subject} never came in`);
}

const aMetalCompany = { name: 'Van Beek Metaal', contactName: 'Piet van Beek' };

/** The teacher names a company for a student and has it asked; answers the link in its mail. */
export async function asksCompany(house: RunningHouse, person: string = people.sanne): Promise<string> {
  const visit = await walkIn(house, people.teacher);
  const [students, contactEmail] = [await personAt(house, person), `begeleider${person}@vanbeek.example`];
  await visit.post('/companies', { students, ...aMetalCompany, contactEmail, invite: 'yes' });
  const mailbox = () => httpBrowser().get(`${house.toolUrl}/mailbox`);
  const { text } = await eventually(mailbox, (page) => page.text.includes(contactEmail));
  const mail = text.slice(text.indexOf(contactEmail));
  return /href="([^"]+\/link\/[\w-]{43})"/u.exec(mail)![1]!;
}

/** The supervisor answers each question behind a link. */
export async function companyAssesses(
  link: string,
  levels: readonly ('practise' | 'sufficient' | 'good')[] = ['good', 'good', 'sufficient', 'good'],
  remark = 'Sanne werkt netjes en vraagt als ze iets niet weet.',
): Promise<void> {
  const browser = httpBrowser();
  await browser.post(link, {});
  const token = tokenIn((await browser.get(`${link}/task`)).text);
  await browser.post(`${link}/begin`, { token });
  for (const [index, level] of levels.entries()) await browser.post(`${link}/question/${index + 1}`, { token, level });
  await browser.post(`${link}/summary`, { token, remark, go: 'done' });
}

/** The teacher settles a grade, as typed. */
export async function settles(house: RunningHouse, grade: string, person: string = people.sanne): Promise<void> {
  const visit = await walkIn(house, people.teacher);
  const fields = { attempt: '1', seenRevision: '0', choice: 'number', grade, evidence: '', remark: '', reason: '' };
  const answer = await visit.post(`/students/${await personAt(house, person)}/grade`, fields);
  if (answer.status !== 303) throw new Error(`not settled: ${answer.problem ?? answer.status}`);
}
