import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { LtiServices } from '@buitenboord/connectors/lti-services/index.js';
import type { GradebookColumn } from '@buitenboord/shared/ports/gradebook.js';
import { createOutbound } from '@buitenboord/shared/runtime/fetch-json.js';
import type { Outbound } from '@buitenboord/shared/runtime/fetch-json.js';
import { someLtiServices } from '../../../support/lti-services.js';
import { openSmallServer } from '../../../support/small-server.js';
import type { SmallAnswer, SmallServer } from '../../../support/small-server.js';

const at = new Date('2026-11-23T11:23:46.624Z');
const score = { subject: '5', tenths: 74, comment: '' };

let server: SmallServer;
let outbound: Outbound;
let answer: SmallAnswer | undefined;
let column: GradebookColumn;
beforeEach(async () => {
  server = await openSmallServer(({ url }) => (url === '/token' ? { body: '{"access_token":"a"}' } : answer));
  outbound = createOutbound({ allowPrivate: true, userAgent: 'test' });
  column = { school: 's1', platform: 'p1', deployment: '1', lineItem: `${server.origin}/lineitem` };
});
afterEach(async () => {
  await outbound.close();
  await server.close();
});

const lti = (product = 'generic', out = outbound): LtiServices =>
  someLtiServices(out, { tokenUrl: `${server.origin}/token`, product });

describe('putting a score', () => {
  it.each<[string, string, SmallAnswer, object]>([
    ['Canvas took it', 'canvas', { status: 200, body: '{"resultUrl":"x"}' }, { kind: 'received' }],
    ['a platform took it and says nothing', 'generic', { status: 204 }, { kind: 'received' }],
    ['a platform has a later one', 'generic', { status: 409 }, { kind: 'conflict' }],
    ['Canvas knows nobody there', 'canvas', { status: 422 }, { kind: 'refused', reason: 'student-left' }],
    [
      'Canvas has had enough',
      'canvas',
      { status: 403, headers: { 'x-rate-limit-remaining': '0' } },
      { kind: 'later', reason: 'platform-slow-down' },
    ],
    [
      'Canvas has had enough and says so',
      'canvas',
      { status: 403, body: '403 Forbidden (Rate Limit Exceeded)' },
      { kind: 'later', reason: 'platform-slow-down' },
    ],
    [
      'Canvas forbids it',
      'canvas',
      { status: 403, headers: { 'x-rate-limit-remaining': '600' } },
      { kind: 'refused', reason: 'access-refused' },
    ],
    ['Brightspace knows nobody there', 'desire2learn', { status: 403 }, { kind: 'refused', reason: 'student-left' }],
    [
      'Brightspace knows nobody by that name',
      'desire2learn',
      { status: 404, body: 'User in requested score does not exist' },
      { kind: 'refused', reason: 'student-left' },
    ],
    ['Brightspace has no such column', 'desire2learn', { status: 404 }, { kind: 'refused', reason: 'column-gone' }],
    ['Brightspace has had enough', 'desire2learn', { status: 429 }, { kind: 'later', reason: 'platform-slow-down' }],
    [
      'Blackboard knows nobody there',
      'BlackboardLearn',
      { status: 400, body: 'User could not be found: 5' },
      { kind: 'refused', reason: 'student-left' },
    ],
    [
      'Canvas has a later one',
      'canvas',
      { status: 400, body: '{"errors":"Provided timestamp of 2026 before last updated timestamp of 2027"}' },
      { kind: 'conflict' },
    ],
    ['Canvas doesn’t understand', 'canvas', { status: 400 }, { kind: 'refused', reason: 'answer-not-understood' }],
    [
      'too many requests',
      'generic',
      { status: 429, headers: { 'retry-after': '7' } },
      { kind: 'later', reason: 'platform-slow-down', retryAfterMs: 7000 },
    ],
    [
      'wait until',
      'generic',
      { status: 429, headers: { 'retry-after': 'Mon, 23 Nov 2026 11:31:00 GMT' } },
      { kind: 'later', retryAfterMs: 60_000 },
    ],
    [
      'wait a year',
      'generic',
      { status: 429, headers: { 'retry-after': '31536000' } },
      { kind: 'later', retryAfterMs: 86_400_000 },
    ],
    [
      'wait no time we know',
      'generic',
      { status: 429, headers: { 'retry-after': 'soon' } },
      { kind: 'later', retryAfterMs: undefined },
    ],
    ['a crash', 'generic', { status: 500 }, { kind: 'unsure', reason: 'platform-down' }],
    ['a crash of Moodle', 'moodle', { status: 500 }, { kind: 'unsure', reason: 'column-locked' }],
    [
      'maintenance',
      'moodle',
      { status: 503, headers: { 'retry-after': '60' } },
      { kind: 'unsure', reason: 'platform-down', retryAfterMs: 60_000 },
    ],
    ['no such column', 'generic', { status: 404 }, { kind: 'refused', reason: 'column-gone' }],
    [
      'somewhere else',
      'generic',
      { status: 302, headers: { location: '/login' } },
      { kind: 'unsure', reason: 'answer-not-understood' },
    ],
  ])('when %s (%s) ends as it should', async (_title, product, given, outcome) => {
    answer = given;
    expect(await lti(product).put(column, score, at)).toMatchObject(outcome);
  });

  it('is unsure when the platform never answers', async () => {
    answer = undefined;
    const impatient: Outbound = { ...outbound, request: (request) => outbound.request({ ...request, timeoutMs: 150 }) };
    expect(await lti('moodle', impatient).put(column, score, at)).toMatchObject({
      kind: 'unsure',
      reason: 'platform-down',
    });
  });

  it('is to be tried later when nothing could be sent', async () => {
    const nobody = await openSmallServer(() => ({}));
    await nobody.close();
    const outcome = await lti().put({ ...column, lineItem: `${nobody.origin}/lineitem` }, score, at);
    expect(outcome).toMatchObject({ kind: 'later', reason: 'platform-down' });
  });

  it('does not go to an address that is not allowed', async () => {
    const outcome = await lti().put({ ...column, lineItem: 'http://169.254.169.254/lineitem' }, score, at);
    expect(outcome).toMatchObject({ kind: 'refused', reason: 'not-allowed' });
  });

  it('lets a mistake of ours through', async () => {
    await expect(lti().put({ ...column, lineItem: 'no address' }, score, at)).rejects.toThrow('Invalid URL');
  });

  it('tells no remark and no student in its detail', async () => {
    answer = { status: 400, statusText: 'Incorrect score received{"userId":"5","comment":"Sanne was ziek"}' };
    const outcome = await lti('moodle').put(column, { ...score, comment: 'Sanne was ziek' }, at);
    expect(outcome).toMatchObject({ reason: 'student-left' });
    expect(JSON.stringify(outcome)).not.toContain('Sanne');
  });
});

