import { createPublicKey, type JsonWebKey } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { assignments, courses } from '@buitenboord/shared/store/collections.js';
import { change, put } from '@buitenboord/shared/store/port.js';
import { anAdoptedPta } from '../../support/adopted-pta.js';
import {
  lti,
  membership,
  type Fields,
  type LaunchWanted,
  type LtiAnswer,
  type LtiBrowser,
} from '../../support/lti-browser.js';
import { expectAccepted, expectRefused, secrets, type Refusal } from '../../support/lti-verdicts.js';
import { openLtiWorld, type LtiWorld } from '../../support/lti-world.js';
import { anLmsKey } from '../../support/lms-key.js';
import { aComponent } from '../../support/pta.js';
import { anAssignmentRecord } from '../../support/records.js';
import { storeHarnesses } from '../../support/store-harnesses.js';

// §6.G: Deep Linking 2.0, from the request to the signed answer.

const key = anLmsKey('k1');
const dl = (name: string) => `https://purl.imsglobal.org/spec/lti-dl/claim/${name}`;
const returnUrl = 'https://lms.example/return?course=2&sesskey=x';

describe.each(storeHarnesses)('Deep Linking, on $name', (harness) => {
  let world: LtiWorld;
  let line: string;
  beforeAll(async () => {
    world = await openLtiWorld({ key, store: () => harness.open() });
    const { school, course, teacher } = world.school;
    line = await anAdoptedPta(world.store, school, [aComponent()]);
    const known = await world.store.get(courses, { school, id: course });
    const tricky = anAssignmentRecord({ madeBy: teacher, title: 'Frame <b>"&’ 2' });
    await world.store.commit([
      change(courses, known!, { cohort: '2024', leerweg: 'kb' }),
      put(assignments, { school, id: 'second' }, tricky, 0),
    ]);
  });
  afterAll(() => world.close());

  const asTeacher = { [lti('roles')]: [membership('Instructor')] };
  const settings = (fields: Fields = {}) => ({
    [dl('deep_linking_settings')]: {
      deep_link_return_url: returnUrl,
      accept_types: ['ltiResourceLink'],
      accept_presentation_document_targets: ['iframe'],
      ...fields,
    },
  });
  const request = (claims: Fields = {}, more: Partial<LaunchWanted> = {}): LaunchWanted => ({
    picker: true,
    ...more,
    claims: { ...asTeacher, ...settings(), ...claims },
  });
  const refused = (claims: Fields, refusal: Refusal) =>
    expectRefused(world, () => world.browser().launch(request({ ...secrets, ...claims })), refusal);

  interface Picker {
    browser: LtiBrowser;
    visit: string;
    page: LtiAnswer;
    token: string;
  }
  async function picker(claims: Fields = {}, more: Partial<LaunchWanted> = {}): Promise<Picker> {
    const browser = world.browser();
    const { visit, page } = await expectAccepted(world, browser, await browser.launch(request(claims, more)), [
      'teacher',
    ]);
    return { browser, visit: `/v/${visit.id}`, page, token: world.deps.vault.sign('form', visit.id) };
  }
  interface Chosen {
    assignment: string;
    due?: string;
    counts?: boolean;
  }
  async function choose({ browser, visit, token }: Picker, chosen: readonly Chosen[]): Promise<LtiAnswer> {
    const fields = new URLSearchParams({ token });
    for (const { assignment, due, counts } of chosen) {
      fields.append('choose', assignment);
      if (due) fields.append(`due.${assignment}`, due);
      if (counts) fields.append(`component.${assignment}`, `${line}|SE1`);
    }
    return browser.ask(`${visit}/picker/answer`, { method: 'POST', body: fields });
  }
  const cancel = ({ browser, visit, token }: Picker) => browser.post(`${visit}/picker/cancel`, { token });

  type Claims = Record<string, unknown> & { iat: number; exp: number; nonce: string };
  /** The answer that the page posts, verified as a platform does: with the key set that we publish. */
  async function answered(page: LtiAnswer): Promise<{ claims: Claims; header: jwt.JwtHeader; items: Fields[] }> {
    expect([page.status, page.problem]).toEqual([200, undefined]);
    const token = /<input type="hidden" name="JWT" value="([^"]+)"/u.exec(page.text)?.[1] ?? '';
    const { header } = jwt.decode(token, { complete: true })!;
    const set = JSON.parse((await world.browser().ask(`/lti/jwks/${world.school.school}`)).text) as {
      keys: JsonWebKey[];
    };
    const jwk = set.keys.find((each) => each.kid === header.kid);
    const publicKey = createPublicKey({ key: jwk!, format: 'jwk' });
    const clockTimestamp = world.now().getTime() / 1000;
    const claims = jwt.verify(token, publicKey, { algorithms: ['RS256'], clockTimestamp }) as unknown as Claims;
    return { claims, header, items: claims[dl('content_items')] as Fields[] };
  }
  const assignment = () => world.school.assignment;

  it('69. opens the picker for a request without resource_link and target_link_uri (Cert 6.2)', async () => {
    const { page } = await picker({ [lti('resource_link')]: undefined, [lti('target_link_uri')]: undefined });
    expect(page.text).toContain('Lasframe maken');
    const target = 'https://tool.example/lti/deep-linking';
    await picker({ [lti('target_link_uri')]: target }, { login: { target_link_uri: target } });
  });

  it('70. refuses a request without deep_linking_settings, and copes with accept_types it doesn’t know (DL 4.4.1)', async () => {
    const incomplete = { code: 'launch/missing-claim', step: 'messageIsComplete' } as const;
    for (const none of [undefined, null, {}, 'settings', []])
      await refused({ [dl('deep_linking_settings')]: none }, incomplete);
    for (const types of [undefined, 'ltiResourceLink', [1]])
      await refused(settings({ accept_types: types }), incomplete);
    for (const address of [undefined, '', 'javascript:alert(1)', 'http://lms.example/return', 'lms.example'])
      await refused(settings({ deep_link_return_url: address }), incomplete);
    for (const types of [[], ['file', 'html'], ['https://vendor.example/type']])
      await refused(settings({ accept_types: types }), { code: 'launch/unknown-message', step: 'messageIsComplete' });
    await picker(settings({ accept_types: ['https://vendor.example/type', 'ltiResourceLink', 'file'] }));
    // A student doesn't choose, whatever the platform signs.
    await refused(
      { [lti('roles')]: [membership('Learner')] },
      { status: 403, code: 'launch/not-a-teacher', step: 'visitIsOpened' },
    );
  });

  it('71. answers with a form that posts JWT to deep_link_return_url by itself (DL 2.3; Sec 5.2.1)', async () => {
    const page = await choose(await picker(), [{ assignment: assignment() }]);
    const action = returnUrl.replaceAll('&', '&amp;');
    expect(page.text).toContain(`<form method="post" action="${action}" data-send-now`);
    expect(page.text.match(/<input type="hidden"/gu)).toHaveLength(1);
    expect(page.headers.get('content-security-policy')).toContain("form-action 'self' https://lms.example;");
  });

  it('72. signs iss, aud, iat, exp, nonce, message_type, version and the deployment of the request (Sec 5.2.2; DL 4.5.2-4.5.4)', async () => {
    await world.changePlatform({ deployments: ['1', '2'] });
    const opened = await picker({ [lti('deployment_id')]: '2' }, { login: { lti_deployment_id: '2' } });
    // Meanwhile the same course is launched by another deployment.
    expect((await world.browser().launch()).status).toBe(303);
    const { claims } = await answered(await choose(opened, [{ assignment: assignment() }]));
    await world.changePlatform({ deployments: ['1'] });
    expect(claims).toMatchObject({
      iss: 'client-1',
      aud: 'https://lms.example',
      iat: expect.any(Number),
      exp: expect.any(Number),
      nonce: expect.stringMatching(/^[\w-]{22,}$/u),
      [lti('message_type')]: 'LtiDeepLinkingResponse',
      [lti('version')]: '1.3.0',
      [lti('deployment_id')]: '2',
    });
    const { claims: again } = await answered(await choose(await picker(), [{ assignment: assignment() }]));
    expect(again.nonce).not.toBe(claims.nonce);
  });

  it('73. gives data back exactly when it was there (DL 4.5.5)', async () => {
    for (const data of ['csrftoken:c7fbba78-7b75-46e3-9201-11e6d5f36f53', 'a b&c=<d>"é', '']) {
      for (const answer of [
        await cancel(await picker(settings({ data }))),
        await choose(await picker(settings({ data })), [{ assignment: 'second' }]),
      ])
        expect((await answered(answer)).claims[dl('data')]).toBe(data);
    }
    for (const data of [undefined, null]) {
      const { claims } = await answered(await cancel(await picker(settings({ data }))));
      expect(claims).not.toHaveProperty([dl('data')]);
    }
  });

  it('74. lets the teacher cancel, and returns with an empty list, also from outside a course (DL 2.3)', async () => {
    const opened = await picker();
    expect(opened.page.text).toContain('/picker/cancel');
    expect((await answered(await cancel(opened))).items).toEqual([]);
    const outside = await picker({ [lti('context')]: undefined });
    expect((await answered(await cancel(outside))).items).toEqual([]);
  });

  it('75. returns accepted types only, and one item where accept_multiple is false (DL 4.4.1)', async () => {
    const two = () => [{ assignment: assignment() }, { assignment: 'second' }];
    const several = await answered(await choose(await picker(settings({ accept_multiple: true })), two()));
    expect(several.items.map(({ type }) => type)).toEqual(['ltiResourceLink', 'ltiResourceLink']);
    for (const accept_multiple of [false, undefined, null])
      expect((await answered(await choose(await picker(settings({ accept_multiple })), two()))).items).toHaveLength(1);
  });

  it('76. describes a link with title, url, custom, lineItem and a deadline as the standard asks (DL 3.2)', async () => {
    const chosen = { assignment: assignment(), due: '2026-06-19', counts: true };
    const { items } = await answered(await choose(await picker(), [chosen]));
    expect(items).toEqual([
      {
        type: 'ltiResourceLink',
        title: 'Lasframe maken',
        text: expect.stringContaining('frame van vier kokers'),
        url: 'https://tool.example/lti/launch',
        custom: { activity: expect.stringMatching(/^[\w-]{22,}$/u) },
        lineItem: { scoreMaximum: 10, label: 'Lasframe maken', resourceId: 'SE1', tag: 'SE1' },
        submission: { endDateTime: '2026-06-19T23:59:59+02:00' },
      },
    ]);
    const winter = await answered(await choose(await picker(), [{ assignment: 'second', due: '2026-12-01' }]));
    expect(winter.items[0]).toMatchObject({ submission: { endDateTime: '2026-12-01T23:59:59+01:00' } });
    // Nothing counts, nothing is due: no column, no deadline, and nothing that is null.
    const plain = await answered(
      await choose(await picker(settings({ accept_lineitem: true })), [{ assignment: 'second' }]),
    );
    expect(Object.keys(plain.items[0]!).toSorted()).toEqual(['custom', 'text', 'title', 'type', 'url']);
    const columnless = await answered(await choose(await picker(settings({ accept_lineitem: false })), [chosen]));
    expect(columnless.items[0]).not.toHaveProperty('lineItem');
    expect(JSON.stringify([items, winter.items, plain.items])).not.toContain('null');
  });

  it('77. speaks to people in plain text: msg, and no log, errormsg or errorlog with markup (DL 4.5.7-4.5.10)', async () => {
    const { claims, items } = await answered(await choose(await picker(), [{ assignment: 'second' }]));
    expect(claims[dl('msg')]).toBe('De opdracht staat in de cursus.');
    expect(items[0]).toMatchObject({ title: 'Frame <b>"&’ 2' });
    const { claims: cancelled } = await answered(await cancel(await picker()));
    for (const told of [claims, cancelled])
      for (const name of ['msg', 'log', 'errormsg', 'errorlog'])
        expect(JSON.stringify(told[dl(name)] ?? '')).not.toMatch(/[<>]/u);
  });

  it('78. signs with RS256 and a kid of its key set, issued now and soon over (Cert 6.2)', async () => {
    const { claims, header } = await answered(await choose(await picker(), [{ assignment: assignment() }]));
    expect(header).toEqual({ alg: 'RS256', typ: 'JWT', kid: expect.any(String) });
    const now = Math.floor(world.now().getTime() / 1000);
    expect(claims.iat).toBe(now);
    expect(claims.exp - now).toBeGreaterThan(0);
    expect(claims.exp - now).toBeLessThanOrEqual(3600);
  });
});
