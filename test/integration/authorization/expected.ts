import type { ActorName } from './actors.js';
import { plateWork } from '../../support/programme.js';
import type { World } from './world.js';

export interface Expected {
  /** The status for each who is let in. Not named: 401 without the visit's cookie, 404 with it. `everybody` is for routes that guard themselves. */
  status: Partial<Record<ActorName | 'everybody', number>>;
  /** What the form or the JSON says besides its token, about `own` and the first student there. */
  sends?: (world: World) => Record<string, string | number>;
  /** What stands behind the question mark. */
  asks?: (world: World) => Record<string, string>;
  /** Who is answered like the others, and yet changes nothing: what the form names isn't theirs. */
  untouched?: readonly ActorName[];
  /** Words of others that everybody may read here. */
  shows?: readonly string[];
  /** May be posted from another site: the platform does. */
  acrossSites?: true;
}

const students = (status: number) => ({ student: status, classmate: status, studentElsewhere: status });
const teachers = (status: number) => ({ teacher: status, teacherElsewhere: status, teacherOtherSchool: status });
const makers = (status: number) => ({ examSecretary: status, schoolAdministrator: status });
const makersAnywhere = (status: number) => ({ ...makers(status), administratorOtherSchool: status });
/** Who chooses what the school does. */
const keepers = (status: number) => ({
  placementCoordinator: status,
  schoolAdministrator: status,
  administratorOtherSchool: status,
});
/** Who is in a visit, whoever it is. */
const visitors = (status: number) => ({
  ...students(status),
  ...teachers(status),
  visitor: status,
  lmsAdministrator: status,
  ...makersAnywhere(status),
  placementCoordinator: status,
  safetyApprover: status,
});
const programmeWriters = (status: number) => ({
  ...teachers(status),
  ...keepers(status),
});
const everybody = (status: number): Expected => ({ status: { everybody: status } });
const aStudent = ({ own }: World) => ({ student: own.students[0].person });
const someStudents = ({ own }: World) => ({ students: own.students[0].person });
const aPlatform = ({ own }: World) => ({ platform: own.platform });
const aProgramme = {
  cohort: '2025',
  leerweg: 'kb',
  schoolYear: '2026-2027',
  subjectCode: '1999',
  subjectTitle: 'Nieuw',
  component: 'SE9',
  title: 'Nieuw onderdeel',
  kind: 'toets',
  scale: 'cijfer',
  weight: '1',
  resit: 'ja',
  companyWeight: '0',
};
const aCareerEntry = {
  kind: 'companyVisit',
  title: 'Nieuw',
  place: '',
  outsideSchool: 'yes',
  motivation: '',
  aim: '',
};
const careerWords = {
  title: 'Nieuw',
  place: '',
  motivation: '',
  aim: '',
  happenedOn: '',
  results: '',
  evaluation: '',
  conclusion: '',
  fitsMe: '',
  sharedWith: 'teachers',
  action: 'save',
};
const aTalk = { moment: 'before', heldOn: '2026-11-02', notes: 'Gesproken.', nextStep: '' };
/** One day that a student of 16 may work. */
const aPlanForm = {
  kind: 'blockPlacement',
  setting: 'other',
  date: '2026-11-17',
  from: '09:00',
  to: '15:00',
  breaks: '30',
  supervision: 'near',
  action: 'save',
};
const { cohort: _c, leerweg: _l, schoolYear: _y, subjectCode: _s, subjectTitle: _t, ...aComponent } = aProgramme;

