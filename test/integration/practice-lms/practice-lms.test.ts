import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPracticeLms, type PracticeLms } from '../../practice-lms/practice-lms.js';

const tool = {
  name: 'Buitenboord',
  targetLinkUri: 'http://tool.example/launch',
  initiateLoginUri: 'http://tool.example/login',
  redirectUris: ['http://tool.example/launch'],
  jwksUri: 'http://tool.example/jwks',
};
const [admin, teacher, sanne, suspended] = ['2', '3', '4', '11'];

let folder: string;
let lms: PracticeLms;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'practice-lms-'));
  lms = await startPracticeLms({ port: 0, stateFile: join(folder, 'state.json'), mailboxUrl: 'http://mail.example/' });
});
afterEach(async () => {
  await lms.stop();
  rmSync(folder, { recursive: true });
});

const get = (path: string, cookie = '') => fetch(`${lms.url}${path}`, { headers: { cookie }, redirect: 'manual' });
const page = async (path: string, cookie = '') => (await get(path, cookie)).text();
const post = (path: string, cookie: string, fields: Record<string, string>) =>
  fetch(`${lms.url}${path}`, {
    method: 'POST',
    headers: { cookie },
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });

async function sesskeyOf(cookie: string): Promise<string> {
  return /name="sesskey" value="([^"]+)"/.exec(await page('/', cookie))?.[1] ?? '';
}

function addTask(name = 'Lasframe maken') {
  const clientId = lms.tools()[0]?.clientId ?? lms.addTool(tool).clientId;
  const activity = lms.addActivity({ courseId: '2', clientId, name, lineItem: { scoreMaximum: 10 } });
  const item = lms.items('2').find(({ linkId, kind }) => kind === 'activity' && linkId === activity.id)!;
  return { activity, item };
}

describe('the practice school', () => {
  it('lets somebody in with one click and brings them to their course', async () => {
    expect(await page('/')).toContain('Sanne de Wit');
    expect(await page('/')).toContain('http://mail.example/');
    const response = await post('/login/index.php', '', { person: sanne });
    expect(response.headers.get('location')).toBe('/course/view.php?id=2');
    expect(response.headers.get('set-cookie')).toMatch(/^MoodleSession=\w+; path=\/; HttpOnly$/);
  });

  it('sends the administrator to the tools, and strangers to the front page', async () => {
    const response = await post('/login/index.php', '', { person: admin });
    expect(response.headers.get('location')).toBe('/admin/tools');
    expect((await get('/course/view.php?id=2')).headers.get('location')).toBe('/');
    expect((await get('/admin/tools', lms.login(teacher))).status).toBe(403);
  });

  it('keeps a suspended student out', async () => {
    expect((await get('/course/view.php?id=2', lms.login(suspended))).status).toBe(403);
    lms.setSuspended('2', suspended, false);
    expect((await get('/course/view.php?id=2', lms.login(suspended))).status).toBe(200);
  });

  it('speaks the language of the person and says that it is a practice environment', async () => {
    expect(await page('/course/view.php?id=2', lms.login(sanne))).toContain('Oefenomgeving: doet Moodle na');
    expect(await page('/course/view.php?id=2', lms.login('10'))).toContain('Practice environment');
  });

  it('escapes what tools and teachers write', async () => {
    addTask('<b>"fout" & \'erg\'</b>');
    const html = await page('/course/view.php?id=2', lms.login(sanne));
    expect(html).not.toContain('<b>');
    expect(html).toContain('&lt;b>');
  });

  it('asks for the sesskey before it changes anything', async () => {
    const { activity } = addTask();
    const cookie = lms.login(teacher);
    expect((await post('/course/mod.php', cookie, { delete: activity.cmid })).status).toBe(403);
    const sesskey = await sesskeyOf(cookie);
    expect((await post('/course/mod.php', cookie, { delete: activity.cmid, sesskey })).status).toBe(303);
    expect(lms.activities('2')).toEqual([]);
  });

  it('duplicates an activity with a column of its own', async () => {
    const { activity } = addTask();
    const cookie = lms.login(teacher);
    await post('/course/mod.php', cookie, { duplicate: activity.cmid, sesskey: await sesskeyOf(cookie) });
    expect(lms.activities('2').map(({ name }) => name)).toEqual(['Lasframe maken', 'Lasframe maken (kopie)']);
    expect(lms.items('2').filter(({ kind }) => kind === 'activity')).toHaveLength(2);
  });

  it('shows a student only the own grades', async () => {
    addTask();
    const cookie = lms.login(sanne);
    expect((await get('/grade/report/index.php?id=2', cookie)).status).toBe(403);
    expect(await page('/grade/report/user.php?id=2', cookie)).toContain('Lasframe maken');
  });

  it('gives values to copy for a tool entered by hand', async () => {
    const cookie = lms.login(admin);
    const fields = {
      ...tool,
      redirectUris: 'http://a.example/launch\r\nhttp://b.example/launch',
      deepLinkUri: '',
      add: '1',
    };
    await post('/admin/tools', cookie, { ...fields, sesskey: await sesskeyOf(cookie) });
    const [added] = lms.tools();
    expect(added?.redirectUris).toEqual(['http://a.example/launch', 'http://b.example/launch']);
    expect(await page('/admin/tools', cookie)).toContain(added?.clientId);
  });
});

