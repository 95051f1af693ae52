import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { LtiServices } from '@buitenboord/connectors/lti-services/index.js';
import type { GradebookColumn, PutOutcome, ReadOutcome } from '@buitenboord/shared/ports/gradebook.js';
import { someLtiServices } from '../../support/lti-services.js';
import { describeWithRecordings, exchange, recording } from '../../support/recordings.js';
import type { Exchange } from '../../support/recordings.js';
import { openReplay } from '../../support/replay.js';
import type { Replay } from '../../support/replay.js';

const services = 'http://127.0.0.1:8080/mod/lti/services.php';
const column: GradebookColumn = {
  school: 's1',
  platform: 'p1',
  deployment: '1',
  lineItem: `${services}/2/lineitems/2/lineitem?type_id=1`,
};
const score = { subject: '5', tenths: 74, comment: 'Goed gedaan', scoredBy: '3' };
const at = new Date('2026-11-23T11:23:46.624Z');
const members = {
  school: 's1',
  platform: 'p1',
  deployment: '1',
  membershipsUrl: `${services}/CourseSection/2/bindings/1/memberships`,
};

let replay: Replay;
let lti: LtiServices;
const open = async () => {
  replay = await openReplay();
  lti = someLtiServices(replay.outbound);
};
const close = () => replay.close();
const recorded = (name: string, label: string): Exchange => exchange(recording(name), label);

/** The service answers this; the token service always gives a token. */
function serve(answer: Exchange | ((url: string) => Exchange)): void {
  const token = recorded('token', 'ok, all scopes');
  replay.answerWith(({ url }) =>
    url.includes('/token.php') ? token : typeof answer === 'function' ? answer(url) : answer,
  );
}

describeWithRecordings('scores at a recorded Moodle', () => {
  beforeEach(open);
  afterEach(close);

  const taken: PutOutcome = { kind: 'received' };
  const conflict: PutOutcome = { kind: 'conflict' };
  const left = (status: string): object => ({
    kind: 'refused',
    reason: 'student-left',
    detail: `${status} Incorrect score received`,
  });

  it.each<[string, string, object]>([
    ['ags-scores', 'score 15/20 for pupil 5', taken],
    ['ags-scores', 'same timestamp again', conflict],
    ['ags-scores', 'earlier timestamp', conflict],
    ['ags-scores', 'later timestamp by 1 ms', conflict],
    ['ags-scores', 'later timestamp by 1 s', taken],
    ['ags-scores', 'after a future one, timestamp now', conflict],
    ['ags-scores', 'unknown user 9999', left('400')],
    ['ags-scores', 'teacher (3)', left('400')],
    ['ags-scores', 'site admin, not enrolled (2)', left('400')],
    ['ags-scores', 'non-numeric user id', { kind: 'unsure', reason: 'platform-down', detail: '502 Bad Gateway' }],
    ['ags-scores', 'Content-Type application/json', { kind: 'refused', reason: 'answer-not-understood' }],
    [
      'ags-scores',
      'token without score scope',
      { kind: 'refused', reason: 'access-refused', detail: '401 Unauthorized' },
    ],
    ['ags-scores', 'unknown line item', { kind: 'refused', reason: 'column-gone' }],
    ['ags-delete', 'score on deleted', { kind: 'refused', reason: 'column-gone' }],
    ['extra-scores', 'pupil suspended in this course', taken],
    ['extra-scores', 'pupil not enrolled in this course', left('400')],
    ['extra-scores', 'parallel: same pupil, five times (score 1)', conflict],
    ['extra-scores', 'pupil whose grade the teacher overrode by hand', taken],
    [
      'extra-scores',
      'locked grade item',
      { kind: 'unsure', reason: 'column-locked', detail: '500 Internal Server Error' },
    ],
    ['extra-scores', 'hidden activity', taken],
  ])('%s: "%s" has an outcome of its own', async (name, label, outcome) => {
    serve(recorded(name, label));
    expect(await lti.put(column, score, at)).toMatchObject(outcome);
  });

  it('never puts a student’s id or a remark into the detail', async () => {
    serve(recorded('ags-scores', 'unknown user 9999'));
    const outcome = await lti.put(column, score, at);
    expect(JSON.stringify(outcome)).not.toContain('9999');
  });

  it('are sent as the recorded ones that worked', async () => {
    const worked = recorded('ags-scores', 'extra fields (submission, scoringUserId, extension)');
    serve(worked);
    await lti.put(column, score, at);
    const sent = replay.requests.at(-1);
    expect(sent?.url).toBe(new URL(worked.request.url).pathname + new URL(worked.request.url).search);
    expect(sent?.headers['content-type']).toBe(worked.request.headers['content-type']);
    expect(JSON.parse(sent?.body ?? '')).toEqual({
      userId: '5',
      scoreGiven: 7.4,
      scoreMaximum: 10,
      activityProgress: 'Completed',
      gradingProgress: 'FullyGraded',
      timestamp: '2026-11-23T11:23:46.624Z',
      comment: 'Goed gedaan',
      scoringUserId: '3',
    });
  });

  it('take a grade away as the recorded ones did', async () => {
    const erased = recorded('ags-scores', 'InProgress/NotReady without score (pupil 8 had 0)');
    serve(erased);
    await lti.put({ ...column }, { subject: '8', tenths: null, comment: '' }, new Date('2026-11-23T10:24:08.624Z'));
    expect(JSON.parse(replay.requests.at(-1)?.body ?? '')).toEqual(JSON.parse(erased.request.body ?? ''));
  });
});

