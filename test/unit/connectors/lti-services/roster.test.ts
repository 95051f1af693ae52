import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { RosterMember } from '@buitenboord/shared/ports/roster.js';
import { createOutbound } from '@buitenboord/shared/runtime/fetch-json.js';
import type { Outbound } from '@buitenboord/shared/runtime/fetch-json.js';
import { someLtiServices } from '../../../support/lti-services.js';
import { openSmallServer } from '../../../support/small-server.js';
import type { SmallAnswer, SmallRequest, SmallServer } from '../../../support/small-server.js';

let server: SmallServer;
let outbound: Outbound;
let answer: (request: SmallRequest) => SmallAnswer;
beforeEach(async () => {
  server = await openSmallServer((request) =>
    request.url === '/token' ? { body: '{"access_token":"a"}' } : answer(request),
  );
  outbound = createOutbound({ allowPrivate: true, userAgent: 'test' });
});
afterEach(async () => {
  await outbound.close();
  await server.close();
});

async function members(): Promise<readonly RosterMember[]> {
  const lti = someLtiServices(outbound, { tokenUrl: `${server.origin}/token` });
  const membershipsUrl = `${server.origin}/members`;
  return (await lti.members({ school: 's1', platform: 'p1', deployment: '1', membershipsUrl })).members;
}

/** A page of members, with where the next one is. */
function page(list: readonly object[], next?: string): SmallAnswer {
  const headers: Record<string, string> = next === undefined ? {} : { link: `<${next}>; rel="next"` };
  return { headers, body: JSON.stringify({ id: 'x', context: { id: '2' }, members: list }) };
}

const learner = (id: number | string) => ({ user_id: id, roles: ['Learner'] });

describe('a member of a course', () => {
  it.each<[string, object, Partial<RosterMember>]>([
    [
      'no more than an id and a role',
      learner('5'),
      { subject: '5', roles: ['student'], state: 'active', fullName: undefined },
    ],
    ['an id that is a number', learner(5), { subject: '5' }],
    [
      'roles in full',
      { user_id: '5', roles: ['http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor'] },
      { roles: ['teacher'] },
    ],
    [
      'a role of an assistant only',
      { user_id: '5', roles: ['http://purl.imsglobal.org/vocab/lis/v2/membership/Instructor#TeachingAssistant'] },
      { roles: [] },
    ],
    ['no role', { user_id: '5', roles: [] }, { roles: [] }],
    ['gone', { ...learner('5'), status: 'Deleted' }, { state: 'left' }],
    ['inactive', { ...learner('5'), status: 'Inactive' }, { state: 'left' }],
    ['active', { ...learner('5'), status: 'Active' }, { state: 'active' }],
    [
      'null for what is not known',
      { ...learner('5'), name: null, email: null, status: null },
      { state: 'active', email: undefined },
    ],
    [
      'a variable for a student number',
      { ...learner('5'), lis_person_sourcedid: '$Person.sourcedId' },
      { studentNumber: undefined },
    ],
  ])('may have %s', async (_title, member, expected) => {
    answer = () => page([member]);
    expect(await members()).toEqual([expect.objectContaining(expected)]);
  });
});

describe('the pages of a course', () => {
  it('are read to the end, and a member who is in two of them is one', async () => {
    answer = ({ url }) =>
      url === '/members'
        ? page([learner('1'), learner('2')], `${server.origin}/members?from=2`)
        : page([learner('2'), learner('3')]);
    expect((await members()).map(({ subject }) => subject)).toEqual(['1', '2', '3']);
  });

  it('are not read on another host: the token would go along', async () => {
    const other = await openSmallServer(() => page([learner('9')]));
    answer = () => page([learner('1')], `${other.origin}/members`);
    const asked = members().finally(() => other.close());
    await expect(asked).rejects.toMatchObject({ code: 'platform/address-refused' });
    expect(other.requests).toHaveLength(0);
  });

  it('end, when each says that another one comes', async () => {
    let pages = 0;
    answer = () => page([learner((pages += 1))], `${server.origin}/members?from=${pages}`);
    await expect(members()).rejects.toMatchObject({ code: 'platform/answer-too-large', facts: { pages: 50 } });
    expect(pages).toBe(50);
  });

  it('end, when they go round', async () => {
    answer = () => page([learner('1')], `${server.origin}/members`);
    await expect(members()).rejects.toMatchObject({ code: 'platform/answer-too-large', facts: { pages: 1 } });
  });

  it('hold five thousand members at most', async () => {
    answer = () => page(Array.from({ length: 5001 }, (_none, index) => learner(index)));
    await expect(members()).rejects.toMatchObject({ code: 'platform/answer-too-large' });
  });

  it.each<[string, SmallAnswer, string]>([
    ['a crash', { status: 502 }, 'platform/unreachable'],
    ['too many requests', { status: 429 }, 'platform/slow-down'],
    ['a refusal', { status: 403 }, 'platform/token-refused'],
    ['a page for people', { body: '<html>' }, 'platform/answer-unusable'],
    ['something else', { body: '{"members":"none"}' }, 'platform/answer-unusable'],
  ])('are a Problem when the platform answers %s', async (_title, given, code) => {
    answer = () => given;
    await expect(members()).rejects.toMatchObject({ code });
  });
});
