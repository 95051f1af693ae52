import type { z } from 'zod';
import { Activity, Assignment, Course } from '../domain/activity/assignment.js';
import { KindOffering } from '../domain/activity/kind-offering.js';
import { Judgement } from '../domain/assessment/judgement.js';
import { NamedExpert } from '../domain/assessment/named-expert.js';
import { Observation } from '../domain/assessment/observation.js';
import { Sitting } from '../domain/assessment/sitting.js';
import { Company, CompanyJudgement, Invitation, Placement } from '../domain/company/company.js';
import { Delivery, DemoMail, DueRow, TakeOverBatch } from '../domain/delivery/delivery.js';
import { Evidence, HandIn, Upload, Work } from '../domain/evidence/work.js';
import { CareerConversation, CareerEntry } from '../domain/lob/career-entry.js';
import { SettledGrade } from '../domain/grade/settled-grade.js';
import { RefusedLaunch } from '../domain/launch/refused-launch.js';
import { CourseNumber, Enrolment, Grant, Identity, NameMatch, Person } from '../domain/people/person.js';
import { StudentElective, SubtaskCoverage } from '../domain/coverage/subtask-coverage.js';
import { ElectiveOffering, ProgrammeSettings } from '../domain/programme/offering.js';
import { PlainText } from '../domain/programme/plain-text.js';
import {
  CohortEdition,
  ProgrammeEdition,
  ProgrammeSubtask,
  ProgrammeTarget,
  ProgrammeUnit,
} from '../domain/programme/programme-records.js';
import { BirthDate } from '../domain/placement/birth-date.js';
import { PlacementPlan } from '../domain/placement/placement-plan.js';
import { Pta } from '../domain/pta/pta.js';
import { upgradePta } from '../domain/pta/upgrade-pta.js';
import {
  CourseCopy,
  NoticeHandler,
  OldKey,
  OldLink,
  Platform,
  ReceivedNotice,
  RegistrationLink,
  School,
  SchoolKey,
} from '../domain/school/school.js';
import { QualitySample, SampleCase } from '../domain/quality-sample/quality-sample.js';
import { CompanyLink, UsedLogin, Visit, WaitingLaunch } from '../domain/visit/visit.js';
import { AuditEntry } from './audit.js';
import type { Collection, Indexable, Scope } from './port.js';

function collection<T, const I extends Indexable<T>, const S extends Scope>(
  name: string,
  scope: S,
  schema: z.ZodType<T>,
  indexed: readonly I[],
): Collection<T, I, S> {
  return { name, schemaVersion: 1, schema, indexed, scope };
}

/** A collection whose records were once stored in another shape. */
function upgraded<T, const I extends string, const S extends Scope>(
  of: Collection<T, I, S>,
  schemaVersion: number,
  upgrade: (value: unknown, from: number) => unknown,
): Collection<T, I, S> {
  return { ...of, schemaVersion, upgrade };
}

// Needed before the school is known: few, and all listed here.
export const schools = collection('schools', 'installation', School, []);
export const platforms = collection('platforms', 'installation', Platform, ['school', 'issuer', 'clientId', 'state']);
export const registrationLinks = collection('registrationLinks', 'installation', RegistrationLink, [
  'school',
  'expiresAt',
]);
export const usedLogins = collection('usedLogins', 'installation', UsedLogin, ['expiresAt']);
export const waitingLaunches = collection('waitingLaunches', 'installation', WaitingLaunch, ['expiresAt']);
export const companyLinks = collection('companyLinks', 'installation', CompanyLink, [
  'school',
  'invitation',
  'expiresAt',
]);
export const receivedNotices = collection('receivedNotices', 'installation', ReceivedNotice, ['expiresAt']);
export const dueRows = collection('dueRows', 'installation', DueRow, ['school', 'target', 'dueAt']);
export const refusedLaunches = collection('refusedLaunches', 'installation', RefusedLaunch, [
  'schoolId',
  'platformId',
  'at',
]);
// The national programme is the same for every school, and plain words for it are shared.
export const programmeEditions = collection('programmeEditions', 'installation', ProgrammeEdition, []);
export const programmeUnits = collection('programmeUnits', 'installation', ProgrammeUnit, ['edition', 'sloId', 'kind']);
export const programmeSubtasks = collection('programmeSubtasks', 'installation', ProgrammeSubtask, ['edition', 'unit']);
export const programmeTargets = collection('programmeTargets', 'installation', ProgrammeTarget, ['edition', 'parent']);
export const plainTexts = collection('plainTexts', 'installation', PlainText, ['target']);

