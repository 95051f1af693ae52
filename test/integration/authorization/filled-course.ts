import type { Activity } from '@buitenboord/shared/domain/activity/assignment.js';
import { workId } from '@buitenboord/shared/domain/evidence/work-id.js';
import type { Work } from '@buitenboord/shared/domain/evidence/work.js';
import { naturalId, newId } from '@buitenboord/shared/ids.js';
import {
  activities,
  assignments,
  companyJudgements,
  courses,
  evidence,
  handIns,
  invitations,
  people,
  platforms,
  refusedLaunches,
  sampleCases,
  schools,
  settledGrades,
  works,
} from '@buitenboord/shared/store/collections.js';
import { put, type Store } from '@buitenboord/shared/store/port.js';
import { judgementId } from '@buitenboord/shared/use-cases/company/company-records.js';
import { inviteSupervisors } from '@buitenboord/shared/use-cases/company/invite-supervisors.js';
import { nameCompany } from '@buitenboord/shared/use-cases/company/name-company.js';
import { chooseElective } from '@buitenboord/shared/use-cases/coverage/choose-elective.js';
import { markSubtasks } from '@buitenboord/shared/use-cases/coverage/mark-subtasks.js';
import { keepStudentNotes, keepTeacherNotes } from '@buitenboord/shared/use-cases/lob/keep-conversation.js';
import { beginEntry } from '@buitenboord/shared/use-cases/lob/keep-entry.js';
import { enterBirthDate } from '@buitenboord/shared/use-cases/placement/birth-dates.js';
import { savePlan } from '@buitenboord/shared/use-cases/placement/save-plan.js';
import { settleGrade } from '@buitenboord/shared/use-cases/grade/settle-grade.js';
import { startUpload } from '@buitenboord/shared/use-cases/evidence/start-upload.js';
import { adoptPta } from '@buitenboord/shared/use-cases/pta/adopt-pta.js';
import { draftPta } from '@buitenboord/shared/use-cases/pta/draft-pta.js';
import { drawQualitySample } from '@buitenboord/shared/use-cases/quality-sample/draw-quality-sample.js';
import type { AllRoutesDeps } from '@buitenboord/lti-tool/all-routes.js';
import { plateWork, plateWorkSubtasks } from '../../support/programme.js';
import { aPlanWanted } from '../../support/plans.js';
import { aDay } from '../../support/schedules.js';
import { aComponent, anOutline } from '../../support/pta.js';
import {
  aCourseRecord,
  anAssignmentRecord,
  aPlatformRecord,
  aRefusedLaunch,
  aSchoolRecord,
  madeAt,
} from '../../support/records.js';
import { aMember, anActivity } from '../../support/school.js';

/** A word that stands in everything of one owner: `zeisje-A1-2` is student 2 of course A1, `zeisje-A1-0` that course, `zeisje-A-0` that school. */
export function canary(owner: string, number = 0): string {
  return `zeisje-${owner}-${number}`;
}

export interface FilledSchool {
  school: string;
  platform: string;
  issuer: string;
  /** The line of the adopted programme, and of one that is still a draft. */
  line: string;
  draftLine: string;
  assignment: string;
  /** A launch that was refused for its deployment. */
  refusal: string;
}

export async function aFilledSchool(deps: AllRoutesDeps, owner: string): Promise<FilledSchool> {
  const { store } = deps;
  const [school, platform, assignment, refusal] = [newId(), newId(), newId(), newId()];
  const issuer = `https://${owner.toLowerCase()}.lms.example`;
  await store.commit([
    put(schools, { id: school }, aSchoolRecord({ name: `School ${canary(owner)}` }), 0),
    put(platforms, { id: platform }, aPlatformRecord({ school, issuer, clientId: canary(owner) }), 0),
    put(refusedLaunches, { id: refusal }, aRefusedLaunch({ schoolId: school, platformId: platform }), 0),
    put(
      assignments,
      { school, id: assignment },
      anAssignmentRecord({ madeBy: 'x', title: `Opdracht ${canary(owner)}` }),
      0,
    ),
  ]);
  const subject = { code: owner, title: `Vak ${canary(owner)}` };
  const components = [aComponent({ title: `Onderdeel ${canary(owner)}` })];
  const drafted = await draftPta(deps, { school, actor: 'x', outline: anOutline({ subject, components }) });
  await adoptPta(deps, { school, actor: 'x', id: drafted.id });
  const other = anOutline({
    subject: { ...subject, code: `${owner}2` },
    components: [...components, aComponent({ code: 'SE2' })],
  });
  const draft = await draftPta(deps, { school, actor: 'x', outline: other });
  return { school, platform, issuer, assignment, refusal, line: drafted.line, draftLine: draft.line };
}

