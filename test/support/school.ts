import type { Activity } from '@buitenboord/shared/domain/activity/assignment.js';
import type { CourseRole, Person } from '@buitenboord/shared/domain/people/person.js';
import { naturalId, newId } from '@buitenboord/shared/ids.js';
import {
  activities,
  assignments,
  courses,
  enrolments,
  identities,
  people,
  platforms,
  schools,
} from '@buitenboord/shared/store/collections.js';
import { put, type Store, type Write } from '@buitenboord/shared/store/port.js';
import {
  aCourseRecord,
  anActivityRecord,
  anAssignmentRecord,
  aPersonRecord,
  aPlatformRecord,
  aSchoolRecord,
  madeAt,
} from './records.js';

export interface SchoolWanted {
  /** How many students the course has; two by default. */
  students?: number;
  /** What is different about the activity. */
  activity?: Partial<Activity>;
  /** So that two schools in one test are two platforms too. */
  issuer?: string;
}

/** The ids of what stands in the store. */
export interface StandingSchool {
  school: string;
  platform: string;
  course: string;
  assignment: string;
  activity: string;
  teacher: string;
  students: readonly string[];
}

/** A school with one active platform, a course with a teacher and students, an assignment in the bank and carried out in the course. */
export async function aSchool(store: Store, wanted: SchoolWanted = {}): Promise<StandingSchool> {
  const issuer = wanted.issuer ?? 'https://lms.example';
  const [school, platform, assignment, activity] = [newId(), newId(), newId(), newId()];
  const course = courseId(platform, '2');
  await store.commit([
    put(schools, { id: school }, aSchoolRecord(), 0),
    put(platforms, { id: platform }, aPlatformRecord({ school, issuer }), 0),
    put(courses, { school, id: course }, aCourseRecord({ platform }), 0),
  ]);
  const teacher = await aMember(store, { school, course, issuer }, 'teacher', {
    givenName: 'Karim',
    familyName: 'Jansen',
    fullName: 'Karim Jansen',
  });
  const students: string[] = [];
  for (let n = 1; n <= (wanted.students ?? 2); n++) {
    const name = { givenName: `Sanne${n}`, familyName: 'de Wit', fullName: `Sanne${n} de Wit` };
    students.push(await aMember(store, { school, course, issuer }, 'student', { ...name, studentNumber: `00${n}` }));
  }
  await store.commit([
    put(assignments, { school, id: assignment }, anAssignmentRecord({ madeBy: teacher }), 0),
    activityWrite({ school, course, assignment, teacher }, activity, wanted.activity),
  ]);
  return { school, platform, course, assignment, activity, teacher, students };
}

/** Another activity in the course; answers its id. */
export async function anActivity(
  store: Store,
  at: Pick<StandingSchool, 'school' | 'course' | 'assignment' | 'teacher'>,
  fields: Partial<Activity> = {},
): Promise<string> {
  const id = newId();
  await store.commit([activityWrite(at, id, fields)]);
  return id;
}

/** Another course of the school, empty; answers its id. */
export async function aCourse(
  store: Store,
  at: Pick<StandingSchool, 'school' | 'platform'>,
  context = newId(),
): Promise<string> {
  const id = courseId(at.platform, context);
  await store.commit([put(courses, { school: at.school, id }, aCourseRecord({ platform: at.platform, context }), 0)]);
  return id;
}

/** A person in a course, with an identity and an enrolment; answers the person's id. The LMS knows the person as `sub-<id>`. */
export async function aMember(
  store: Store,
  at: { school: string; course: string; issuer?: string },
  role: CourseRole,
  fields: Partial<Person> = {},
): Promise<string> {
  const { school, course, issuer = 'https://lms.example' } = at;
  const id = newId();
  const subject = `sub-${id}`;
  await store.commit([
    put(people, { school, id }, aPersonRecord(fields), 0),
    put(identities, { school, id: naturalId('lti', issuer, subject) }, { person: id, issuer, subject }, 0),
    put(
      enrolments,
      { school, id: naturalId('enrolment', course, id) },
      { course, person: id, subject, role, state: 'active', seenAt: madeAt },
      0,
    ),
  ]);
  return id;
}

// As a launch makes it (launch/launch-course.ts), so that a launch in the same test finds this course.
function courseId(platform: string, context: string): string {
  return naturalId('course', platform, context);
}

function activityWrite(
  at: Pick<StandingSchool, 'school' | 'course' | 'assignment' | 'teacher'>,
  id: string,
  fields: Partial<Activity> = {},
): Write {
  const value = anActivityRecord({ course: at.course, assignment: at.assignment, madeBy: at.teacher, ...fields });
  return put(activities, { school: at.school, id }, value, 0);
}
