import { createPublicKey, verify, type JsonWebKey } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { StartedLaunch } from '../../practice-lms/practice-lms.js';
import {
  claimsOf,
  describeWithRecordings,
  exchangesOf,
  recordedSite,
  recordedTool,
  startReplay,
  tokenFor,
} from './recordings.js';
import type { Replay } from './recordings.js';

const claim = (name: string) => `https://purl.imsglobal.org/spec/lti/claim/${name}`;

interface Answered {
  readonly status: number;
  readonly action: string | undefined;
  readonly fields: Record<string, string>;
  readonly html: string;
}

const unescape = (text = '') => text.replaceAll('&quot;', '"').replaceAll('&amp;', '&');

async function authorize(started: StartedLaunch, school: Replay, change: Record<string, string | null> = {}) {
  const query = new URLSearchParams({
    scope: 'openid',
    response_type: 'id_token',
    response_mode: 'form_post',
    prompt: 'none',
    client_id: started.fields.client_id ?? '',
    redirect_uri: `${recordedTool}/launch`,
    login_hint: started.fields.login_hint ?? '',
    state: 'the-state',
    nonce: 'the-nonce',
    lti_message_hint: started.fields.lti_message_hint ?? '',
  });
  for (const [name, value] of Object.entries(change)) {
    if (value === null) query.delete(name);
    else query.set(name, value);
  }
  return visit(`${school.lms.url}/mod/lti/auth.php?${query.toString()}`, { headers: { cookie: started.cookie } });
}

async function visit(url: string, init: RequestInit): Promise<Answered> {
  const response = await fetch(url, init);
  const html = await response.text();
  const inputs = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  const fields = Object.fromEntries(inputs.map(([, name = '', value]) => [name, unescape(value)]));
  const action = /<form action="([^"]*)"/.exec(html)?.[1];
  return { status: response.status, action: action === undefined ? undefined : unescape(action), fields, html };
}

const claimsIn = (idToken = '') =>
  JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;

/** What differs per run, per site and per session; the recorded students were in a group. */
function comparable(claims: Record<string, unknown>, site: string): unknown {
  const platform = claims[claim('tool_platform')] as object;
  const custom = claims[claim('custom')] as object;
  const text = JSON.stringify({
    ...claims,
    nonce: '',
    iat: 0,
    exp: Number(claims.exp) - Number(claims.iat),
    aud: '',
    [claim('tool_platform')]: { ...platform, guid: '', description: '' },
    [claim('custom')]: { ...custom, groups: '' },
  });
  return JSON.parse(
    text
      .replaceAll(site, '')
      .replace(/sesskey=[\w-]+/g, 'sesskey=')
      .replace(/\\\\?"launchid\\\\?":\d+/g, '')
      .replace(/\\\\?"hash\\\\?":\\\\?"[0-9a-f]+\\\\?"/g, '')
      .replace(/"lis_result_sourcedid":"(?:[^"\\]|\\.)*"/g, '"lis_result_sourcedid":""'),
  ) as unknown;
}

