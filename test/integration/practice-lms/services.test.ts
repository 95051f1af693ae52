import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  atSite,
  describeWithRecordings,
  exchangesOf,
  recordedSite,
  replay,
  startReplay,
  tokenFor,
} from './recordings.js';
import type { Exchange, Replay, Seen } from './recordings.js';

/** In the order in which they were recorded, because ids and timestamps build on each other. */
const files = ['nrps', 'ags-lineitems', 'ags-scores', 'ags-results', 'ags-delete'];

/** Recorded, but not rebuilt: the older member list format, and a race inside Moodle. */
const notRebuilt = ['Accept old membership v1', 'parallel: same pupil, five times (score 3)'];

const now = new Date('2026-11-23T11:22:00Z');

async function authorization(school: Replay, label: string): Promise<Record<string, string>> {
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  if (label === 'no Authorization') return {};
  if (label === 'garbage token') return bearer('garbage');
  if (label === 'expired access token') {
    school.setTime(new Date(now.getTime() - 7_200_000));
    const old = await tokenFor(school, new Date(now.getTime() - 7_200_000));
    school.setTime(now);
    return bearer(old);
  }
  if (/read-?only scope/.test(label))
    return bearer(await tokenFor(school, now, (scope) => scope.endsWith('.readonly')));
  if (label.startsWith('token without')) return bearer(await tokenFor(school, now, withoutScope(label)));
  return bearer(await tokenFor(school, now));
}

const withoutScope = (label: string) => (scope: string) => {
  if (label.includes('NRPS')) return !scope.includes('nrps');
  return label.includes('score') ? !scope.endsWith('/score') : !scope.includes('result');
};

/** What differs per run: the outcome's random number and its signature. */
const withoutChance = (body: string) =>
  body.replace(/\\"launchid\\":\d+/g, '\\"launchid\\":0').replace(/\\"hash\\":\\"[0-9a-f]+\\"/g, '\\"hash\\":\\"\\"');

const asRecorded = (lms: Replay['lms'], { status, reason, contentType, link, body }: Seen): Seen => ({
  status,
  reason: atSite(reason, lms.url, recordedSite),
  contentType,
  link: link === null ? null : atSite(link, lms.url, recordedSite),
  body: withoutChance(atSite(body, lms.url, recordedSite)),
});

/** Pages of the recorded site were left out of the recordings. */
const expected = ({ response }: Exchange): Partial<Seen> => ({
  status: response.status,
  reason: response.statusText ?? '',
  contentType: response.headers['content-type'] ?? null,
  link: response.headers.link ?? null,
  ...(response.bodyElided ? {} : { body: withoutChance(response.body ?? '') }),
});

describeWithRecordings('the services, call by call as recorded from Moodle', () => {
  let school: Replay;

  beforeAll(async () => {
    school = await startReplay();
    school.setTime(now);
  });
  afterAll(() => school.stop());

  for (const file of files) {
    it(`answers ${file} to the letter`, async () => {
      for (const exchange of exchangesOf(file)) {
        const label = exchange.label ?? '';
        if (notRebuilt.includes(label)) continue;
        const seen = asRecorded(school.lms, await replay(school.lms, exchange, await authorization(school, label)));
        expect({ label, ...seen }).toMatchObject({ label, ...expected(exchange) });
      }
    });
  }

  it('keeps a typed or locked grade, caps, and takes scores for a suspended student', async () => {
    const token = { authorization: `Bearer ${await tokenFor(school, now)}` };
    // Copies of the course had used up these ids when this was recorded.
    while (!school.lms.items('3').some(({ id }) => id === '21')) {
      school.lms.addActivity({
        courseId: '3',
        clientId: school.clientId,
        name: 'filler',
        lineItem: { scoreMaximum: 1 },
      });
    }
    for (const exchange of exchangesOf('extra-scores')) {
      const label = exchange.label ?? '';
      if (notRebuilt.includes(label)) continue;
      if (label.includes('overrode')) school.lms.overrideGrade('3', '6', 19);
      school.lms.lockItem('3', label === 'locked grade item');
      const seen = asRecorded(school.lms, await replay(school.lms, exchange, token));
      expect({ label, ...inOrder(seen) }).toMatchObject({ label, ...inOrder(expected(exchange)) });
    }
  });
});

/** Five scores at once land in any order. */
function inOrder<T extends Partial<Seen>>(seen: T): T {
  if (!seen.body?.startsWith('[{')) return seen;
  const results = JSON.parse(seen.body) as { userId: string }[];
  return { ...seen, body: JSON.stringify(results.toSorted((one, other) => Number(one.userId) - Number(other.userId))) };
}