describe('the gradebook', () => {
  it('turns only a changed cell into an override, and an emptied one back', async () => {
    const { item } = addTask();
    const cookie = lms.login(teacher);
    const sesskey = await sesskeyOf(cookie);
    const save = (typed: string) =>
      post('/grade/report/index.php?id=2', cookie, {
        sesskey,
        [`grade-${item.id}-4`]: typed,
        [`grade-${item.id}-5`]: '',
      });
    await save('7,5');
    expect(lms.gradeOf(item.id, '4')).toMatchObject({ score: 7.5, overridden: true });
    expect(lms.gradeOf(item.id, '5')).toBeUndefined();
    await save('');
    expect(lms.gradeOf(item.id, '4')).toMatchObject({ score: null, overridden: false });
  });

  it('locks and unlocks a column', async () => {
    const { item } = addTask();
    const cookie = lms.login(teacher);
    const sesskey = await sesskeyOf(cookie);
    await post('/grade/report/index.php?id=2', cookie, { sesskey, lock: item.id });
    expect(lms.items('2')).toContainEqual(expect.objectContaining({ id: item.id, locked: true }));
    await post('/grade/report/index.php?id=2', cookie, { sesskey, unlock: item.id });
    expect(lms.items('2')).toContainEqual(expect.objectContaining({ id: item.id, locked: false }));
  });
});

describe('what a practice LMS remembers', () => {
  it('comes back with the same tools, activities, grades and key', async () => {
    const { activity, item } = addTask();
    lms.overrideGrade(item.id, '4', 8);
    const before = { keys: await page('/mod/lti/certs.php'), tools: lms.tools() };
    await lms.stop();
    lms = await startPracticeLms({ port: 0, stateFile: join(folder, 'state.json') });
    expect({ keys: await page('/mod/lti/certs.php'), tools: lms.tools() }).toEqual(before);
    expect(lms.activities('2')).toEqual([activity]);
    expect(lms.gradeOf(item.id, '4')).toMatchObject({ score: 8, overridden: true });
    expect(existsSync(join(folder, 'state.json'))).toBe(true);
    expect(readdirSync(folder)).toHaveLength(1);
  });
});

describe('failing on purpose', () => {
  const certs = '/mod/lti/certs.php';

  it('answers with a status as often as asked, with headers', async () => {
    lms.failNext({ match: /certs/, mode: 'status', status: 429, headers: { 'retry-after': '7' }, times: 2 });
    const first = await get(certs);
    expect([first.status, first.headers.get('retry-after')]).toEqual([429, '7']);
    expect((await get(certs)).status).toBe(429);
    expect((await get(certs)).status).toBe(200);
  });

  it('hangs up before or after doing the work', async () => {
    const login = () => post('/login/index.php', '', { person: sanne });
    const cookie = lms.login(admin);
    const sesskey = await sesskeyOf(cookie);
    const add = () =>
      post('/admin/tools', cookie, { ...tool, redirectUris: 'http://a.example', deepLinkUri: '', add: '1', sesskey });
    lms.failNext({ match: /admin/, method: 'POST', mode: 'drop-before' });
    await expect(add()).rejects.toThrow();
    expect(lms.tools()).toHaveLength(0);
    lms.failNext({ match: /admin/, mode: 'drop-after-apply' });
    await expect(add()).rejects.toThrow();
    expect(lms.tools()).toHaveLength(1);
    expect((await login()).status).toBe(303);
  });

  it('hangs until the caller gives up, or for a while', async () => {
    lms.failNext({ match: /certs/, mode: 'hang' });
    await expect(fetch(`${lms.url}${certs}`, { signal: AbortSignal.timeout(100) })).rejects.toThrow();
    lms.failNext({ match: /certs/, mode: 'hang', delayMs: 50 });
    expect((await get(certs)).status).toBe(200);
  });

  it('logs service calls with what was asked and answered', async () => {
    await fetch(`${lms.url}/mod/lti/token.php`, { method: 'POST', body: new URLSearchParams({ scope: 'x' }) });
    await get(certs);
    expect(lms.requests).toEqual([
      expect.objectContaining({ method: 'POST', url: '/mod/lti/token.php', body: 'scope=x', status: 400 }),
    ]);
  });
});

describe('tokens no honest platform would sign', () => {
  const parts = (jwt: string) => jwt.split('.').map((part) => Buffer.from(part, 'base64url').toString());

  it('can be unsigned or carry another header', () => {
    const [header, claims, signature] = parts(lms.signIdToken({ sub: '4' }, { alg: 'none' }));
    expect(JSON.parse(header!)).toMatchObject({ alg: 'none' });
    expect([claims, signature]).toEqual(['{"sub":"4"}', '']);
    expect(JSON.parse(parts(lms.signIdToken({}, { kid: 'other' }))[0]!)).toMatchObject({ kid: 'other', alg: 'RS256' });
  });
});
