import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { compose, type House } from '@buitenboord/lti-tool/compose.js';
import type { Activity, Course } from '@buitenboord/shared/domain/activity/assignment.js';
import type { CourseRole } from '@buitenboord/shared/domain/people/person.js';
import type { Platform } from '@buitenboord/shared/domain/school/school.js';
import type { Mailer } from '@buitenboord/shared/ports/mailer.js';
import { newId } from '@buitenboord/shared/ids.js';
import { deliverDue } from '@buitenboord/shared/outbox/deliver-due.js';
import { deliveryId } from '@buitenboord/shared/outbox/delivery-id.js';
import { createLog } from '@buitenboord/shared/runtime/log.js';
import { createVault } from '@buitenboord/shared/runtime/vault.js';
import { activities, courses, deliveries, dueRows, platforms } from '@buitenboord/shared/store/collections.js';
import { change, type Store } from '@buitenboord/shared/store/port.js';
import { settleGrade } from '@buitenboord/shared/use-cases/grade/settle-grade.js';
import { anAdoptedPta } from './adopted-pta.js';
import { fixedClock } from './fixed-clock.js';
import { aComponent } from './pta.js';
import { aSchool } from './school.js';
import { openStandardLms } from './standard-lms.js';
import { aVisit } from './visits.js';

const ags = 'https://purl.imsglobal.org/spec/lti-ags/scope';
export const allScopes = [`${ags}/lineitem`, `${ags}/result.readonly`, `${ags}/score`];
/** The LMS's id of the link behind which the activity stands. */
export const link = 'link-1';

export interface ServicesHouseWanted {
  students?: number;
  platform?: Partial<Platform>;
  course?: Partial<Course>;
  /** The activity begins with a column of its own at the LMS, unless this is false. */
  column?: boolean;
}

const noMailer: Mailer = { send: () => Promise.reject(new Error('No mail was expected here.')) };

/** The product as it is composed, on a store, with one school whose LMS is a platform that does what the standards say. */
export async function aServicesHouse(store: Store, wanted: ServicesHouseWanted = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'buitenboord-services-'));
  const lms = await openStandardLms();
  lms.links.add(link);
  const now = fixedClock('2026-06-10T10:00:00.250Z');
  const vault = createVault('a secret for tests only, of more than 32 characters');
  const env = {
    BASE_URL: 'https://tool.example',
    DATA_DIR: folder,
    TRUST_PROXY: '',
    ALLOW_PRIVATE_PLATFORMS: true,
    DEMO_MAILBOX: false,
  };
  const house = compose({ env, store, vault, log: createLog('silent'), now, wakeWorker: () => undefined });
  const at = await aSchoolAt(store, lms.origin, wanted);
  const { school, platform, course, activity, teacher } = at;
  await knowsServices(store, at, lms, wanted);
  const [student = ''] = at.students;
  lms.members = [
    { user_id: `sub-${teacher}`, roles: ['Instructor'] },
    ...at.students.map((id) => ({ user_id: `sub-${id}`, roles: ['Learner'] })),
  ];
  const lineItem = `${lms.origin}/lineitems/1/lineitem?course=2`;
  if (wanted.column ?? true) {
    const item = { id: lineItem, label: 'Lasframe', scoreMaximum: 10, resourceId: 'SE1', tag: 'SE1' };
    lms.items.set(lineItem, { ...item, resourceLinkId: link });
    await changeActivity({ lineItem });
  }

  async function changeActivity(fields: Partial<Activity>): Promise<void> {
    const known = await store.get(activities, { school, id: activity });
    await store.commit([change(activities, known!, fields)]);
  }

  const settle = async (tenths: number, more: { remark?: string; student?: string } = {}) => {
    const who = more.student ?? student;
    const seenRevision = revisions.get(who) ?? 0;
    const value = { kind: 'tenths' as const, tenths };
    const words = { remark: more.remark ?? '', reason: 'nieuw' };
    const about = { school, activity, student: who, attempt: 1, by: teacher, seenRevision };
    const { revision } = await settleGrade({ store, now }, { ...about, ...words, value });
    revisions.set(who, revision);
  };
  const revisions = new Map<string, number>();

  /** Rounds of the outbox, each as late as the longest backoff, until nothing is due any more. */
  const deliver = async (rounds = 12) => {
    const deps = { store, gradebook: house.services, mailer: noMailer, now, random: () => 1, newId };
    for (let n = 0; n < rounds && (await store.find(dueRows, { where: {} })).items.length > 0; n += 1) {
      await deliverDue(deps, { worker: 'test' });
      now.advance(16 * 60_000);
    }
  };

  /** Somebody's browser, in a visit of the activity. */
  const browserOf = async (person: string, role: CourseRole) => {
    const place = { vault, school, platform, course, activity, at: now() };
    const fields = { link: { id: link, title: 'Lasframe' } };
    return browserIn(house, await aVisit(store, { ...place, person, role, fields }));
  };

  return {
    ...{ lms, store, now, house, services: house.services, at, student, subject: `sub-${student}`, lineItem },
    settle,
    deliver,
    changeActivity,
    activity: async () => (await store.get(activities, { school, id: activity }))!,
    course: async () => (await store.get(courses, { school, id: course }))!,
    delivery: async (of = student) =>
      (await store.get(deliveries, { school, id: deliveryId('gradebook', `${activity}:${of}`) }))!,
    teachersBrowser: () => browserOf(teacher, 'teacher'),
    browserOf,
    async close() {
      await house.close();
      await lms.close();
      await rm(folder, { recursive: true, force: true });
      await store.close();
    },
  };
}

export type ServicesHouse = Awaited<ReturnType<typeof aServicesHouse>>;

async function aSchoolAt(store: Store, issuer: string, { students = 2 }: ServicesHouseWanted) {
  const at = await aSchool(store, { students, issuer });
  const line = await anAdoptedPta(store, at.school, [aComponent(), aComponent({ code: 'SE2' })]);
  const activity = (await store.get(activities, { school: at.school, id: at.activity }))!;
  await store.commit([change(activities, activity, { counting: { kind: 'pta', line, code: 'SE1', scale: 'number' } })]);
  return { ...at, line };
}

async function knowsServices(
  store: Store,
  { school, platform: platformId, course: courseId }: { school: string; platform: string; course: string },
  { urls }: { urls: { token: string; members: string; lineItems: string } },
  wanted: ServicesHouseWanted,
): Promise<void> {
  const platform = (await store.get(platforms, { id: platformId }))!;
  const course = (await store.get(courses, { school, id: courseId }))!;
  const known = { membershipsUrl: urls.members, lineItemsUrl: urls.lineItems, scopes: allScopes, cohort: '2024' };
  await store.commit([
    change(platforms, platform, { tokenUrl: urls.token, product: 'standard', ...wanted.platform }),
    change(courses, course, { ...known, leerweg: 'kb' as const, ...wanted.course }),
  ]);
}

function browserIn({ app }: House, visit: { url: string; cookie: string; token: string }) {
  return {
    get: (path: string) =>
      request(app)
        .get(visit.url + path)
        .set('Cookie', visit.cookie),
    post: (path: string, fields: Record<string, string> = {}) =>
      request(app)
        .post(visit.url + path)
        .set('Cookie', visit.cookie)
        .type('form')
        .send({ token: visit.token, ...fields }),
  };
}
