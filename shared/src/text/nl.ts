import * as takeOver from './words/take-over.js';
import * as pta from './words/pta.js';
import * as ptaSteps from './words/pta-steps.js';
import * as admin from './words/admin.js';
import * as platforms from './words/platforms.js';
import * as refusals from './words/refusals.js';
import * as assessment from './words/assessment.js';
import * as assignment from './words/assignment.js';
import * as career from './words/career.js';
import * as company from './words/company.js';
import * as launch from './words/launch.js';
import * as mailbox from './words/mailbox.js';
import * as overview from './words/overview.js';
import * as oldKeys from './words/old-keys.js';
import * as names from './words/names.js';
import * as privacy from './words/privacy.js';
import * as problems from './words/problems.js';
import * as examFile from './words/exam-file.js';
import * as sample from './words/sample.js';
import * as schoolExam from './words/school-exam.js';
import * as outbox from './words/outbox.js';
import * as roster from './words/roster.js';
import * as safety from './words/safety.js';
import * as plan from './words/plan.js';
import * as kinds from './words/kinds.js';
import * as shared from './words/shared.js';
import * as work from './words/work.js';
import * as programme from './words/programme.js';
import * as coverage from './words/coverage.js';

export const nl = {
  ...shared.nl,
  ...assessment.nl,
  ...assignment.nl,
  ...overview.nl,
  ...mailbox.nl,
  ...career.nl,
  ...company.nl,
  ...launch.nl,
  ...oldKeys.nl,
  ...names.nl,
  ...privacy.nl,
  ...admin.nl,
  ...platforms.nl,
  ...refusals.nl,
  ...pta.nl,
  ...ptaSteps.nl,
  ...schoolExam.nl,
  ...sample.nl,
  ...examFile.nl,
  ...takeOver.nl,
  ...problems.nl,
  ...work.nl,
  ...outbox.nl,
  ...roster.nl,
  ...programme.nl,
  ...coverage.nl,
  ...safety.nl,
  ...plan.nl,
  ...kinds.nl,
};