// A school's own.
export const schoolKeys = collection('schoolKeys', 'school', SchoolKey, ['purpose']);
export const people = collection('people', 'school', Person, ['studentNumber']);
export const identities = collection('identities', 'school', Identity, ['person']);
export const grants = collection('grants', 'school', Grant, ['person', 'role', 'state']);
export const courses = collection('courses', 'school', Course, ['platform']);
export const enrolments = collection('enrolments', 'school', Enrolment, ['course', 'person', 'role', 'state']);
export const courseNumbers = collection('courseNumbers', 'school', CourseNumber, ['course', 'person']);
export const nameMatches = collection('nameMatches', 'school', NameMatch, ['course', 'person']);
export const oldKeys = collection('oldKeys', 'school', OldKey, []);
export const oldLinks = collection('oldLinks', 'school', OldLink, []);
export const noticeHandlers = collection('noticeHandlers', 'school', NoticeHandler, ['platform']);
export const courseCopies = collection('courseCopies', 'school', CourseCopy, ['platform']);
export const visits = collection('visits', 'school', Visit, ['person', 'platform', 'expiresAt']);
export const assignments = collection('assignments', 'school', Assignment, ['state', 'title']);
export const activities = collection('activities', 'school', Activity, [
  'course',
  'assignment',
  'resourceLink',
  'lineItem',
]);
export const ptas = upgraded(
  collection('ptas', 'school', Pta, ['line', 'cohort', 'leerweg', 'schoolYear', 'state']),
  2,
  upgradePta,
);
export const works = collection('works', 'school', Work, ['activity', 'student', 'state']);
export const handIns = collection('handIns', 'school', HandIn, ['work', 'activity', 'student']);
export const evidence = collection('evidence', 'school', Evidence, ['work', 'activity', 'student', 'blob']);
export const uploads = collection('uploads', 'school', Upload, ['work', 'startedAt']);
export const companies = collection('companies', 'school', Company, ['name']);
export const placements = collection('placements', 'school', Placement, ['activity', 'student', 'company']);
export const invitations = collection('invitations', 'school', Invitation, [
  'activity',
  'student',
  'state',
  'invitedAt',
]);
export const companyJudgements = collection('companyJudgements', 'school', CompanyJudgement, [
  'activity',
  'student',
  'state',
]);
export const judgements = collection('judgements', 'school', Judgement, ['activity', 'student']);
export const observations = collection('observations', 'school', Observation, ['activity', 'student']);
export const sittings = collection('sittings', 'school', Sitting, ['activity', 'student']);
export const namedExperts = collection('namedExperts', 'school', NamedExpert, ['activity']);
export const settledGrades = collection('settledGrades', 'school', SettledGrade, [
  'gradeKey',
  'student',
  'component',
  'activity',
  'course',
]);
export const deliveries = collection('deliveries', 'school', Delivery, ['target', 'activity', 'student', 'state']);
export const takeOverBatches = collection('takeOverBatches', 'school', TakeOverBatch, [
  'course',
  'component',
  'confirmedAt',
]);
export const careerEntries = collection('careerEntries', 'school', CareerEntry, ['student', 'activity']);
export const careerConversations = collection('careerConversations', 'school', CareerConversation, [
  'student',
  'entry',
]);
export const qualitySamples = collection('qualitySamples', 'school', QualitySample, ['component', 'course', 'drawnAt']);
export const sampleCases = collection('sampleCases', 'school', SampleCase, [
  'sample',
  'gradeKey',
  'student',
  'component',
  'course',
  'state',
  'remindOn',
]);
export const demoMails = collection('demoMails', 'school', DemoMail, ['sentAt']);
export const cohortEditions = collection('cohortEditions', 'school', CohortEdition, ['cohort']);
export const electiveOfferings = collection('electiveOfferings', 'school', ElectiveOffering, ['elective']);
export const programmeSettings = collection('programmeSettings', 'school', ProgrammeSettings, []);
export const studentElectives = collection('studentElectives', 'school', StudentElective, ['student', 'elective']);
export const subtaskCoverages = collection('subtaskCoverages', 'school', SubtaskCoverage, ['student', 'elective']);
export const birthDates = collection('birthDates', 'school', BirthDate, ['keepUntil']);
export const placementPlans = collection('placementPlans', 'school', PlacementPlan, ['activity', 'student', 'kind']);
export const kindOfferings = collection('kindOfferings', 'school', KindOffering, ['schoolYear']);
/** Written through `audit(…)` only, never put. */
export const auditEntries = collection('auditEntries', 'school', AuditEntry, ['sequence', 'object', 'actor']);

/** Every kind of record there is: adapters make their tables and indexes from this list. */
export const collections = {
  schools,
  platforms,
  registrationLinks,
  usedLogins,
  waitingLaunches,
  companyLinks,
  receivedNotices,
  dueRows,
  refusedLaunches,
  schoolKeys,
  people,
  identities,
  grants,
  courses,
  enrolments,
  courseNumbers,
  nameMatches,
  oldKeys,
  oldLinks,
  noticeHandlers,
  courseCopies,
  visits,
  assignments,
  activities,
  ptas,
  works,
  handIns,
  evidence,
  uploads,
  companies,
  placements,
  invitations,
  companyJudgements,
  judgements,
  observations,
  sittings,
  namedExperts,
  settledGrades,
  deliveries,
  takeOverBatches,
  careerEntries,
  careerConversations,
  qualitySamples,
  sampleCases,
  demoMails,
  programmeEditions,
  programmeUnits,
  programmeSubtasks,
  programmeTargets,
  plainTexts,
  cohortEditions,
  electiveOfferings,
  programmeSettings,
  studentElectives,
  subtaskCoverages,
  birthDates,
  placementPlans,
  kindOfferings,
  auditEntries,
} as const;
