import jwt from 'jsonwebtoken';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { LtiServices } from '@buitenboord/connectors/lti-services/index.js';
import { createOutbound } from '@buitenboord/shared/runtime/fetch-json.js';
import type { Outbound } from '@buitenboord/shared/runtime/fetch-json.js';
import { fixedClock } from '../../../support/fixed-clock.js';
import type { FixedClock } from '../../../support/fixed-clock.js';
import { someLtiServices, toolKey } from '../../../support/lti-services.js';
import { openSmallServer } from '../../../support/small-server.js';
import type { SmallAnswer, SmallRequest, SmallServer } from '../../../support/small-server.js';

const at = new Date('2026-11-23T11:23:46.624Z');
const score = { subject: '5', tenths: 74, comment: '' };

let server: SmallServer;
let outbound: Outbound;
let now: FixedClock;
let lti: LtiServices;
let tokens: number;
let tokenAnswer: () => SmallAnswer;
let serviceAnswer: (request: SmallRequest) => SmallAnswer;

beforeEach(async () => {
  tokens = 0;
  tokenAnswer = () => ({ body: JSON.stringify({ access_token: `token-${tokens}`, expires_in: 3600 }) });
  serviceAnswer = () => ({});
  server = await openSmallServer((request) => {
    if (request.url !== '/token') return serviceAnswer(request);
    tokens += 1;
    return tokenAnswer();
  });
  outbound = createOutbound({ allowPrivate: true, userAgent: 'test' });
  now = fixedClock('2026-11-23T11:30:00.000Z');
  lti = someLtiServices(outbound, { tokenUrl: `${server.origin}/token` }, now);
});
afterEach(async () => {
  await outbound.close();
  await server.close();
});

const column = (fields: object = {}) => ({
  school: 's1',
  platform: 'p1',
  deployment: '1',
  lineItem: `${server.origin}/2/lineitem`,
  ...fields,
});
const put = (fields: object = {}) => lti.put(column(fields), score, at);

describe('an access token', () => {
  it('is asked for with an assertion that the platform can check', async () => {
    await put();
    const form = new URLSearchParams(server.requests[0]?.body);
    expect(Object.fromEntries(form)).toEqual({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: expect.any(String),
      scope: 'https://purl.imsglobal.org/spec/lti-ags/scope/score',
    });
    const clockTimestamp = now().getTime() / 1000;
    const { header, payload } = jwt.verify(form.get('client_assertion') ?? '', toolKey.publicKey, {
      algorithms: ['RS256'],
      complete: true,
      clockTimestamp,
      audience: `${server.origin}/token`,
    });
    expect(header).toEqual({ alg: 'RS256', typ: 'JWT', kid: 'tool-1' });
    expect(payload).toMatchObject({
      iss: '5Q3QFK7aJ8hTAvD',
      sub: '5Q3QFK7aJ8hTAvD',
      iat: clockTimestamp - 60,
      exp: clockTimestamp + 240,
      jti: expect.stringMatching(/.{20}/u),
    });
  });

  it('serves thirty grades that go out together', async () => {
    await Promise.all(Array.from({ length: 30 }, () => put()));
    expect(tokens).toBe(1);
    expect(server.requests.filter(({ headers }) => headers.authorization === 'Bearer token-1')).toHaveLength(30);
  });

  it('is kept until a minute before it ends', async () => {
    await put();
    now.advance(3540_000 - 1);
    await put();
    expect(tokens).toBe(1);
    now.advance(1);
    await put();
    expect(tokens).toBe(2);
  });

  it('is kept an hour when the platform does not say', async () => {
    tokenAnswer = () => ({ body: '{"access_token":"a","expires_in":"soon"}' });
    await put();
    now.advance(3_500_000);
    await put();
    expect(tokens).toBe(1);
  });

  it('is another one for another platform, school and service', async () => {
    await put();
    await put({ platform: 'p2' });
    await put({ school: 's2' });
    await lti.read(column(), '5');
    expect(tokens).toBe(4);
  });

  it('is asked anew, once, when the platform no longer takes it', async () => {
    await put();
    serviceAnswer = ({ headers }) => ({ status: headers.authorization === 'Bearer token-1' ? 401 : 200 });
    expect(await put()).toEqual({ kind: 'received' });
    expect(tokens).toBe(2);
    serviceAnswer = () => ({ status: 401 });
    expect(await put()).toMatchObject({ kind: 'refused', reason: 'access-refused' });
    expect(tokens).toBe(3);
  });

  it('is asked again after a try that failed', async () => {
    tokenAnswer = () => ({ status: 503 });
    expect(await put()).toMatchObject({ kind: 'later', reason: 'platform-down' });
    tokenAnswer = () => ({ body: '{"access_token":"a"}' });
    expect(await put()).toEqual({ kind: 'received' });
  });

  it.each<[string, SmallAnswer, object]>([
    ['a refusal', { status: 400, body: '{"error":"invalid_scope"}' }, { kind: 'refused', reason: 'access-refused' }],
    [
      'a request to slow down',
      { status: 429, headers: { 'retry-after': '30' } },
      { kind: 'later', reason: 'platform-slow-down', retryAfterMs: 30_000 },
    ],
    ['something else', { body: '<html>' }, { kind: 'unsure', reason: 'answer-not-understood' }],
  ])('may be answered by %s', async (_title, answer, outcome) => {
    tokenAnswer = () => answer;
    expect(await put()).toMatchObject(outcome);
    expect(server.requests.every(({ url }) => url === '/token')).toBe(true);
  });
});
