import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { courseCopies, courses, noticeHandlers, platforms } from '@buitenboord/shared/store/collections.js';
import { anLmsKey } from '../../support/lms-key.js';
import { signedToken } from '../../support/launch-world.js';
import { eventually } from '../../support/lms-walk.js';
import { people, startHouse, type RunningHouse } from '../../support/running-house.js';
import { walkIn } from '../../support/walked-work.js';

const claim = 'https://purl.imsglobal.org/spec/lti/claim';
const copyOf = (context: string, fields: Record<string, unknown> = {}) => ({
  [`${claim}/context`]: { id: context },
  [`${claim}/origin_contexts`]: ['2'],
  ...fields,
});

let house: RunningHouse;
let handler: string;
beforeAll(async () => {
  house = await startHouse({ notices: true });
  await walkIn(house, people.teacher);
  const { items } = await house.store.find(platforms, { where: {} });
  handler = `${house.toolUrl}/lti/notices/${items[0]!.id}`;
  await eventually(
    () => handlersKept(),
    (kept) => kept.filter(({ heardAt }) => heardAt).length === 1,
  );
});
afterAll(() => house.stop());

const handlersKept = async () => (await house.store.find(noticeHandlers, { where: { school: house.school } })).items;
const copiesKept = async () => (await house.store.find(courseCopies, { where: { school: house.school } })).items;
const sign = (claims: Record<string, unknown>) => house.lms.signNotice(house.clientId, 'LtiContextCopyNotice', claims);

async function send(jwts: readonly string[], to = handler) {
  const body = JSON.stringify({ notices: jwts.map((jwt) => ({ jwt })) });
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  const answer = await fetch(to, { method: 'POST', headers, body });
  return [answer.status, ((await answer.json()) as { problem?: string }).problem];
}

describe('a platform that sends notices', () => {
  it('is asked for them once, after the first launch, and its greeting shows that it works', async () => {
    expect(house.lms.noticeHandlers().toSorted()).toEqual(['1 LtiContextCopyNotice', '1 LtiHelloWorldNotice']);
    const puts = () => house.lms.requests.filter(({ method }) => method === 'PUT').length;
    const before = puts();
    await walkIn(house, people.sanne);
    await walkIn(house, people.bram);
    expect(puts()).toBe(before);
    const kept = await handlersKept();
    expect(kept.map(({ type, state }) => `${type} ${state}`).toSorted()).toEqual([
      'LtiContextCopyNotice taken',
      'LtiHelloWorldNotice taken',
    ]);
    expect(kept.find(({ type }) => type === 'LtiHelloWorldNotice')?.heardAt).toBeDefined();
  });

  it('tells of a copied course before anybody opens it, and the class then says where it came from', async () => {
    const copy = house.lms.copyCourse(house.course.id);
    const told = await eventually(copiesKept, (copies) => copies.length > 0);
    expect(told.map(({ context, origins }) => [context, origins])).toEqual([[copy.id, [house.course.id]]]);
    const link = house.lms.activities(copy.id)[0]!;
    const teacher = await walkIn(house, people.teacher, link.id);
    expect(await teacher.page('/overview')).toContain(`een kopie van ‘${house.course.title}’`);
  });

  it('may tell it after the course was opened as well', async () => {
    const { items } = await house.store.find(courses, { where: { school: house.school } });
    const opened = items.find(({ context }) => context === house.course.id)!;
    const elsewhere = items.find(({ copiedFrom }) => copiedFrom === opened.id)!;
    expect(opened.copiedFrom).toBeUndefined();
    const notice = sign({ ...copyOf(house.course.id), [`${claim}/origin_contexts`]: [elsewhere.context] });
    expect(await send([notice])).toEqual([200, undefined]);
    const now = await house.store.get(courses, { school: house.school, id: opened.id });
    expect(now?.copiedFrom).toBe(elsewhere.id);
  });
});

describe('a notice that is not right', () => {
  const stranger = anLmsKey('stranger');
  const seconds = () => Math.floor(Date.now() / 1000);
  const decoded = (jwt: string) =>
    JSON.parse(Buffer.from(jwt.split('.')[1]!, 'base64url').toString('utf8')) as Record<string, unknown>;

  it.each([
    ['of another issuer', { iss: 'https://evil.example' }, 'launch/wrong-issuer'],
    ['for another tool', { aud: 'somebody-else' }, 'launch/wrong-audience'],
    ['for another tool besides', { aud: ['x', 'y'] }, 'launch/wrong-audience'],
    ['for another party', { azp: 'somebody-else' }, 'launch/wrong-audience'],
    ['of an unknown deployment', { [`${claim}/deployment_id`]: '99' }, 'launch/unknown-deployment'],
    ['of version 1.1', { [`${claim}/version`]: '1.1' }, 'launch/missing-claim'],
    ['of no type', { [`${claim}/notice`]: {} }, 'launch/missing-claim'],
    ['without an id of its own', { nonce: undefined }, 'launch/missing-claim'],
    ['without an end', { exp: undefined }, 'launch/missing-claim'],
    ['that ended', { exp: 1_700_000_000 }, 'launch/expired'],
    ['of two hours ago', { iat: seconds() - 7200 }, 'launch/expired'],
    ['of the future', { iat: seconds() + 600 }, 'launch/too-early'],
  ])('is refused and changes nothing: %s', async (_what, fields, problem) => {
    const before = await copiesKept();
    expect(await send([sign(copyOf('forged', fields))])).toEqual([401, problem]);
    expect(await copiesKept()).toEqual(before);
  });

  it('is refused when somebody else signed it, under a known or an unknown key id', async () => {
    const claims = decoded(sign(copyOf('forged')));
    const { kid } = JSON.parse(Buffer.from(sign(copyOf('forged')).split('.')[0]!, 'base64url').toString('utf8')) as {
      kid: string;
    };
    expect(await send([signedToken(claims, { ...stranger, kid })])).toEqual([401, 'launch/bad-signature']);
    expect(await send([signedToken(claims, stranger)])).toEqual([401, 'launch/unknown-key']);
    expect(await send([signedToken(claims, stranger, { alg: 'none' })])).toEqual([401, 'launch/bad-signature']);
  });

  it('counts once', async () => {
    const notice = sign(copyOf('once'));
    expect(await send([notice])).toEqual([200, undefined]);
    expect(await send([notice])).toEqual([401, 'launch/nonce-used']);
  });

  it('doesn’t keep a good one beside it out', async () => {
    expect(await send([sign(copyOf('bad', { aud: 'x' })), sign(copyOf('good'))])).toEqual([
      401,
      'launch/wrong-audience',
    ]);
    const contexts = (await copiesKept()).map(({ context }) => context);
    expect(contexts).toContain('good');
    expect(contexts).not.toContain('bad');
  });

  it('is none for a platform that isn’t connected, and none without notices in it', async () => {
    const elsewhere = `${house.toolUrl}/lti/notices/unknown`;
    expect(await send([sign(copyOf('x'))], elsewhere)).toEqual([400, 'launch/unknown-platform']);
    expect(await send([])).toEqual([400, 'request/bad-input']);
  });
});