export interface FilledCourse extends FilledSchool {
  course: string;
  activity: string;
  /** Of the grade that was settled, and the grade as a list names it. */
  component: string;
  shown: string;
  /** A quality sample of that grade, drawn by the teacher who settled it. */
  sample: string;
  sampleCase: string;
  teacher: string;
  students: [FilledStudent, FilledStudent];
}

interface FilledStudent {
  person: string;
  evidence: string;
  upload: string;
  careerEntry: string;
}

/** A course where everything is there that there can be, with its owner's word in it. */
export async function aFilledCourse(deps: AllRoutesDeps, at: FilledSchool, owner: string): Promise<FilledCourse> {
  const { store } = deps;
  const { school, platform, issuer } = at;
  const course = naturalId('course', platform, owner);
  const record = aCourseRecord({ platform, context: owner, title: `Cursus ${canary(owner)}`, cohort: '2025' });
  await store.commit([put(courses, { school, id: course }, record, 0)]);
  const place = { school, course, issuer };
  const teacher = await aMember(store, place, 'teacher', named(owner, 0));
  const activity = await anActivity(
    store,
    { school, course, assignment: at.assignment, teacher },
    { title: `Activiteit ${canary(owner)}`, counting: counting(at) },
  );
  const made = { ...at, course, activity, teacher };
  const first = await aFilledStudent(deps, made, owner, 1);
  const second = await aFilledStudent(deps, made, owner, 2);
  await covered(deps, made, [first.person, second.person]);
  return { ...made, ...(await settled(deps, made, second.person, owner)), students: [first, second] };
}

function named(owner: string, number: number) {
  const word = canary(owner, number);
  return { givenName: word, familyName: 'de Wit', fullName: `${word} de Wit`, studentNumber: `nr-${word}` };
}

function counting({ line }: FilledSchool): Activity['counting'] {
  return { kind: 'pta', line, code: 'SE1', scale: 'number' };
}

type Made = Omit<FilledCourse, 'students' | 'component' | 'shown' | 'sample' | 'sampleCase'>;

async function aFilledStudent(deps: AllRoutesDeps, at: Made, owner: string, number: number): Promise<FilledStudent> {
  const { store } = deps;
  const { school, activity } = at;
  const word = canary(owner, number);
  const person = await aMember(
    store,
    { school, course: at.course, issuer: at.issuer },
    'student',
    named(owner, number),
  );
  const photo = await aPhoto(deps, at, person, word);
  const { id: upload } = await startUpload(deps, { school, activity, student: person }, { kind: 'photo', bytes: 100 });
  const who = { school, activity, students: [person], by: at.teacher };
  // The name of a company is the school's; who works there is said where a student is.
  const company = { name: `Bedrijf ${canary(owner[0]!)}`, contactName: word, contactEmail: `${word}@bedrijf.example` };
  await nameCompany(deps, { ...who, company });
  await inviteSupervisors(deps, who);
  if (number === 1) await aPlan(deps, at, person, word);
  await aJudgement(store, at, person, word);
  const careerEntry = await aCareerEntry(deps, at, person, word);
  return { person, evidence: photo, upload, careerEntry };
}

/** An experience that the student shows to teachers, with a talk of both. */
async function aCareerEntry(deps: AllRoutesDeps, { school, teacher }: Made, student: string, word: string) {
  const owner = { school, student };
  const { id } = await beginEntry(deps, owner, {
    kind: 'shadowDay',
    title: `Meelopen van ${word}`,
    place: '',
    outsideSchool: true,
    isAssignment: true,
    motivation: `Omdat ${word}`,
    aim: `Doel van ${word}`,
  });
  const talk = { entry: id, moment: 'before' as const, heldOn: '2026-11-02', nextStep: `Stap van ${word}` };
  await keepStudentNotes(deps, owner, { ...talk, notes: `Notitie van ${word}` });
  await keepTeacherNotes(deps, owner, teacher, { ...talk, notes: `Over ${word}` });
  return id;
}

