import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createOutbound } from '@buitenboord/shared/runtime/fetch-json.js';
import type { Outbound } from '@buitenboord/shared/runtime/fetch-json.js';
import { someLtiServices } from '../../../support/lti-services.js';
import { openSmallServer } from '../../../support/small-server.js';
import type { SmallServer } from '../../../support/small-server.js';

let server: SmallServer;
let outbound: Outbound;
let listed: object[];
beforeEach(async () => {
  server = await openSmallServer(({ url, method, body }) => {
    if (url === '/token') return { body: '{"access_token":"a"}' };
    if (method === 'GET') return { body: JSON.stringify(listed) };
    return { status: 201, body: JSON.stringify({ ...(JSON.parse(body) as object), id: 'https://lms.example/made' }) };
  });
  outbound = createOutbound({ allowPrivate: true, userAgent: 'test' });
});
afterEach(async () => {
  await outbound.close();
  await server.close();
});

function find(label = 'Lasframe'): Promise<string> {
  const lti = someLtiServices(outbound, { tokenUrl: `${server.origin}/token` });
  return lti.findOrCreateLineItem({
    school: 's1',
    platform: 'p1',
    lineItems: `${server.origin}/lineitems?type_id=1`,
    resourceLink: '2',
    resourceId: 'a1',
    tag: 'SE1',
    label,
  });
}

const item = (id: string, fields: object = {}) => ({
  id: `https://lms.example/${id}`,
  label: 'x',
  scoreMaximum: 10,
  resourceLinkId: '2',
  ...fields,
});

describe('the column of an activity', () => {
  it.each<[string, object[], string]>([
    ['the one we named', [item('one'), item('two', { resourceId: 'a1', tag: 'SE1' })], 'two'],
    ['the only one it has', [item('one', { resourceId: '' })], 'one'],
    ['made, when there is none', [], 'made'],
    [
      'made, when they are of other activities',
      [item('one', { resourceLinkId: '3', resourceId: 'a1', tag: 'SE1' })],
      'made',
    ],
    ['made, when there are several and none is ours', [item('one'), item('two')], 'made'],
    ['found among items with strange fields', [item('one', { tag: null, resourceId: 5, label: null })], 'one'],
  ])('is %s', async (_title, items, id) => {
    listed = items;
    expect(await find()).toBe(`https://lms.example/${id}`);
  });

  it('has a label that Moodle can take', async () => {
    listed = [];
    await find('L'.repeat(300));
    expect(JSON.parse(server.requests.at(-1)?.body ?? '')).toMatchObject({
      label: 'L'.repeat(255),
      resourceLinkId: '2',
    });
  });
});