describeWithRecordings('results at a recorded Moodle', () => {
  beforeEach(open);
  afterEach(close);

  it.each<[string, string, string, ReadOutcome]>([
    ['ags-results', 'user_id=5', '5', { kind: 'found', value: 67.5 }],
    ['ags-results', 'user_id unknown', '5', { kind: 'found', value: undefined }],
    ['ags-scores', 'results before any score', '5', { kind: 'found', value: undefined }],
    ['ags-scores', 'result pupil 8 after', '8', { kind: 'found', value: undefined }],
    ['extra-scores', 'read it', '7', { kind: 'found', value: 44.444 }],
    ['extra-scores', 'result after that', '6', { kind: 'found', value: 95 }],
  ])('%s: "%s" is read', async (name, label, subject, outcome) => {
    serve(recorded(name, label));
    expect(await lti.read(column, subject)).toMatchObject(outcome);
  });

  it('keep the grade of one student apart from the others', async () => {
    serve(recorded('ags-scores', 'results of five pupils'));
    expect(await lti.read(column, '6')).toMatchObject({ kind: 'found', value: 50 });
    expect(await lti.read(column, '8')).toMatchObject({ kind: 'found', value: 0 });
  });

  it('are asked for by student and never with a limit', async () => {
    serve(recorded('ags-results', 'user_id=5'));
    await lti.read(column, '5');
    expect(replay.requests.at(-1)).toMatchObject({
      url: '/mod/lti/services.php/2/lineitems/2/lineitem/results?type_id=1&user_id=5',
      headers: { accept: 'application/vnd.ims.lis.v2.resultcontainer+json' },
    });
  });

  it.each([
    ['ags-results', 'token without result scope', { kind: 'refused', reason: 'access-refused' }],
    ['ags-results', 'limit=2', { kind: 'refused', reason: 'column-gone' }],
    ['ags-results', 'Accept application/json', { kind: 'refused', reason: 'answer-not-understood' }],
  ])('%s: "%s" is no result', async (name, label, outcome) => {
    serve(recorded(name, label));
    expect(await lti.read(column, '5')).toMatchObject(outcome);
  });
});

describeWithRecordings('access tokens at a recorded Moodle', () => {
  beforeEach(open);
  afterEach(close);

  it.each([
    ['only unpermitted scope', 'platform/scope-refused 400 invalid_scope'],
    ['unknown client_id', 'platform/token-refused 400 invalid_client'],
    ['bad signature (other key, same kid)', 'platform/token-refused 400 Signature verification failed'],
    ['unknown kid', 'platform/token-refused 400'],
    ['expired assertion', 'platform/token-refused 400 Expired token'],
    [
      'assertion iat slightly in the future (+30 s)',
      expect.stringMatching(/^platform\/token-refused 400 Cannot handle token/u),
    ],
  ])('a refusal is told: %s', async (label, detail) => {
    replay.answerWith(recorded('token', label));
    expect(await lti.put(column, score, at)).toEqual({
      kind: 'refused',
      reason: 'access-refused',
      detail,
      retryAfterMs: undefined,
    });
  });

  it('are asked for as the recorded ones that were given', async () => {
    serve(recorded('ags-scores', 'score 15/20 for pupil 5'));
    await lti.put(column, score, at);
    const given = recorded('token', 'ok, one scope').request;
    const sent = replay.requests[0];
    expect(sent?.url).toBe(new URL(given.url).pathname);
    expect([...new URLSearchParams(sent?.body).keys()]).toEqual([...new URLSearchParams(given.body).keys()]);
  });
});

