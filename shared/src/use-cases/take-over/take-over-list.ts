import { takeOverRows, type TakeOverRow } from '../../domain/grade/take-over-list.js';
import { displayName } from '../../domain/people/person.js';
import { parseComponentKey } from '../../domain/pta/parse-component-key.js';
import type { TakeOverBatch } from '../../domain/delivery/delivery.js';
import { Problem } from '../../problem.js';
import { activities, courses, people, settledGrades, takeOverBatches } from '../../store/collections.js';
import type { Store, Stored } from '../../store/port.js';
import { numberStudents } from '../people/course-numbers.js';
import { findComponent, type CountingComponent } from '../pta/find-adopted-pta.js';

export interface ListedGrade extends TakeOverRow {
  /** As the student system knows the student; undefined = the LMS didn't send it, so a person has to look. */
  studentNumber: string | undefined;
  name: string | undefined;
  /** By which a student without a name is called in the course: unmatched, and never left out. */
  courseNumber: number | undefined;
}

export interface TakeOverList {
  component: CountingComponent;
  /** The class, as the LMS names the course. */
  courseLabel: string;
  rows: readonly ListedGrade[];
  /** When the list was last confirmed, and by whom. */
  last: { confirmedAt: string; confirmedBy: string } | undefined;
}

/** Which list: a course and the key of a component. */
export interface ListAddress {
  school: string;
  course: string;
  component: string;
}

/** The grades of a course for a component, for typing or importing into the student system, with what changed since the last confirmed list. */
export async function takeOverList(store: Store, address: ListAddress): Promise<TakeOverList> {
  const component = await componentAt(store, address);
  const course = await store.get(courses, { school: address.school, id: address.course });
  if (!course) throw new Problem('request/not-found', { course: address.course });
  const { rows, last } = await readRows(store, address);
  const listed = await withStudents(store, address, rows);
  return { component, courseLabel: course.label || course.title, rows: listed.sort(byName), last };
}

/** The components that grades of a course count for: those of its activities, and those grades were settled for. */
export async function takeOverComponents(store: Store, school: string, course: string): Promise<string[]> {
  const keys = new Set<string>();
  for await (const { counting } of store.each(activities, { where: { school, course } })) {
    if (counting.kind === 'pta') keys.add(`pta:${counting.line}:${counting.code}`);
  }
  for await (const { component } of store.each(settledGrades, { where: { school, course } })) {
    if (parseComponentKey(component)) keys.add(component);
  }
  return [...keys].sort();
}

/** The bare rows of a list and its last confirmed batch. */
export async function readRows(
  store: Store,
  { school, course, component }: ListAddress,
): Promise<{ rows: TakeOverRow[]; last: Stored<TakeOverBatch, 'school'> | undefined }> {
  const last = await lastBatch(store, { school, course, component });
  const revisions = [];
  for await (const grade of store.each(settledGrades, { where: { school, component } })) revisions.push(grade);
  return { rows: takeOverRows(revisions, course, last), last };
}

async function lastBatch(
  store: Store,
  { school, course, component }: ListAddress,
): Promise<Stored<TakeOverBatch, 'school'> | undefined> {
  const sort = { field: 'confirmedAt', descending: true } as const;
  return (await store.find(takeOverBatches, { where: { school, course, component }, sort, limit: 1 })).items[0];
}

async function componentAt(store: Store, { school, component: key }: ListAddress): Promise<CountingComponent> {
  const parts = parseComponentKey(key);
  const component = parts && (await findComponent(store, school, parts.line, parts.code));
  if (!component) throw new Problem('pta/component-unknown', { component: key });
  return component;
}

async function withStudents(
  store: Store,
  { school, course }: ListAddress,
  rows: readonly TakeOverRow[],
): Promise<ListedGrade[]> {
  const found = await Promise.all(
    rows.map(async (row) => ({ row, person: await store.get(people, { school, id: row.student }) })),
  );
  const listed = found.map(({ row, person }) => ({
    ...row,
    studentNumber: person?.studentNumber,
    name: person && displayName(person),
  }));
  const nameless = [...new Set(listed.filter(({ name }) => name === undefined).map(({ student }) => student))];
  const numbers = await numberStudents(store, { school, course }, nameless);
  return listed.map((row) => ({
    ...row,
    courseNumber: row.name === undefined ? numbers.get(row.student) : undefined,
  }));
}

const collator = new Intl.Collator('nl');

function byName(one: ListedGrade, other: ListedGrade): number {
  return (
    collator.compare(one.name ?? '', other.name ?? '') ||
    (one.courseNumber ?? 0) - (other.courseNumber ?? 0) ||
    one.student.localeCompare(other.student) ||
    one.attempt - other.attempt
  );
}