/** Days at the company, one of them a Sunday that waits for approval. */
async function aPlan(deps: AllRoutesDeps, at: Made, student: string, word: string): Promise<void> {
  const { school, teacher: by } = at;
  await enterBirthDate(deps, { school, student, bornOn: '2010-01-01', by });
  const activity = (await deps.store.get(activities, { school, id: at.activity }))!;
  const wanted = aPlanWanted({ tasks: `Taken van ${word}`, days: [aDay('2026-11-17'), aDay('2026-11-22')] });
  await savePlan(deps, { activity, student }, { wanted, by });
}

/** Handed in once and taken back: all of it is still there, and the student may go on. */
async function aPhoto({ store, blobs }: AllRoutesDeps, at: Made, student: string, word: string): Promise<string> {
  const { school, activity } = at;
  const id = newId();
  const work = workId(activity, student, 1);
  const { sha256: blob, bytes } = await blobs.put(school, once(`foto van ${word}`));
  const about = { work, activity, student };
  const file = { kind: 'photo', blob, thumbnail: blob, mediaType: 'image/jpeg', bytes, addedAt: madeAt } as const;
  const text = `Verhaal van ${word}`;
  const kept: Work = {
    activity,
    student,
    attempt: 1,
    state: 'open',
    draft: text,
    read: [],
    versions: 1,
    savedAt: madeAt,
  };
  const version = { ...about, number: 1, text, evidence: [id], handedInAt: madeAt, takenBackAt: madeAt };
  await store.commit([
    put(works, { school, id: work }, kept, 0),
    put(evidence, { school, id }, { ...about, ...file }, 0),
    put(handIns, { school, id: `${work}.v1` }, version, 0),
  ]);
  return id;
}

async function aJudgement(store: Store, { school, activity }: Made, student: string, word: string): Promise<void> {
  const { items } = await store.find(invitations, { where: { school, activity, student } });
  const judgement = {
    levels: ['good' as const, null, null],
    remark: `Opmerking over ${word}`,
    state: 'draft' as const,
  };
  const value = { activity, student, attempt: 1, invitation: items[0]!.id, ...judgement, startedAt: madeAt };
  await store.commit([put(companyJudgements, { school, id: judgementId(items[0]!.id) }, value, 0)]);
}

/** What was done of an elective: the place is the school's to know, what shows it is the student's. */
async function covered(deps: AllRoutesDeps, { school, course: id, teacher }: Made, students: readonly string[]) {
  const course = (await deps.store.get(courses, { school, id }))!;
  const place = { actor: teacher, course, elective: plateWork };
  await chooseElective(deps, { ...place, students });
  for (const student of students) {
    const { givenName: shownBy = '' } = (await deps.store.get(people, { school, id: student }))!;
    const done = { where: 'company' as const, on: '2026-11-02', place: 'Bedrijf', shownBy, works: [] };
    const cell = { student, subtask: plateWorkSubtasks[0]!, mark: { kind: 'done' as const, done } };
    await markSubtasks(deps, { ...place, cells: [cell] });
  }
}

async function settled(deps: AllRoutesDeps, at: Made, student: string, owner: string) {
  const { school, activity, teacher } = at;
  const grade = { attempt: 1, value: { kind: 'tenths' as const, tenths: 74 }, reason: '', seenRevision: 0 };
  await settleGrade(deps, {
    school,
    activity,
    student,
    ...grade,
    remark: `Cijfer van ${canary(owner, 2)}`,
    by: teacher,
  });
  const { items } = await deps.store.find(settledGrades, { where: { school, activity } });
  const { component, gradeKey, revision } = items[0]!;
  const drawing = { school, course: at.course, component, seed: 'begin', by: teacher };
  const sample = await drawQualitySample(deps, { ...drawing, method: { kind: 'number', count: 1 } });
  const drawn = await deps.store.find(sampleCases, { where: { school, sample } });
  return { component, shown: `${gradeKey}.${revision}`, sample, sampleCase: drawn.items[0]!.id };
}

async function* once(text: string): AsyncIterable<Uint8Array> {
  await Promise.resolve();
  yield Buffer.from(text);
}
