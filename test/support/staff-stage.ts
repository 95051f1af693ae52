import request from 'supertest';
import { writeListCsv } from '@buitenboord/connectors/files/list-csv.js';
import { writeListXlsx } from '@buitenboord/connectors/files/list-xlsx.js';
import { readTable } from '@buitenboord/connectors/files/read-table.js';
import { createPlatformCheck } from '@buitenboord/connectors/lti-services/platform-check.js';
import { ageCheckRoutes } from '@buitenboord/lti-tool/age-check/age-check-routes.js';
import { kindsRoutes } from '@buitenboord/lti-tool/kinds/kinds-routes.js';
import { planRoutes } from '@buitenboord/lti-tool/placement/plan-routes.js';
import { adminPageRoutes } from '@buitenboord/lti-tool/admin-page/admin-page-routes.js';
import { createApp } from '@buitenboord/lti-tool/app.js';
import { createToolKeys } from '@buitenboord/lti-tool/lti/tool-keys.js';
import { courseScopeRoutes } from '@buitenboord/lti-tool/pta/course-scope-routes.js';
import { schoolExamRoutes } from '@buitenboord/lti-tool/school-exam/school-exam-routes.js';
import { coverageRoutes } from '@buitenboord/lti-tool/coverage/coverage-routes.js';
import { programmeRoutes } from '@buitenboord/lti-tool/programme/programme-routes.js';
import { examFileRoutes } from '@buitenboord/lti-tool/exam-file/exam-file-routes.js';
import { sampleRoutes } from '@buitenboord/lti-tool/quality-sample/sample-routes.js';
import { outboxRoutes } from '@buitenboord/lti-tool/outbox-page/outbox-routes.js';
import { ptaRoutes } from '@buitenboord/lti-tool/pta/pta-routes.js';
import { serviceAccess } from '@buitenboord/lti-tool/service-access.js';
import { takeOverRoutes } from '@buitenboord/lti-tool/take-over/take-over-routes.js';
import type { GrantRole } from '@buitenboord/shared/domain/people/person.js';
import type { Visit } from '@buitenboord/shared/domain/visit/visit.js';
import { createOutbound } from '@buitenboord/shared/runtime/fetch-json.js';
import { createLog } from '@buitenboord/shared/runtime/log.js';
import { createVault } from '@buitenboord/shared/runtime/vault.js';
import { giveGrant } from '@buitenboord/shared/use-cases/school/grant-role.js';
import { fixedClock } from './fixed-clock.js';
import { aSchool, type SchoolWanted, type StandingSchool } from './school.js';
import { openTestStore } from './test-store.js';
import { aVisit } from './visits.js';

/** After 1 October, in school hours. */
const begin = '2026-11-10T09:00:00.000Z';

/** A school and its tool with the pages of the staff: programmes, take-over list, administrator. */
export async function aStaffStage(wanted: SchoolWanted = {}) {
  const store = await openTestStore();
  const now = fixedClock(begin);
  const vault = createVault('a secret of at least thirty-two characters');
  const at = await aSchool(store, wanted);
  const outbound = createOutbound({ allowPrivate: true, userAgent: 'test' });
  const toolKeys = createToolKeys({ store, vault, now });
  const deps = {
    store,
    now,
    baseUrl: 'https://tool.example',
    readTable,
    outbound,
    allowPrivate: true,
    platformCheck: createPlatformCheck(serviceAccess({ store, outbound, toolKeys, now })),
    writeCsv: writeListCsv,
    writeXlsx: writeListXlsx,
    wakeWorker: () => undefined,
  };
  const placement = [...planRoutes(deps), ...ageCheckRoutes(deps), ...kindsRoutes(deps)];
  const routes = [
    ...placement,
    ...ptaRoutes(deps),
    ...schoolExamRoutes(deps),
    ...examFileRoutes(deps),
    ...sampleRoutes(deps),
    ...courseScopeRoutes(deps),
    ...takeOverRoutes(deps),
    ...adminPageRoutes(deps),
    ...coverageRoutes(deps),
    ...programmeRoutes(deps),
    ...outboxRoutes(deps),
  ];
  const logged: string[] = [];
  const log = createLog('info', { write: (line) => void logged.push(line) });
  const app = createApp({ store, vault, now, log, trustProxy: '' }, routes);

  /** A browser in which a person has come in, with roles of the course and grants of the school. */
  async function comesIn(
    person: string,
    who: { grants?: readonly GrantRole[]; school?: StandingSchool; fields?: Partial<Visit> } = {},
  ) {
    const { school, platform, course, activity } = who.school ?? at;
    for (const role of who.grants ?? []) await giveGrant(deps, { school, person, role, actor: 'command' });
    const place = { vault, school, person, platform, course, activity, at: now() };
    const visit = await aVisit(store, { ...place, role: 'teacher', ...(who.fields && { fields: who.fields }) });
    const browser = request(app);
    const send = (method: 'get' | 'post', path: string) =>
      (method === 'get' ? browser.get(visit.url + path) : browser.post(visit.url + path)).set('Cookie', visit.cookie);
    return {
      url: visit.url,
      get: (path: string) => send('get', path),
      post: (path: string, fields: Readonly<Record<string, string>> = {}) =>
        send('post', path)
          .type('form')
          .send({ token: visit.token, ...fields }),
      /** A form with a file, as a browser without script sends it. */
      upload: (path: string, file: string | Buffer, name = 'pta.csv') =>
        send('post', path).field('token', visit.token).attach('file', Buffer.from(file), name),
      /** A multipart form with text fields only. */
      postParts: (path: string, fields: Readonly<Record<string, string>>) =>
        send('post', path).field({ token: visit.token, ...fields }),
    };
  }

  const close = async () => {
    await outbound.close();
    await store.close();
  };
  return { ...deps, deps, vault, toolKeys, at, app, logged, comesIn, close };
}

export type StaffStage = Awaited<ReturnType<typeof aStaffStage>>;
