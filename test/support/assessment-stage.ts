import request from 'supertest';
import { createApp } from '@buitenboord/lti-tool/app.js';
import { assessmentRoutes } from '@buitenboord/lti-tool/assessment/assessment-routes.js';
import { examRoutes } from '@buitenboord/lti-tool/assessment/exam-routes.js';
import { selfRoutes } from '@buitenboord/lti-tool/assessment/self-routes.js';
import { settleRoutes } from '@buitenboord/lti-tool/grade/settle-routes.js';
import { companyLinkRoutes } from '@buitenboord/lti-tool/link/company-link-routes.js';
import { createLog } from '@buitenboord/shared/runtime/log.js';
import { aCompanyStage } from './company-stage.js';
import type { SchoolWanted } from './school.js';
import { aVisit } from './visits.js';

/** A company stage whose tool also settles, assesses and examines. */
export async function anAssessmentStage(wanted: SchoolWanted = {}) {
  const stage = await aCompanyStage(wanted);
  const deps = { ...stage.deps, wakeWorker: () => undefined };
  const app = createApp({ ...stage.deps, log: createLog('silent'), trustProxy: '' }, [
    ...settleRoutes(deps),
    ...assessmentRoutes(deps),
    ...examRoutes(deps),
    ...selfRoutes(deps),
    ...companyLinkRoutes(deps),
  ]);

  /** A browser in which a person of the course has come in. */
  async function comesIn(person: string, role: 'teacher' | 'student') {
    const { school, platform, course, activity } = stage.at;
    const place = { school, platform, course, activity, person, role, vault: stage.vault, at: stage.now() };
    const visit = await aVisit(stage.store, place);
    const send = (asked: request.Test) => asked.set('Cookie', visit.cookie);
    return {
      get: (path: string) => send(request(app).get(visit.url + path)),
      post: (path: string, fields: Record<string, string> = {}) =>
        send(request(app).post(visit.url + path))
          .type('form')
          .send({ token: visit.token, ...fields }),
    };
  }

  return { ...stage, app, comesIn };
}

export type AssessmentStage = Awaited<ReturnType<typeof anAssessmentStage>>;

/** What a reader hears of a page, without the tags. */
export const words = (html: string) => html.replace(/<[^>]+>/gu, ' ').replace(/\s+/gu, ' ');