describeWithRecordings('members at a recorded Moodle', () => {
  beforeEach(open);
  afterEach(close);

  it('are read with names and student numbers', async () => {
    serve(recorded('nrps', 'ok, Accept nrps v2'));
    const { members: found } = await lti.members(members);
    expect(found).toContainEqual({
      subject: '7',
      roles: ['student'],
      state: 'active',
      givenName: 'Chloé',
      familyName: "van 't Hof",
      fullName: "Chloé van 't Hof",
      email: 'leerling3@example.invalid',
      studentNumber: '10004',
    });
    expect(found.find(({ subject }) => subject === '3')).toMatchObject({
      roles: ['teacher'],
      studentNumber: undefined,
    });
    expect(replay.requests.at(-1)?.headers.accept).toBe('application/vnd.ims.lti-nrps.v2.membershipcontainer+json');
  });

  it('are read to the last page', async () => {
    serve(recorded('nrps', 'ok, Accept nrps v2'));
    const { members: all } = await lti.members(members);
    const pages = ['limit=3, page 1', 'limit=3, page 2', 'limit=3, page 3'].map((label) => recorded('nrps', label));
    serve((url) => pages.find(({ request }) => request.url.endsWith(url)) ?? pages[0]!);
    const { members: paged } = await lti.members({ ...members, membershipsUrl: `${members.membershipsUrl}?limit=3` });
    const bySubject = (one: { subject: string }, other: { subject: string }) =>
      one.subject.localeCompare(other.subject);
    expect([...paged].sort(bySubject)).toEqual([...all].sort(bySubject));
  });

  it('may have no names', async () => {
    serve((url) =>
      url.includes('from=2')
        ? recorded('nrps', 'limit=3, page 3')
        : recorded('extra-nrps-privacy', 'tool setting share name = never, email = never'),
    );
    const { members: found } = await lti.members(members);
    expect(found).toContainEqual({ subject: '8', roles: ['student'], state: 'active', studentNumber: '10005' });
  });

  it.each([
    ['token without NRPS scope', 'platform/token-refused'],
    ['unknown course', 'platform/answer-unusable'],
    ['Accept application/json', 'platform/answer-unusable'],
  ])('"%s" is a Problem', async (label, code) => {
    serve(recorded('nrps', label));
    await expect(lti.members(members)).rejects.toMatchObject({ code });
  });
});

describeWithRecordings('columns at a recorded Moodle', () => {
  beforeEach(open);
  afterEach(close);

  const wanted = {
    school: 's1',
    platform: 'p1',
    lineItems: `${services}/2/lineitems?type_id=1`,
    resourceLink: '2',
    resourceId: 'task-1',
    tag: 'grade',
    label: 'Lasframe',
  };

  it('are found before they are made', async () => {
    serve(recorded('ags-lineitems', 'list resource_link_id=2'));
    expect(await lti.findOrCreateLineItem(wanted)).toBe(`${services}/2/lineitems/2/lineitem?type_id=1`);
    expect(replay.requests.at(-1)).toMatchObject({
      method: 'GET',
      url: '/mod/lti/services.php/2/lineitems?type_id=1&resource_link_id=2',
      headers: { accept: 'application/vnd.ims.lis.v2.lineitemcontainer+json' },
    });
  });

  it('are made when there is none', async () => {
    const [empty, made] = [
      recorded('ags-lineitems', 'list tag=none'),
      recorded('ags-lineitems', 'create bound to resourceLinkId 2'),
    ];
    serve((url) => (/resource_(link_)?id=/u.test(url) ? empty : made));
    expect(await lti.findOrCreateLineItem(wanted)).toBe(`${services}/2/lineitems/6/lineitem?type_id=1`);
    const sent = replay.requests.at(-1);
    expect(sent?.headers).toMatchObject({
      'content-type': made.request.headers['content-type'],
      accept: made.request.headers.accept,
    });
    expect(JSON.parse(sent?.body ?? '')).toEqual({
      scoreMaximum: 10,
      label: 'Lasframe',
      resourceId: 'task-1',
      tag: 'grade',
      resourceLinkId: '2',
    });
  });

  it('are not made for a link of somebody else', async () => {
    const [empty, refused] = [
      recorded('ags-lineitems', 'list tag=none'),
      recorded('ags-lineitems', 'create, unknown resourceLinkId'),
    ];
    serve((url) => (/resource_(link_)?id=/u.test(url) ? empty : refused));
    await expect(lti.findOrCreateLineItem(wanted)).rejects.toMatchObject({
      code: 'platform/token-refused',
      facts: { status: 403 },
    });
  });
});
