import { displayName, type Enrolment } from '../../domain/people/person.js';
import { enrolments, nameMatches, people, works } from '../../store/collections.js';
import type { Store } from '../../store/port.js';
import { numberStudents } from './course-numbers.js';

/** Who is who in a course whose LMS doesn't share every name. */
export interface NameList {
  /** Students without a name, by their number. */
  unnamed: readonly { student: string; number: number }[];
  /** People of the LMS's own list who never came in: one of them may be an unnamed one. */
  listed: readonly { person: string; name: string }[];
  /** Names that a teacher gave in this course. */
  given: readonly { student: string; name: string }[];
}

interface CourseAddress {
  school: string;
  course: string;
}

const order = new Intl.Collator('nl');

export async function nameList(store: Store, { school, course }: CourseAddress): Promise<NameList> {
  const students = await studentsShown(store, { school, course });
  const named = await Promise.all(
    students.map(async (student) => {
      const person = await store.get(people, { school, id: student });
      return { student, name: person && displayName(person) };
    }),
  );
  const matches = [];
  for await (const match of store.each(nameMatches, { where: { school, course } })) matches.push(match);
  const given = new Set(matches.map(({ person }) => person));
  const chosen = new Set(matches.map((match) => match.chosen));
  const nameless = named.filter(({ name }) => name === undefined).map(({ student }) => student);
  const numbers = await numberStudents(store, { school, course }, nameless);
  const free = named.filter(({ student, name }) => name !== undefined && !given.has(student) && !chosen.has(student));
  return {
    unnamed: nameless
      .map((student) => ({ student, number: numbers.get(student) ?? 0 }))
      .sort((one, other) => one.number - other.number),
    listed: sorted(nameless.length > 0 ? await whoNeverCameIn(store, school, free) : []).map(({ student, name }) => ({
      person: student,
      name,
    })),
    given: sorted(named.filter(({ student }) => given.has(student))),
  };
}

/** The people of a course's list who turned out to be an unnamed student under another id: they aren't a second student. */
export async function doublesOf(store: Store, { school, course }: CourseAddress): Promise<ReadonlySet<string>> {
  const doubles = new Set<string>();
  for await (const { chosen } of store.each(nameMatches, { where: { school, course } })) {
    if (chosen !== undefined) doubles.add(chosen);
  }
  return doubles;
}

/** As the class shows them: who left only while there is work. An LMS whose list has other ids than its launches makes everybody look gone. */
async function studentsShown(store: Store, { school, course }: CourseAddress): Promise<string[]> {
  const where = { school, course, role: 'student' as const };
  const found: Enrolment[] = [];
  for await (const enrolment of store.each(enrolments, { where })) found.push(enrolment);
  const shown = await Promise.all(
    found.map(async ({ person, state }) => state === 'active' || (await hasBegun(store, school, person))),
  );
  return found.filter((_enrolment, index) => shown[index]).map(({ person }) => person);
}

async function hasBegun(store: Store, school: string, student: string): Promise<boolean> {
  return (await store.find(works, { where: { school, student }, limit: 1 })).items.length > 0;
}

type MaybeNamed = { student: string; name: string | undefined };

async function whoNeverCameIn(store: Store, school: string, students: readonly MaybeNamed[]): Promise<MaybeNamed[]> {
  const began = await Promise.all(students.map(({ student }) => hasBegun(store, school, student)));
  return students.filter((_student, index) => !began[index]);
}

function sorted(students: readonly MaybeNamed[]): { student: string; name: string }[] {
  return students
    .map(({ student, name = '' }) => ({ student, name }))
    .sort((one, other) => order.compare(one.name, other.name));
}
