import { isOfEnd } from '../../domain/assessment/moment.js';
import type { Company, CompanyJudgement, Invitation, Placement } from '../../domain/company/company.js';
import { displayName } from '../../domain/people/person.js';
import {
  companies,
  companyJudgements,
  enrolments,
  invitations,
  people,
  placements,
  works,
} from '../../store/collections.js';
import type { Store, Stored } from '../../store/port.js';
import { numberStudents } from '../people/course-numbers.js';
import { doublesOf } from '../people/name-list.js';

/** One student of the course, with the company and how far that is. */
export interface CompanyRow {
  student: string;
  /** Absent where the LMS shares no names. */
  name?: string;
  /** By which a student without a name is called in the course. */
  courseNumber?: number;
  placement?: Stored<Placement, 'school'>;
  /** Of the newest attempt; open or answered. */
  invitation?: Stored<Invitation, 'school'>;
  complaint?: string;
}

/** Every active student of the course with company and invitation for this activity, by name. */
export async function listCompanyRows(
  store: Store,
  { school, course, activity }: { school: string; course: string; activity: string },
): Promise<CompanyRow[]> {
  const where = { school, activity };
  const students = await all(
    store.each(enrolments, { where: { school, course, role: 'student' as const, state: 'active' as const } }),
  );
  const doubles = await doublesOf(store, { school, course });
  const placed = byStudent(await all(store.each(placements, { where })));
  const invited = await all(store.each(invitations, { where, sort: { field: 'invitedAt' } }));
  const judged = await all(store.each(companyJudgements, { where }));
  const attempts = newestAttempts(await all(store.each(works, { where })));
  const listed = students.filter(({ person }) => !doubles.has(person) || placed.has(person) || attempts.has(person));
  const rows = listed.map(async ({ person: student }): Promise<CompanyRow> => {
    const person = await store.get(people, { school, id: student });
    const attempt = attempts.get(student) ?? 1;
    const invitation = invited.findLast(
      (each) => each.student === student && each.attempt === attempt && each.state !== 'withdrawn' && isOfEnd(each),
    );
    return {
      student,
      ...named(person && displayName(person)),
      ...(placed.has(student) && { placement: placed.get(student) }),
      ...(invitation && { invitation, ...complaintOf(judged, invitation.id) }),
    };
  });
  return (await withNumbers(store, { school, course }, await Promise.all(rows))).sort(byName);
}

async function withNumbers(
  store: Store,
  course: { school: string; course: string },
  rows: readonly CompanyRow[],
): Promise<CompanyRow[]> {
  const nameless = rows.filter(({ name }) => name === undefined).map(({ student }) => student);
  const numbers = await numberStudents(store, course, nameless);
  return rows.map((row) => {
    const courseNumber = row.name === undefined ? numbers.get(row.student) : undefined;
    return courseNumber === undefined ? row : { ...row, courseNumber };
  });
}

/** Who has no name comes last, by number. */
function byName(one: CompanyRow, other: CompanyRow): number {
  const names = (one.name ?? '￿').localeCompare(other.name ?? '￿', 'nl');
  return names || (one.courseNumber ?? 0) - (other.courseNumber ?? 0);
}

/** The companies that the school knows, by name, for choosing one again. */
export async function knownCompanies(store: Store, school: string): Promise<readonly Company[]> {
  const { items } = await store.find(companies, { where: { school }, sort: { field: 'name' }, limit: 500 });
  return items;
}

async function all<R>(records: AsyncIterable<R>): Promise<R[]> {
  const found: R[] = [];
  for await (const record of records) found.push(record);
  return found;
}

function named(name: string | undefined): Pick<CompanyRow, 'name'> {
  return name === undefined ? {} : { name };
}

function byStudent<R extends { student: string }>(records: readonly R[]): ReadonlyMap<string, R> {
  return new Map(records.map((record) => [record.student, record]));
}

function newestAttempts(records: readonly { student: string; attempt: number }[]): ReadonlyMap<string, number> {
  const newest = new Map<string, number>();
  for (const { student, attempt } of records) newest.set(student, Math.max(attempt, newest.get(student) ?? 1));
  return newest;
}

function complaintOf(judged: readonly CompanyJudgement[], invitation: string): Pick<CompanyRow, 'complaint'> {
  const complaint = judged.find((each) => each.invitation === invitation)?.complaint;
  return complaint === undefined ? {} : { complaint };
}
