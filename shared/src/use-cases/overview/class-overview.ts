import { standingOf, type Standing } from '../../domain/activity/standing.js';
import type { Activity } from '../../domain/activity/assignment.js';
import { isOfEnd, type Moment } from '../../domain/assessment/moment.js';
import type { CompanyJudgement, Invitation, Placement } from '../../domain/company/company.js';
import type { Delivery } from '../../domain/delivery/delivery.js';
import type { Evidence, Work } from '../../domain/evidence/work.js';
import { gradedComponent } from '../../domain/grade/grade-key.js';
import { displayName, type Enrolment, type Person } from '../../domain/people/person.js';
import type { SettledGrade } from '../../domain/grade/settled-grade.js';
import type { Clock } from '../../ports/clock.js';
import {
  companyJudgements,
  deliveries,
  enrolments,
  evidence,
  invitations,
  people,
  placements,
  settledGrades,
  works,
} from '../../store/collections.js';
import { byAge } from '../evidence/files-of-work.js';
import { numberStudents } from '../people/course-numbers.js';
import { doublesOf } from '../people/name-list.js';
import { newestOfEach, type StoredGrade } from '../grade/find-grades.js';
import type { Collection, Store, Stored, Where } from '../../store/port.js';

interface Deps {
  store: Store;
  now: Clock;
}

/** One student of the class, with everything the grid and the settle screen show. */
export interface StudentRow {
  student: string;
  name: string | undefined;
  /** By which a student without a name is called in the course. */
  courseNumber: number | undefined;
  studentNumber: string | undefined;
  /** In the LMS no more; shown while there is work or a grade. */
  left: boolean;
  attempt: number;
  work: Stored<Work, 'school'> | undefined;
  evidence: readonly Stored<Evidence, 'school'>[];
  placement: Placement | undefined;
  invitation: Stored<Invitation, 'school'> | undefined;
  judgement: CompanyJudgement | undefined;
  grade: Stored<SettledGrade, 'school'> | undefined;
  delivery: Stored<Delivery, 'school'> | undefined;
  standing: Standing;
}

/** Every student of the course × this activity, by family name, also those who never opened it; last those who left, while there is work of theirs. */
export async function classOverview(deps: Deps, activity: Stored<Activity, 'school'>): Promise<StudentRow[]> {
  const { store } = deps;
  const { school } = activity;
  const [enrolled, workOf, shown, placementOf, invitationOf, judgementOf, gradeOf, deliveryOf] = await Promise.all([
    studentsOf(store, school, activity.course),
    newestByStudent(store, works, activity),
    allByStudent(store, evidence, activity),
    allByStudent(store, placements, activity),
    newestByStudent(store, invitations, activity),
    newestByStudent(store, companyJudgements, activity),
    gradesByStudent(store, activity),
    allByStudent(store, deliveries, activity),
  ]);
  const rows = await Promise.all(
    enrolled.map(async (enrolment): Promise<StudentRow> => {
      const student = enrolment.person;
      const person = await store.get(people, { school, id: student });
      const work = workOf.get(student);
      const grades = gradeOf.get(student) ?? [];
      const attempt = work?.attempt ?? Math.max(1, ...grades.map((grade) => grade.attempt));
      const now = <T extends { attempt: number }>(record: T | undefined) =>
        record?.attempt === attempt ? record : undefined;
      const known = {
        work: now(work),
        placement: placementOf.get(student)?.[0],
        invitation: now(invitationOf.get(student)),
        judgement: now(judgementOf.get(student)),
        grade: newestOfEach(grades).find((grade) => grade.attempt === attempt),
        delivery: deliveryOf.get(student)?.find(({ target }) => target === 'gradebook'),
      };
      const kept = (shown.get(student) ?? []).filter((item) => !item.removedAt && item.work === work?.id).sort(byAge);
      return {
        student,
        ...nameOf(person),
        courseNumber: undefined,
        left: enrolment.state === 'left',
        attempt,
        ...known,
        evidence: kept,
        standing: standingOf(known, deps.now()),
      };
    }),
  );
  const doubles = await doublesOf(store, { school, course: activity.course });
  const gone = ({ left, student }: StudentRow) => left || doubles.has(student);
  const shownRows = rows.filter((row) => !gone(row) || row.work !== undefined || row.grade !== undefined);
  return (await withNumbers(store, activity, shownRows)).sort(byName);
}