describeWithRecordings('launches, as recorded from Moodle', () => {
  let school: Replay;

  beforeAll(async () => {
    school = await startReplay();
  });
  afterAll(() => school.stop());

  const launched = async (started: StartedLaunch) => claimsIn((await authorize(started, school)).fields.id_token);

  const expectSame = async (started: StartedLaunch, name: string) => {
    const { fields, action } = await authorize(started, school);
    expect(action).toBe(`${recordedTool}/launch`);
    expect(Object.keys(fields)).toEqual(['id_token', 'state']);
    expect(comparable(claimsIn(fields.id_token), school.lms.url)).toEqual(comparable(claimsOf(name), recordedSite));
  };

  it('starts with the same form', () => {
    const { action, fields } = school.lms.launchForm('5', '2');
    const [exchange] = exchangesOf('launch-student1-deeplinked').slice(2);
    const recorded = Object.fromEntries(new URLSearchParams(exchange?.request.body));
    const shape = ({ lti_message_hint = '', ...rest }: Record<string, string>) => ({
      ...rest,
      iss: '',
      client_id: '',
      lti_message_hint: lti_message_hint.replace(/_\d+"/, '_0"'),
    });
    expect(action).toBe(exchange?.request.url);
    expect(shape(fields)).toEqual(shape(recorded));
  });

  for (const [name, personId, linkId] of [
    ['launch-student1-deeplinked', '5', '2'],
    ['launch-student1-plain', '5', '1'],
    ['launch-student2-deeplinked', '6', '2'],
    ['launch-teacher-plain', '3', '1'],
    ['launch-teacher-deeplinked', '3', '2'],
    ['launch-noneditingteacher-deeplinked', '4', '2'],
    ['launch-admin-deeplinked', '2', '2'],
  ] as const) {
    it(`says in ${name} what Moodle said`, () => expectSame(school.lms.launchForm(personId, linkId), name));
  }

  it('says in a Deep Linking request what Moodle said', () =>
    expectSame(school.lms.deepLinkForm('3', '2', school.clientId), 'deeplink-one-item'));

  it('signs a review of any student for any student, as Moodle does', async () => {
    await expectSame(school.lms.reviewForm('3', '2', '5'), 'submissionreview-teacher');
    await expectSame(school.lms.reviewForm('5', '2', '6'), 'submissionreview-student-other');
  });

  it('answers wrong authorization requests as Moodle did', async () => {
    const wrong: Record<string, Record<string, string | null>> = {
      client: { client_id: 'nope' },
      loginhint: { login_hint: '999' },
      mode: { response_mode: 'query' },
      prompt: { prompt: 'login' },
      nohint: { lti_message_hint: null },
      nonce: { nonce: null },
      redirect: { redirect_uri: `${recordedTool}/other` },
      scope: { scope: 'openid profile' },
    };
    for (const [name, change] of Object.entries(wrong)) {
      const { request, response } = exchangesOf(`autherror-${name}`)[3]!;
      const state = new URL(request.url).searchParams.get('state') ?? '';
      const seen = await authorize(school.lms.launchForm('5', '2'), school, { ...change, state });
      const posted = [...(response.body ?? '').matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(
        ([, key = '', value = '']): [string, string] => [key, value],
      );
      const fields = seen.status === 200 ? seen.fields : {};
      expect({ name, status: seen.status, fields }).toEqual({
        name,
        status: response.status,
        fields: Object.fromEntries(posted.filter(([key]) => !key.startsWith('lti'))),
      });
      if (response.bodyElided) expect(seen.html).toContain(response.bodyElided.errorMessage);
    }
  });

  it('takes a launch id once', async () => {
    const started = school.lms.launchForm('5', '2');
    expect((await authorize(started, school)).status).toBe(200);
    expect((await authorize(started, school)).status).toBe(404);
  });

  it('posts a request without its cookie again from its own page, once', async () => {
    const first = await authorize({ ...school.lms.launchForm('5', '2'), cookie: '' }, school);
    expect(first).toMatchObject({
      status: 200,
      action: '/mod/lti/auth.php',
      fields: { repost: 'true', state: 'the-state' },
    });
    const body = new URLSearchParams(first.fields);
    const second = await visit(`${school.lms.url}/mod/lti/auth.php`, { method: 'POST', body });
    expect(second).toMatchObject({ status: 404, fields: {} });
  });

  it('says in minimal-launch-student nothing about the person but an id and a number', async () => {
    const { minimalClientId: clientId } = school;
    school.lms.addActivity({ courseId: '2', clientId, name: 'Filler' });
    const { id } = school.lms.addActivity({ courseId: '2', clientId, name: 'Taak minimal' });
    await expectSame(school.lms.launchForm('5', id), 'minimal-launch-student');
  });

  it('carries link, custom parameters and column settings into a copied course, with new ids', async () => {
    const copy = school.lms.copyCourse('2');
    const link = school.lms.activities(copy.id).find(({ name }) => name === 'Procenten deel 2')!;
    const claims = await launched(school.lms.launchForm('5', link.id));
    expect(claims[claim('context')]).toMatchObject({ id: copy.id, label: 'vmbo2a_1' });
    expect(claims[claim('custom')]).toMatchObject({ task_id: '2', ctx_history: '2' });
    expect(school.lms.items(copy.id)).toContainEqual(
      expect.objectContaining({ resourceId: 'task-2', linkId: link.id }),
    );
  });

  it('no longer names a line item once a second one is bound to the link', async () => {
    const endpoint = async () =>
      (await launched(school.lms.launchForm('5', '4')))['https://purl.imsglobal.org/spec/lti-ags/claim/endpoint'];
    expect(await endpoint()).toHaveProperty('lineitem');
    const response = await fetch(`${school.lms.url}/mod/lti/services.php/2/lineitems`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await tokenFor(school, new Date('2026-11-23T11:20:00Z'))}`,
        'content-type': 'application/vnd.ims.lis.v2.lineitem+json',
      },
      body: JSON.stringify({ label: 'Tweede', scoreMaximum: 5, resourceLinkId: '4' }),
    });
    expect(response.status).toBe(201);
    expect(await endpoint()).not.toHaveProperty('lineitem');
  });

  it('signs with the key it publishes, also after a change of keys', async () => {
    const verified = async () => {
      const { fields } = await authorize(school.lms.launchForm('5', '2'), school);
      const { keys } = (await (await fetch(`${school.lms.url}/mod/lti/certs.php`)).json()) as { keys: JsonWebKey[] };
      const [head = '', body = '', signature = ''] = (fields.id_token ?? '').split('.');
      const key = createPublicKey({ key: keys[0]!, format: 'jwk' });
      return verify('RSA-SHA256', Buffer.from(`${head}.${body}`), key, Buffer.from(signature, 'base64url'));
    };
    expect(await verified()).toBe(true);
    school.lms.rotateKey();
    expect(await verified()).toBe(true);
  });
});
