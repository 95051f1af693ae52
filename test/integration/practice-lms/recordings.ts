import { createPrivateKey, generateKeyPairSync, sign, type JsonWebKey, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe } from '@jest/globals';
import { startPracticeLms, type PracticeLms, type PracticeSeed } from '../../practice-lms/practice-lms.js';

const folder = join(process.env.FIXTURES_DIR ?? join(process.cwd(), '../shared/fixtures'), 'moodle');

/** Without the recordings these tests are skipped, and the report says so. */
export const describeWithRecordings = existsSync(folder) ? describe : describe.skip;

export interface Exchange {
  readonly label: string | null;
  readonly request: { method: string; url: string; headers: Record<string, string>; body?: string };
  readonly response: {
    status: number;
    statusText: string | null;
    headers: Record<string, string>;
    body?: string;
    bodyElided?: { title?: string; errorMessage?: string };
  };
  readonly decodedJwts?: { header: Record<string, unknown>; payload: Record<string, unknown> }[];
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(join(folder, path), 'utf8'));

export const exchangesOf = (name: string) => (readJson(`http/${name}.json`) as { exchanges: Exchange[] }).exchanges;

export const claimsOf = (name: string) =>
  (readJson(`claims/${name}.json`) as { payload: Record<string, unknown> }).payload;

export const recordedSite = 'http://127.0.0.1:8080';
export const recordedClient = '5Q3QFK7aJ8hTAvD';
export const recordedTool = 'http://127.0.0.1:9101';

const person = (id: number, username: string, name: [string, string], idnumber = '') => ({
  id: String(id),
  username,
  givenName: name[0],
  familyName: name[1],
  email: `${username}@example.invalid`,
  idnumber,
  locale: 'en' as const,
});
const students = (...ids: number[]) => ids.map((id) => ({ person: String(id), role: 'student' as const }));

/** The people and courses of the recorded site. */
const recordedSchool: PracticeSeed = {
  siteName: 'vmbo',
  people: [
    { ...person(2, 'admin', ['Admin', 'User']), siteAdmin: true },
    person(3, 'docent1', ['Dineke', 'de Vries']),
    person(4, 'docent2', ['Omar', 'van den Berg']),
    person(5, 'leerling1', ['Sanne', 'Jansen'], '10002'),
    person(6, 'leerling2', ['Yusuf', 'Yılmaz'], '10003'),
    person(7, 'leerling3', ['Chloé', "van 't Hof"], '10004'),
    person(8, 'leerling4', ['Bram', 'Bakker'], '10005'),
    person(9, 'leerling5', ['Femke', 'IJzerman'], '10006'),
  ],
  courses: [
    {
      id: '2',
      fullname: 'Rekenen vmbo 2A',
      shortname: 'vmbo2a',
      idnumber: 'K2A-REK',
      enrolments: [
        { person: '3', role: 'editingteacher' },
        { person: '4', role: 'teacher' },
        ...students(5, 6, 7, 8, 9),
      ],
    },
    {
      id: '3',
      fullname: 'Wiskunde vmbo 3B',
      shortname: 'vmbo3b',
      idnumber: '',
      enrolments: [
        { person: '3', role: 'editingteacher' },
        ...students(5),
        { person: '9', role: 'student', suspended: true },
      ],
    },
  ],
};

const custom = {
  user_username: '$User.username',
  sourced_id: '$Person.sourcedId',
  ctx_history: '$Context.id.history',
  groups: '$Moodle.Person.userGroupIds',
  rl_title: '$ResourceLink.title',
  unknown_var: '$Nope.nope',
  avail_start: '$ResourceLink.available.startDateTime',
  avail_end: '$ResourceLink.available.endDateTime',
  sub_end: '$ResourceLink.submission.endDateTime',
  static_value: 'abc',
};

export interface Replay {
  readonly lms: PracticeLms;
  readonly clientId: string;
  readonly minimalClientId: string;
  /** The time at the platform. */
  setTime(time: Date): void;
  stop(): Promise<void>;
}

