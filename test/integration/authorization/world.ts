import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '@buitenboord/lti-tool/app.js';
import { allRoutes, type AllRoutesDeps } from '@buitenboord/lti-tool/all-routes.js';
import { compose } from '@buitenboord/lti-tool/compose.js';
import type { Route } from '@buitenboord/lti-tool/web/routes.js';
import type { Visit } from '@buitenboord/shared/domain/visit/visit.js';
import type { GrantRole } from '@buitenboord/shared/domain/people/person.js';
import { createLog } from '@buitenboord/shared/runtime/log.js';
import { createVault } from '@buitenboord/shared/runtime/vault.js';
import { collections, deliveries } from '@buitenboord/shared/store/collections.js';
import type { AnyCollection } from '@buitenboord/shared/store/port.js';
import { openingSealedMail } from '@buitenboord/shared/use-cases/company/sealed-mail.js';
import { giveGrant } from '@buitenboord/shared/use-cases/school/grant-role.js';
import { fixedClock } from '../../support/fixed-clock.js';
import { anEdition } from '../../support/programme.js';
import { aMember } from '../../support/school.js';
import { openTestStore } from '../../support/test-store.js';
import { aVisit, type OpenedVisit } from '../../support/visits.js';
import { aFilledCourse, aFilledSchool, canary, type FilledCourse } from './filled-course.js';
import type { ActorName } from './actors.js';

export interface World {
  /** Where the application listens. */
  url: string;
  routes: readonly Route[];
  /** The course that everything in an address or a form is of. */
  own: FilledCourse;
  other: FilledCourse;
  foreign: FilledCourse;
  /** The secret of the link about student 1 of `own`. */
  secret: string;
  actors: Readonly<Record<ActorName, OpenedVisit>>;
  /** Every record there is. */
  everything(): Promise<string>;
  close(): Promise<void>;
}

/** Two schools, one of them with two courses, all full; and somebody of every kind who came in. */
export async function aWorld(): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'buitenboord-authorization-'));
  const store = await openTestStore();
  const now = fixedClock('2026-11-10T09:00:00.000Z');
  const vault = createVault('a secret for tests only, of more than 32 characters');
  const env = {
    BASE_URL: 'https://tool.example',
    DATA_DIR: folder,
    TRUST_PROXY: '',
    ALLOW_PRIVATE_PLATFORMS: false,
    DEMO_MAILBOX: false,
  };
  const log = createLog('silent');
  const house = compose({ env, store, vault, log, now, wakeWorker: () => undefined });
  // No LMS listens here: who is in a course is what the store knows.
  const deps: AllRoutesDeps = { ...house.deps, rosterReader: { read: () => Promise.resolve('failed') } };
  const routes = allRoutes(deps);
  await anEdition(store);
  const schoolA = await aFilledSchool(deps, 'A');
  const own = await aFilledCourse(deps, schoolA, 'A1');
  const other = await aFilledCourse(deps, schoolA, 'A2');
  const foreign = await aFilledCourse(deps, await aFilledSchool(deps, 'B'), 'B1');
  const [secret, actors] = [await linkSecret(deps, own), await whoCameIn(deps, { own, other, foreign })];
  const server = createApp({ store, vault, now, log, trustProxy: '' }, routes).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    routes,
    own,
    other,
    foreign,
    secret,
    actors,
    async everything() {
      const all: Record<string, unknown> = {};
      for (const [name, collection] of Object.entries(collections)) {
        for (const school of collection.scope === 'school' ? [own.school, foreign.school] : [undefined]) {
          const query = { where: school ? { school } : {}, limit: 500 };
          all[`${name} ${school ?? ''}`] = (await store.find(collection as AnyCollection, query as never)).items;
        }
      }
      return JSON.stringify(all);
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await house.close();
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function linkSecret({ store, vault }: AllRoutesDeps, { school, activity }: FilledCourse) {
  const { items } = await store.find(deliveries, { where: { school, target: 'mail', activity } });
  const texts: string[] = [];
  const reader = openingSealedMail(
    { send: (_school, { text }) => (texts.push(text), Promise.resolve({ kind: 'accepted' as const })) },
    vault,
  );
  for (const { payload } of items) {
    if (payload.target === 'mail' && payload.toName === canary('A1', 1)) await reader.send(school, payload, 'id');
  }
  return /\/link\/([\w-]{43})/u.exec(texts.join())![1]!;
}

interface Courses {
  own: FilledCourse;
  other: FilledCourse;
  foreign: FilledCourse;
}

async function whoCameIn(deps: AllRoutesDeps, { own, other, foreign }: Courses): Promise<World['actors']> {
  const { store, vault, now } = deps;
  const opened = (place: FilledCourse, person: string, fields: Partial<Visit>) => {
    const { school, platform, course, activity } = place;
    const where = { vault, school, platform, course, activity, at: now() };
    return aVisit(store, { ...where, person, role: 'student', fields });
  };
  const without = async (place: FilledCourse, fields: Partial<Visit> = {}, grants: readonly GrantRole[] = []) => {
    const person = await aMember(store, place, 'student', { givenName: 'Iemand', fullName: 'Iemand' });
    for (const role of grants) await giveGrant(deps, { school: place.school, person, role, actor: 'command' });
    return opened(place, person, { roles: [], ...fields });
  };
  const picking = { deepLinking: { returnUrl: 'https://a.lms.example/r', acceptMultiple: true, acceptLineItem: true } };
  const teacher: Partial<Visit> = { roles: ['teacher'] };
  const teaching = await opened(own, own.teacher, teacher);
  const elsewhere = await opened(other, other.teacher, teacher);
  // Something to withdraw.
  await giveGrant(deps, { school: own.school, person: own.teacher, role: 'safetyApprover', actor: 'command' });
  return {
    nobody: { ...teaching, cookie: '' },
    otherBrowser: { ...teaching, cookie: elsewhere.cookie },
    student: await opened(own, own.students[0].person, {}),
    classmate: await opened(own, own.students[1].person, {}),
    studentElsewhere: await opened(other, other.students[0].person, {}),
    teacher: teaching,
    teacherElsewhere: elsewhere,
    teacherOtherSchool: await opened(foreign, foreign.teacher, teacher),
    visitor: await without(own),
    lmsAdministrator: await without(own, { lmsAdministrator: true }),
    schoolAdministrator: await without(own, {}, ['schoolAdministrator']),
    administratorOtherSchool: await without(foreign, {}, ['schoolAdministrator']),
    examSecretary: await without(own, {}, ['examSecretary']),
    placementCoordinator: await without(own, {}, ['placementCoordinator']),
    safetyApprover: await without(own, {}, ['safetyApprover']),
    teacherPicking: await opened(own, own.teacher, { ...teacher, ...picking }),
    pickingOtherSchool: await opened(foreign, foreign.teacher, { ...teacher, ...picking }),
  };
}
