import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { createApp } from '@buitenboord/lti-tool/app.js';
import { overviewRoutes } from '@buitenboord/lti-tool/dashboard/overview-routes.js';
import { evidence, works } from '@buitenboord/shared/store/collections.js';
import { put, type Store } from '@buitenboord/shared/store/port.js';
import { createLog } from '@buitenboord/shared/runtime/log.js';
import { createVault } from '@buitenboord/shared/runtime/vault.js';
import { workId } from '@buitenboord/shared/domain/evidence/work-id.js';
import { fixedClock } from '../../support/fixed-clock.js';
import { madeAt } from '../../support/records.js';
import { aSchool, type StandingSchool } from '../../support/school.js';
import { openTestStore } from '../../support/test-store.js';
import { aVisit } from '../../support/visits.js';

/** Every student handed in three photos: the heaviest a class page gets. */
async function everybodyHandedIn(store: Store, at: StandingSchool): Promise<void> {
  for (const student of at.students) {
    const work = workId(at.activity, student, 1);
    const about = { activity: at.activity, student };
    const handedIn = { ...about, attempt: 1, draft: 'klaar', versions: 1, savedAt: madeAt, handedInAt: madeAt };
    const photo = {
      ...about,
      work,
      kind: 'photo' as const,
      blob: 'b',
      thumbnail: 't',
      mediaType: 'image/jpeg',
      bytes: 9,
      addedAt: madeAt,
    };
    await store.commit([
      put(works, { school: at.school, id: work }, { ...handedIn, state: 'handedIn' as const, read: [] }, 0),
      ...[1, 2, 3].map((n) => put(evidence, { school: at.school, id: `${work}-${n}` }, photo, 0)),
    ]);
  }
}

describe('the launch page of a class of 30', () => {
  it('is at most 60 kB over the wire with its style and script, thumbnails aside, and works without them', async () => {
    const store = await openTestStore();
    const now = fixedClock('2026-06-02T09:00:00.000Z');
    const vault = createVault('a secret of at least thirty-two characters');
    const at = await aSchool(store, { students: 30 });
    await everybodyHandedIn(store, at);
    const rosterReader = { read: () => Promise.resolve('failed' as const) };
    const routes = overviewRoutes({ store, now, rosterReader, report: () => undefined });
    const app = createApp({ store, vault, now, log: createLog('silent'), trustProxy: '' }, routes);
    const place = {
      vault,
      school: at.school,
      platform: at.platform,
      course: at.course,
      activity: at.activity,
      at: now(),
    };
    const visit = await aVisit(store, { ...place, person: at.teacher, role: 'teacher' });
    const page = await request(app).get(`${visit.url}/overview`).set('Cookie', visit.cookie);
    expect(page.status).toBe(200);
    expect(page.text.match(/<tr>/gu)).toHaveLength(31);

    const assets = [...page.text.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/gu)].map(([, address = '']) => address);
    const imported = assets.map(async (address) =>
      Number((await request(app).get(address).set('Accept-Encoding', 'gzip')).headers['content-length']),
    );
    const total = Buffer.byteLength(page.text) + (await Promise.all(imported)).reduce((sum, bytes) => sum + bytes, 0);
    expect(total).toBeLessThanOrEqual(60_000);
    expect(page.text.match(/<img[^>]*>/gu)?.every((image) => image.includes('loading="lazy"'))).toBe(true);
    // Everything there is a link or a form: nothing waits for a script.
    expect(page.text).not.toMatch(/\son[a-z]+=|javascript:/u);
  });
});