/** Every route there is, by method and path. What isn't in here fails the test. */
export const expected: Readonly<Record<string, Expected>> = {
  'GET /livez': everybody(200),
  'GET /': everybody(200),
  'GET /lti/launch': everybody(200),
  'GET /readyz': everybody(200),
  'GET /lti/login': everybody(400),
  'POST /lti/login': { ...everybody(400), acrossSites: true },
  'POST /lti/launch': { ...everybody(401), acrossSites: true },
  'POST /lti/new-window': everybody(400),
  'POST /lti/frame': everybody(400),
  'POST /lti/frame/again': everybody(400),
  'GET /lti/jwks/:school': everybody(200),
  'GET /lti/canvas/:school': everybody(200),
  // Without a signed notice.
  'POST /lti/notices/:platform': { ...everybody(400), acrossSites: true },
  // The secret of a company's link registers nothing.
  'GET /lti/register/:secret': everybody(403),
  'POST /lti/register/:secret': everybody(403),

  // The link of a company, in a browser where its button was never pressed.
  'GET /link/:secret': { ...everybody(200), shows: ['A-0'] },
  'POST /link/:secret': everybody(303),
  'GET /link/:secret/task': everybody(303),
  'POST /link/:secret/begin': everybody(303),
  'GET /link/:secret/question/:number': everybody(303),
  'POST /link/:secret/question/:number': everybody(303),
  'GET /link/:secret/summary': everybody(303),
  'POST /link/:secret/summary': everybody(303),
  'GET /link/:secret/thanks': everybody(303),
  'GET /link/:secret/complaint': everybody(303),
  'POST /link/:secret/complaint': everybody(303),
  'GET /link/:secret/evidence/:evidence': everybody(303),
  'GET /link/:secret/evidence/:evidence/thumbnail': everybody(303),

  'GET /v/:visit': { status: visitors(303) },

  'GET /v/:visit/welcome': {
    status: { ...visitors(303), visitor: 200, examSecretary: 200, placementCoordinator: 200, safetyApprover: 200 },
  },

  'GET /v/:visit/work': { status: students(200) },
  'POST /v/:visit/work/read': { status: students(303), sends: () => ({ step: 'task' }) },
  'POST /v/:visit/work/draft': { status: students(303), sends: () => ({ text: 'getypt' }) },
  'POST /v/:visit/work/files': { status: students(303), sends: () => ({ text: 'getypt' }) },
  'POST /v/:visit/work/hand-in': { status: students(303) },
  'POST /v/:visit/work/take-back': { status: students(303) },
  'POST /v/:visit/uploads': {
    status: { ...students(201), classmate: 422 },
    sends: () => ({ kind: 'photo', bytes: 100 }),
  },
  'GET /v/:visit/uploads/:id': { status: { student: 200 } },
  'PUT /v/:visit/uploads/:id': { status: { student: 200 }, asks: () => ({ offset: '0' }) },
  'POST /v/:visit/uploads/:id/finish': { status: { student: 422 }, sends: () => ({ sha256: 'a'.repeat(64) }) },
  'GET /v/:visit/evidence/:id': { status: { student: 200, teacher: 200 } },
  'GET /v/:visit/evidence/:id/thumbnail': { status: { student: 200, teacher: 200 } },
  'GET /v/:visit/evidence/:id/address': { status: { student: 200, teacher: 200 } },
  'POST /v/:visit/evidence/:id/remove': { status: { student: 303 } },

  // Each has a file of her own, if only an empty one; what stands in an address is the first student's.
  'GET /v/:visit/career': { status: students(200) },
  'GET /v/:visit/career/new': { status: students(200), asks: () => ({ of: 'activity' }) },
  'POST /v/:visit/career': { status: students(303), sends: () => aCareerEntry },
  'GET /v/:visit/career/:entry': { status: { student: 200 } },
  'POST /v/:visit/career/:entry': { status: { student: 303 }, sends: () => careerWords },
  'POST /v/:visit/career/:entry/talk': { status: { student: 303 }, sends: () => aTalk },
  'POST /v/:visit/career/:entry/withdraw': { status: { student: 303 } },
  'GET /v/:visit/career-file.json': {
    status: students(200),
    asks: ({ own }) => ({ chosen: 'yes', experience: own.students[0].careerEntry }),
  },
  'GET /v/:visit/career-file.pdf': { status: students(200) },
  'GET /v/:visit/students/:student/career': { status: { teacher: 200 } },
  'POST /v/:visit/students/:student/career/:entry/talk': { status: { teacher: 303 }, sends: () => aTalk },
  'POST /v/:visit/students/:student/career/:entry/approve': { status: { teacher: 303 } },
  'POST /v/:visit/students/:student/career/:entry/waive': {
    status: { teacher: 303 },
    sends: () => ({ condition: 'otherKind', reason: 'Ander bedrijf.' }),
  },

  'GET /v/:visit/overview': { status: teachers(200) },
  'POST /v/:visit/roster': { status: teachers(303) },
  'GET /v/:visit/students/:student': { status: { teacher: 200 } },
  'POST /v/:visit/students/:student/grade': {
    status: { teacher: 303 },
    sends: () => ({ attempt: 1, seenRevision: 0, choice: 'number', grade: '7,4' }),
  },
  'POST /v/:visit/students/:student/suggestion': {
    status: { teacher: 200 },
    sends: () => ({ attempt: 1, seenRevision: 0, evidence: '7,4' }),
  },
  // Let in, and told that nothing was settled yet to give a resit for.
  'POST /v/:visit/students/:student/resit': { status: { teacher: 422 }, sends: () => ({ after: 1 }) },
  'POST /v/:visit/students/:student/delivery': { status: { teacher: 404 }, sends: () => ({ decision: 'retry' }) },

  'GET /v/:visit/work/self': { status: students(200) },
  // The classmate's grade was settled.
  'POST /v/:visit/work/self': {
    status: { ...students(303), classmate: 422 },
    sends: () => ({ moment: 'end', 'level-0': 'good' }),
  },
  'GET /v/:visit/students/:student/assessment': { status: { teacher: 200 } },
  'POST /v/:visit/students/:student/assessment': {
    status: { teacher: 303 },
    sends: () => ({ moment: 'end', 'level-0': 'good' }),
  },
  // Let in, and told that the activity has no such moment.
  'POST /v/:visit/students/:student/assessment/invite': {
    status: { teacher: 404 },
    sends: () => ({ moment: 'start' }),
  },
  'POST /v/:visit/students/:student/observations': {
    status: { teacher: 303 },
    sends: () => ({ topic: 'attitude', words: 'Op tijd.' }),
  },
  'GET /v/:visit/moments': { status: teachers(200) },
  'POST /v/:visit/moments': { status: teachers(303), sends: () => ({ middle: 'yes' }) },
  // Let in, and told that this activity is no exam.
  'GET /v/:visit/students/:student/sitting': { status: { teacher: 404 } },
  'POST /v/:visit/students/:student/sitting': { status: { teacher: 404 } },
  'GET /v/:visit/experts': { status: { ...teachers(200), examSecretary: 200 } },
  'POST /v/:visit/experts': {
    status: { ...teachers(303), examSecretary: 303 },
    sends: () => ({ name: 'Ans Smid', role: 'meester', company: 'Nieuw', namedOn: '2026-01-10' }),
  },
  // Let in, and told that nobody of that id was named.
  'POST /v/:visit/experts/withdraw': {
    status: { ...teachers(404), examSecretary: 404 },
    sends: () => ({ expert: 'nobody' }),
  },

  'GET /v/:visit/companies': { status: teachers(200) },
  'POST /v/:visit/companies': {
    status: { teacher: 303 },
    sends: (world) => ({
      ...someStudents(world),
      name: 'Nieuw',
      contactName: 'Ans',
      contactEmail: 'ans@nieuw.example',
    }),
  },
  'POST /v/:visit/companies/invite': { status: { teacher: 303 }, sends: someStudents },
  'POST /v/:visit/companies/withdraw': {
    status: teachers(303),
    untouched: ['teacherElsewhere', 'teacherOtherSchool'],
    sends: aStudent,
  },

  'GET /v/:visit/picker': { status: { ...teachers(200), teacherPicking: 200, pickingOtherSchool: 200 } },
  'GET /v/:visit/picker/choice': {
    status: { ...teachers(200), teacherPicking: 200, pickingOtherSchool: 200 },
    asks: ({ own }) => ({ choose: own.assignment }),
  },
  'POST /v/:visit/picker/answer': { status: { teacherPicking: 200 }, sends: ({ own }) => ({ choose: own.assignment }) },
  'POST /v/:visit/picker/cancel': { status: { teacherPicking: 200, pickingOtherSchool: 200 } },
  'GET /v/:visit/assignments/new': { status: { ...teachers(200), teacherPicking: 200 } },
  'POST /v/:visit/assignments': {
    status: { ...teachers(422), teacherPicking: 422 },
    sends: () => ({ title: 'Nieuw' }),
  },
  'GET /v/:visit/counting': { status: teachers(200) },
  'POST /v/:visit/counting': { status: teachers(422), sends: () => ({ component: '' }) },

  // Let in, and there is nothing to review: the LMS opened no student's work in this visit.
  'GET /v/:visit/review': { status: teachers(404) },
  'GET /v/:visit/privacy': { status: visitors(200), shows: ['A-0', 'B-0'] },
  'GET /v/:visit/names': { status: teachers(200) },
  // Everybody has a name here.
  'POST /v/:visit/names': { status: teachers(404), sends: (world) => ({ ...aStudent(world), givenName: 'Nieuw' }) },
  'POST /v/:visit/names/undo': { status: teachers(404), sends: aStudent },

  'GET /v/:visit/course-scope': { status: teachers(200) },
  'POST /v/:visit/course-scope': { status: teachers(409), sends: () => ({ cohort: '2024', leerweg: 'bb' }) },
  'GET /v/:visit/pta': { status: { ...teachers(200), ...makersAnywhere(200) } },
  'GET /v/:visit/pta/:line': { status: { teacher: 200, teacherElsewhere: 200, ...makers(200) } },
  'GET /v/:visit/pta/new': { status: makersAnywhere(200) },
  'POST /v/:visit/pta/new': { status: makersAnywhere(303), sends: () => aProgramme },
  'GET /v/:visit/pta/import': { status: makersAnywhere(200) },
  'POST /v/:visit/pta/import': { status: makersAnywhere(400) },
  'POST /v/:visit/pta/import/preview': { status: makersAnywhere(400) },
  'POST /v/:visit/pta/import/store': { status: makersAnywhere(400) },
  'GET /v/:visit/pta/copy': { status: makersAnywhere(200) },
  'POST /v/:visit/pta/copy': {
    status: { ...makers(303), administratorOtherSchool: 404 },
    sends: ({ own }) => ({ copy: own.line }),
  },
  'GET /v/:visit/pta/rounding': { status: makersAnywhere(200) },
  'POST /v/:visit/pta/rounding': { status: makersAnywhere(303), sends: () => ({ regime: 'direct' }) },
  'GET /v/:visit/pta/:line/propose': { status: makers(200) },
  'POST /v/:visit/pta/:line/propose': {
    status: makers(303),
    sends: ({ own }) => ({ id: `${own.draftLine}.1`, seen: 1 }),
  },
  // Let in, and told that it was never proposed.
  'POST /v/:visit/pta/:line/take-back': {
    status: makers(422),
    sends: ({ own }) => ({ id: `${own.draftLine}.1` }),
  },
  'GET /v/:visit/school-exam': { status: { ...teachers(200), examSecretary: 200 } },
  'GET /v/:visit/school-exam/:student': { status: { teacher: 200, examSecretary: 200 } },
  'GET /v/:visit/school-exam/:student/file': { status: { teacher: 200, examSecretary: 200 } },
  'GET /v/:visit/school-exam/:student/file/download': {
    status: { teacher: 200, examSecretary: 200 },
    asks: () => ({ as: 'json' }),
  },
  'GET /v/:visit/samples': { status: { ...teachers(200), examSecretary: 200 } },
  'POST /v/:visit/samples': {
    status: { teacher: 303, teacherElsewhere: 303, teacherOtherSchool: 422, examSecretary: 303 },
    sends: ({ own }) => ({ component: own.component, method: 'number', count: 1, seed: 'woord' }),
  },
  'GET /v/:visit/samples/:sample': { status: { teacher: 200, examSecretary: 200 } },
  'GET /v/:visit/samples/:sample/export': { status: { teacher: 200, examSecretary: 200 } },
  'GET /v/:visit/sample-cases/:case': { status: { teacher: 200, examSecretary: 200 } },
  'POST /v/:visit/sample-cases/:case/school-work': {
    status: { teacher: 303, examSecretary: 303 },
    sends: () => ({ doneOn: '2026-11-09', seen: 'hetzelfde' }),
  },
  // Let in, and told that who settled the grade doesn’t judge it again.
  'POST /v/:visit/sample-cases/:case/judgement': {
    status: { teacher: 422 },
    sends: () => ({ choice: 'number', grade: '7,4', promise: 'yes' }),
  },
  // Let in, and told that there is no second judgement yet.
  'POST /v/:visit/sample-cases/:case/decision': {
    status: { teacher: 422, examSecretary: 422 },
    sends: () => ({ decision: 'agree', choice: 'number', seenRevision: 1 }),
  },
  'POST /v/:visit/sample-cases/:case/follow-up': {
    status: { teacher: 422, examSecretary: 422 },
    sends: () => ({ text: 'bellen', remindOn: '2026-12-01' }),
  },
  'POST /v/:visit/sample-cases/:case/follow-up/done': { status: { teacher: 404, examSecretary: 404 } },
  'GET /v/:visit/pta/:line/component': { status: makers(200) },
  'POST /v/:visit/pta/:line/component': { status: makers(303), sends: () => aComponent },
  'POST /v/:visit/pta/:line/component/remove': { status: makers(303), sends: () => ({ code: 'SE1' }) },
  'GET /v/:visit/pta/:line/adopt': { status: makers(200) },
  'POST /v/:visit/pta/:line/adopt': {
    status: makers(303),
    sends: ({ own }) => ({ id: `${own.draftLine}.1`, seen: 1 }),
  },

  'GET /v/:visit/take-over': { status: { ...teachers(200), examSecretary: 200 } },
  'GET /v/:visit/take-over/download': {
    status: { ...teachers(200), teacherOtherSchool: 422, examSecretary: 200 },
    asks: ({ own }) => ({ component: own.component, as: 'csv' }),
  },
  'POST /v/:visit/take-over/confirm': {
    status: { teacher: 303, teacherElsewhere: 409, teacherOtherSchool: 409, examSecretary: 303 },
    untouched: ['teacherElsewhere', 'teacherOtherSchool'],
    sends: ({ own }) => ({ component: own.component, shown: own.shown }),
  },

  'GET /v/:visit/coverage': { status: teachers(200) },
  'GET /v/:visit/coverage/choose': { status: teachers(200) },
  'POST /v/:visit/coverage/choose': {
    status: { teacher: 303 },
    sends: (world) => ({ ...someStudents(world), elective: plateWork, level: 'kb' }),
  },
  'GET /v/:visit/coverage/:elective': { status: teachers(200) },
  // Let in, and told that nothing was ticked.
  'POST /v/:visit/coverage/:elective/mark': { status: teachers(422), sends: () => ({ mark: 'planSchool' }) },
  'POST /v/:visit/coverage/:elective/proposals': { status: teachers(303), sends: () => ({ decision: 'accept' }) },
  'GET /v/:visit/coverage/:elective/students/:student': { status: { teacher: 200 } },
  // Let in, and told which subtasks are open.
  'POST /v/:visit/coverage/:elective/students/:student': {
    status: { teacher: 422 },
    sends: () => ({ decision: 'complete' }),
  },
  'GET /v/:visit/electives': { status: students(200) },

  'GET /v/:visit/programme': { status: { ...teachers(200), ...makersAnywhere(200), placementCoordinator: 200 } },
  'POST /v/:visit/programme/offering': {
    status: keepers(303),
    sends: () => ({ profile: 'PIE', listed: plateWork, offered: plateWork }),
  },
  'POST /v/:visit/programme/hours': {
    status: keepers(303),
    sends: () => ({ hoursFrom: '80', hoursTo: '90' }),
  },
  'GET /v/:visit/programme/:elective': {
    status: { ...teachers(200), ...makersAnywhere(200), placementCoordinator: 200 },
  },
  'GET /v/:visit/programme/:elective/company-sheet': {
    status: { ...teachers(200), ...makersAnywhere(200), placementCoordinator: 200 },
  },
  'GET /v/:visit/programme/:elective/company-sheet.pdf': {
    status: { ...teachers(200), ...makersAnywhere(200), placementCoordinator: 200 },
  },
  'GET /v/:visit/programme/:elective/texts/:subtask': { status: programmeWriters(200) },
  'POST /v/:visit/programme/:elective/texts/:subtask': { status: programmeWriters(303) },
  'GET /v/:visit/plans': { status: { ...teachers(200), placementCoordinator: 200, safetyApprover: 200 } },
  // Each has her own, the classmate none.
  'GET /v/:visit/work/plan': { status: { student: 200, studentElsewhere: 200 } },
  'GET /v/:visit/students/:student/plan': {
    status: { teacher: 200, placementCoordinator: 200, safetyApprover: 200 },
  },
  'POST /v/:visit/students/:student/plan': {
    status: { teacher: 303, placementCoordinator: 303 },
    sends: () => aPlanForm,
  },
  'POST /v/:visit/students/:student/birth-date': {
    status: { teacher: 303, placementCoordinator: 303 },
    sends: () => ({ bornOn: '2010-01-02' }),
  },
  'POST /v/:visit/students/:student/plan/accept': {
    // This world's teacher has the grant as well.
    status: { safetyApprover: 303, teacher: 303 },
    sends: () => ({ reason: 'De ouders vinden het goed.', seen: 1 }),
  },
  'GET /v/:visit/age-check': { status: { ...teachers(200), ...keepers(200), safetyApprover: 200 } },
  'GET /v/:visit/agreement-check': { status: { ...teachers(200), ...keepers(200), safetyApprover: 200 } },
  'GET /v/:visit/school/kinds': { status: keepers(200) },
  'POST /v/:visit/school/kinds': { status: keepers(303), sends: () => ({ year: '2026-2027', kb: 'companyVisit' }) },

  'GET /v/:visit/school': {
    status: { schoolAdministrator: 200, administratorOtherSchool: 200, lmsAdministrator: 303 },
  },
  'GET /v/:visit/school/ask': { status: { lmsAdministrator: 200 } },
  'POST /v/:visit/school/ask': { status: { lmsAdministrator: 303 } },
  'GET /v/:visit/school/platforms/:platform': { status: { schoolAdministrator: 200 } },
  'GET /v/:visit/school/platforms/:platform/stop': { status: { schoolAdministrator: 200 } },
  'POST /v/:visit/school/platform/confirm': { status: { schoolAdministrator: 303 }, sends: aPlatform },
  'POST /v/:visit/school/platform/test': { status: { schoolAdministrator: 200 }, sends: aPlatform },
  'POST /v/:visit/school/platform/deployment': {
    status: { schoolAdministrator: 303 },
    sends: ({ own }) => ({ refusal: own.refusal }),
  },
  'POST /v/:visit/school/platform/deactivate': { status: { schoolAdministrator: 200 }, sends: aPlatform },
  'POST /v/:visit/school/platform/remove': { status: { schoolAdministrator: 200 }, sends: aPlatform },
  'GET /v/:visit/school/connect': { status: { schoolAdministrator: 200, administratorOtherSchool: 200 } },
  // Each for the own school: a link, or a registration that waits.
  'POST /v/:visit/school/connect/link': { status: { schoolAdministrator: 200, administratorOtherSchool: 200 } },
  'POST /v/:visit/school/connect': {
    status: { schoolAdministrator: 303, administratorOtherSchool: 303 },
    sends: () => ({ product: 'canvas', clientId: 'new', deployment: '1' }),
  },
  'POST /v/:visit/school/grant/give': {
    status: { schoolAdministrator: 303 },
    sends: ({ own }) => ({ person: own.teacher, role: 'examiner' }),
  },
  'POST /v/:visit/school/grant/withdraw': {
    status: { schoolAdministrator: 303 },
    sends: ({ own }) => ({ person: own.teacher, role: 'safetyApprover' }),
  },
  'GET /v/:visit/school/outbox': { status: { schoolAdministrator: 200, administratorOtherSchool: 200 } },
  'POST /v/:visit/school/outbox/retry': {
    status: { schoolAdministrator: 303, administratorOtherSchool: 303 },
    sends: () => ({ target: 'gradebook', reason: 'platform-down' }),
  },
  'GET /v/:visit/school/old-keys': { status: { schoolAdministrator: 200, administratorOtherSchool: 200 } },
  'POST /v/:visit/school/old-keys': {
    status: { schoolAdministrator: 303, administratorOtherSchool: 303 },
    sends: () => ({ consumerKey: 'key-of-then', secret: 'shared' }),
  },
  'POST /v/:visit/school/old-keys/remove': {
    status: { schoolAdministrator: 404, administratorOtherSchool: 404 },
    sends: () => ({ key: 'none' }),
  },
};