describe('reading a result', () => {
  const result = (fields: object) => ({ body: JSON.stringify([{ userId: '5', ...fields }]) });

  it.each<[string, SmallAnswer, number | undefined]>([
    ['of ten', result({ resultScore: 7.4, resultMaximum: 10 }), 74],
    ['rescaled to twenty', result({ resultScore: 14.8, resultMaximum: 20 }), 74],
    ['rescaled to seven and a half, in five decimals', result({ resultScore: 4.35, resultMaximum: 7.5 }), 58],
    ['rescaled to three, in five decimals', result({ resultScore: 2.22, resultMaximum: 3 }), 74],
    ['typed by hand in hundredths', result({ resultScore: 7.45, resultMaximum: 10 }), 74.5],
    ['without a maximum: of one', result({ resultScore: 0.74 }), 74],
    ['of nought', result({ resultScore: 0, resultMaximum: 10 }), 0],
    ['taken away', result({ resultScore: null, resultMaximum: 10 }), undefined],
    ['not given', result({ resultMaximum: 10 }), undefined],
    ['of somebody else', { body: '[{"userId":"6","resultScore":9,"resultMaximum":10}]' }, undefined],
  ])('finds a grade %s', async (_title, given, value) => {
    answer = given;
    expect(await lti().read(column, '5')).toEqual({ kind: 'found', value });
  });

  it.each<[string, SmallAnswer, object]>([
    ['a page', { body: '<html>' }, { kind: 'later', reason: 'answer-not-understood' }],
    ['a crash', { status: 500 }, { kind: 'later', reason: 'platform-down' }],
    ['a refusal', { status: 403 }, { kind: 'refused', reason: 'access-refused' }],
    ['too much', { body: 'x'.repeat(100_000) }, { kind: 'later', reason: 'answer-not-understood' }],
  ])('finds nothing in %s', async (_title, given, outcome) => {
    answer = given;
    expect(await lti('moodle').read(column, '5')).toMatchObject(outcome);
  });
});
