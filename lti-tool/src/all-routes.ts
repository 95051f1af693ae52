import type { Log } from '@buitenboord/shared/runtime/log.js';
import { assessmentRoutes, type AssessmentDeps } from './assessment/assessment-routes.js';
import { examRoutes } from './assessment/exam-routes.js';
import { selfRoutes } from './assessment/self-routes.js';
import { countingRoutes, type CountingDeps } from './assignment/counting-routes.js';
import { pickerRoutes, type PickerDeps } from './assignment/picker-routes.js';
import { careerFileRoutes } from './career/career-file-routes.js';
import { careerRoutes, type CareerDeps } from './career/career-routes.js';
import { studentCareerRoutes } from './career/student-career-routes.js';
import { companyRoutes, type CompanyDeps } from './company/company-routes.js';
import { overviewRoutes, type OverviewDeps } from './dashboard/overview-routes.js';
import type { EvidenceDeps } from './evidence/evidence-deps.js';
import { evidenceRoutes } from './evidence/evidence-routes.js';
import { settleRoutes, type SettleDeps } from './grade/settle-routes.js';
import { healthRoutes } from './health/health-routes.js';
import { canvasRoutes } from './launch/canvas-routes.js';
import { launchRoutes, type LaunchDeps } from './launch/launch-routes.js';
import { registrationRoutes, type RegistrationDeps } from './launch/registration-routes.js';
import { welcomeRoutes } from './launch/welcome-routes.js';
import { companyLinkRoutes } from './link/company-link-routes.js';
import { ageCheckRoutes } from './age-check/age-check-routes.js';
import { kindsRoutes } from './kinds/kinds-routes.js';
import { planRoutes } from './placement/plan-routes.js';
import type { AdminPageDeps } from './admin-page/admin-page-deps.js';
import { adminPageRoutes } from './admin-page/admin-page-routes.js';
import { courseScopeRoutes, type CourseScopeDeps } from './pta/course-scope-routes.js';
import type { PtaDeps } from './pta/pta-deps.js';
import { ptaRoutes } from './pta/pta-routes.js';
import { examFileRoutes } from './exam-file/exam-file-routes.js';
import { sampleRoutes } from './quality-sample/sample-routes.js';
import type { SampleDeps } from './quality-sample/sample-deps.js';
import { schoolExamRoutes } from './school-exam/school-exam-routes.js';
import { takeOverRoutes, type TakeOverDeps } from './take-over/take-over-routes.js';
import { mailboxRoutes, type MailboxDeps } from './mailbox/mailbox-routes.js';
import { namesRoutes } from './names/names-routes.js';
import { noticeRoutes, type NoticeDeps } from './notices/notice-routes.js';
import { oldKeyRoutes } from './old-keys/old-key-routes.js';
import { outboxRoutes, type OutboxPageDeps } from './outbox-page/outbox-routes.js';
import { privacyRoutes } from './privacy/privacy-routes.js';
import { reviewRoutes } from './review/review-routes.js';
import type { EvidenceLinkDeps } from './link/evidence-handlers.js';
import type { CoverageDeps } from './coverage/coverage-deps.js';
import { coverageRoutes } from './coverage/coverage-routes.js';
import type { ProgrammeDeps } from './programme/programme-exchange.js';
import { programmeRoutes } from './programme/programme-routes.js';
import type { Route } from './web/routes.js';

export interface AllRoutesDeps
  extends
    AdminPageDeps,
    CareerDeps,
    AssessmentDeps,
    CompanyDeps,
    CourseScopeDeps,
    CountingDeps,
    CoverageDeps,
    EvidenceDeps,
    EvidenceLinkDeps,
    LaunchDeps,
    MailboxDeps,
    NoticeDeps,
    OutboxPageDeps,
    OverviewDeps,
    PickerDeps,
    ProgrammeDeps,
    RegistrationDeps,
    PtaDeps,
    SampleDeps,
    SettleDeps,
    TakeOverDeps {
  vault: EvidenceLinkDeps['vault'];
  log: Log;
}

/** Every route there is. The authorization test walks through this list. */
export function allRoutes(deps: AllRoutesDeps): Route[] {
  return [
    ...launchRoutes(deps),
    ...registrationRoutes(deps),
    ...welcomeRoutes(),
    ...canvasRoutes(deps),
    ...overviewRoutes(deps),
    ...pickerRoutes(deps),
    ...countingRoutes(deps),
    ...settleRoutes(deps),
    ...assessmentRoutes(deps),
    ...examRoutes(deps),
    ...selfRoutes(deps),
    ...evidenceRoutes(deps),
    ...companyRoutes(deps),
    ...companyLinkRoutes(deps),
    ...courseScopeRoutes(deps),
    ...ptaRoutes(deps),
    ...schoolExamRoutes(deps),
    ...examFileRoutes(deps),
    ...sampleRoutes(deps),
    ...takeOverRoutes(deps),
    ...careerRoutes(deps),
    ...careerFileRoutes(deps),
    ...studentCareerRoutes(deps),
    ...adminPageRoutes(deps),
    ...planRoutes(deps),
    ...ageCheckRoutes(deps),
    ...kindsRoutes(deps),
    ...mailboxRoutes(deps),
    ...reviewRoutes(deps),
    ...privacyRoutes(deps),
    ...namesRoutes(deps),
    ...noticeRoutes(deps),
    ...oldKeyRoutes(deps),
    ...outboxRoutes(deps),
    ...coverageRoutes(deps),
    ...programmeRoutes(deps),
    ...healthRoutes(deps),
  ];
}