/** A practice LMS in the state in which the recordings were made: same ids, same activities. */
export async function startReplay(): Promise<Replay> {
  let time = new Date('2026-11-23T11:20:00Z');
  const keys = await serveKeys();
  const lms = await startPracticeLms({ port: 0, seed: recordedSchool, now: () => time });
  const tool = {
    name: 'Recorder tool',
    targetLinkUri: `${recordedTool}/launch`,
    initiateLoginUri: `${recordedTool}/login`,
    redirectUris: [`${recordedTool}/launch`],
    jwksUri: keys.url,
    custom,
  };
  const { clientId } = lms.addTool({ ...tool, deepLinkUri: `${recordedTool}/dl` });
  lms.addTool(tool);
  const { clientId: minimalClientId } = lms.addTool({
    ...tool,
    gradebook: 'read-items',
    members: false,
    sharesName: false,
    sharesEmail: false,
  });
  lms.addActivity({ courseId: '2', clientId, name: 'Rekentaak gewoon' });
  for (const part of [1, 1, 2]) lms.addActivity(percentages(clientId, part));
  return {
    lms,
    clientId,
    minimalClientId,
    setTime: (now) => (time = now),
    stop: async () => {
      keys.stop();
      await lms.stop();
    },
  };
}

const percentages = (clientId: string, part: number) => ({
  courseId: '2',
  clientId,
  name: `Procenten deel ${part}`,
  text: `Oefenen met procenten, deel ${part}`,
  url: `${recordedTool}/launch?task=${part}`,
  custom: { task_id: String(part) },
  lineItem: { scoreMaximum: 20, resourceId: `task-${part}`, tag: 'grade' },
});

async function serveKeys(): Promise<{ url: string; stop: () => void }> {
  const keys = JSON.stringify(readJson('keys/tool-jwks.json'));
  const server = createServer((_req, res) => res.setHeader('content-type', 'application/json').end(keys));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`, stop: () => server.close() };
}

const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url');

/** Signs as the recorded tool did. */
export function signAsTool(payload: object, header: object = {}, key: KeyObject = toolKey()): string {
  const signed = `${encode({ alg: 'RS256', kid: 'rectool-key-1', typ: 'JWT', ...header })}.${encode(payload)}`;
  return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), key).toString('base64url')}`;
}

const toolKey = () => createPrivateKey({ key: readJson('keys/tool-private.jwk.json') as JsonWebKey, format: 'jwk' });
export const strangersKey = () => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

const allScopes = [
  ...['lineitem', 'lineitem.readonly', 'score', 'result.readonly'].map((name) => `lti-ags/scope/${name}`),
  'lti-nrps/scope/contextmembership.readonly',
].map((name) => `https://purl.imsglobal.org/spec/${name}`);

/** An access token with the scopes whose address contains `like`. */
export async function tokenFor({ lms, clientId }: Replay, now: Date, like: (scope: string) => boolean = () => true) {
  const iat = Math.floor(now.getTime() / 1000);
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: signAsTool({ iss: clientId, sub: clientId, iat, exp: iat + 300 }),
    scope: allScopes.filter(like).join(' '),
  });
  const response = await fetch(`${lms.url}/mod/lti/token.php`, { method: 'POST', body });
  return ((await response.json()) as { access_token: string }).access_token;
}

/** Puts the practice LMS's address where the recorded site's was, escaped or not. */
export const atSite = (text: string, from: string, to: string) =>
  text.replaceAll(from, to).replaceAll(from.replaceAll('/', '\\/'), to.replaceAll('/', '\\/'));

export interface Seen {
  readonly status: number;
  readonly reason: string;
  readonly contentType: string | null;
  readonly link: string | null;
  readonly body: string;
}

/** Sends a recorded request and reads the answer as the recording was read: raw UTF-8 in the head. */
export async function replay(lms: PracticeLms, { request }: Exchange, headers: Record<string, string>): Promise<Seen> {
  const url = atSite(request.url, recordedSite, lms.url);
  const { method, body } = request;
  const kept = ['accept', 'content-type'].flatMap((name): [string, string][] => {
    const value = request.headers[name];
    return value === undefined ? [] : [[name, value]];
  });
  const init = { method, headers: { ...Object.fromEntries(kept), ...headers }, redirect: 'manual' as const };
  const response = await fetch(url, body === undefined ? init : { ...init, body: atSite(body, recordedSite, lms.url) });
  const utf8 = (text: string | null) => (text === null ? null : Buffer.from(text, 'latin1').toString('utf8'));
  return {
    status: response.status,
    reason: utf8(response.statusText) ?? '',
    contentType: response.headers.get('content-type'),
    link: utf8(response.headers.get('link')),
    body: await response.text(),
  };
}