async function withNumbers(
  store: Store,
  { school, course }: Stored<Activity, 'school'>,
  rows: readonly StudentRow[],
): Promise<StudentRow[]> {
  const nameless = rows.filter(({ name }) => name === undefined).map(({ student }) => student);
  const numbers = await numberStudents(store, { school, course }, nameless);
  return rows.map((row) => (row.name === undefined ? { ...row, courseNumber: numbers.get(row.student) } : row));
}

function nameOf(person: Person | undefined): { name: string | undefined; studentNumber: string | undefined } {
  return { name: person && displayName(person), studentNumber: person?.studentNumber };
}

const order = new Intl.Collator('nl');
function byName(one: StudentRow, other: StudentRow): number {
  if (one.left !== other.left) return one.left ? 1 : -1;
  const numbers = (one.courseNumber ?? 0) - (other.courseNumber ?? 0);
  return order.compare(one.name ?? '￿', other.name ?? '￿') || numbers || order.compare(one.student, other.student);
}

async function studentsOf(store: Store, school: string, course: string): Promise<Enrolment[]> {
  const found: Enrolment[] = [];
  for await (const enrolment of store.each(enrolments, { where: { school, course, role: 'student' } }))
    found.push(enrolment);
  return found;
}

/** A grade belongs to its component: settled on another assignment for the same one, it is this one's grade too. */
async function gradesByStudent(
  store: Store,
  activity: Stored<Activity, 'school'>,
): Promise<Map<string, StoredGrade[]>> {
  const found = new Map<string, StoredGrade[]>();
  const where = { school: activity.school, component: gradedComponent(activity) };
  for await (const grade of store.each(settledGrades, { where })) {
    found.set(grade.student, [...(found.get(grade.student) ?? []), grade]);
  }
  return found;
}

type OfStudent = { activity?: string | undefined; student?: string | undefined };

async function allByStudent<T extends OfStudent, I extends string>(
  store: Store,
  collection: Collection<T, I, 'school'>,
  { school, id }: { school: string; id: string },
): Promise<Map<string, Stored<T, 'school'>[]>> {
  const found = new Map<string, Stored<T, 'school'>[]>();
  // Each of these collections is indexed by activity; the compiler can't see that of all of them at once.
  const where = { school, activity: id } as unknown as Where<T, I, 'school'>;
  for await (const record of store.each(collection, { where })) {
    const student = record.student ?? '';
    found.set(student, [...(found.get(student) ?? []), record]);
  }
  return found;
}

type Attempted = OfStudent & { attempt: number; moment?: Moment | undefined; revision?: number; invitedAt?: string };

/** Of the newest attempt the newest revision, of the end of several moments; of invitations the one sent last. */
async function newestByStudent<T extends Attempted, I extends string>(
  store: Store,
  collection: Collection<T, I, 'school'>,
  activity: { school: string; id: string },
): Promise<Map<string, Stored<T, 'school'>>> {
  const all = await allByStudent(store, collection, activity);
  const newest = [...all].flatMap(([student, records]) => {
    const [last] = records.filter(isOfEnd).sort((one, other) => compareNewness(other, one));
    return last ? [[student, last] as const] : [];
  });
  return new Map(newest);
}

function compareNewness(one: Attempted, other: Attempted): number {
  if (one.attempt !== other.attempt) return one.attempt - other.attempt;
  if (one.revision !== other.revision) return (one.revision ?? 0) - (other.revision ?? 0);
  return (one.invitedAt ?? '') < (other.invitedAt ?? '') ? -1 : 1;
}
