import type { Request } from 'express';
import { MoodleError } from './moodle-error.js';
import { formOf } from './requests.js';
import { enrolmentOf, findCourse, findPerson, must, type Site } from './site.js';
import type { Course, Locale, Person } from './seed.js';
import type { Session, Sessions } from './sessions.js';
import { texts, type Texts } from './texts.js';
import type { ToolKeys } from './tool-keys.js';

/** What the routes share. */
export interface Lms {
  readonly site: Site;
  readonly sessions: Sessions;
  readonly toolKeys: ToolKeys;
  readonly locale: Locale;
  readonly mailboxUrl: string | undefined;
}

export interface Visitor {
  readonly session: Session;
  readonly person: Person;
  readonly t: Texts;
}

/** Sends somebody who isn't logged in to the front page. */
export class NotLoggedIn extends Error {}

export function visitorOf({ site, sessions }: Lms, req: Request): Visitor {
  const session = sessions.find(req);
  if (!session) throw new NotLoggedIn();
  const person = must(findPerson(site, session.personId), 'such person');
  return { session, person, t: texts[person.locale] };
}

/** For a form that changes something: only one of our own pages knows the sesskey. */
export function posterOf(lms: Lms, req: Request): Visitor & { form: URLSearchParams } {
  const visitor = visitorOf(lms, req);
  const form = formOf(req);
  if (form.get('sesskey') !== visitor.session.sesskey) throw new MoodleError('Invalid sesskey', 403);
  return { ...visitor, form };
}

export function found<T>(value: T | undefined): T {
  if (value === undefined) throw new MoodleError("Can't find data record in database.");
  return value;
}

export const mayEdit = (course: Course, person: Person) =>
  person.siteAdmin === true || enrolmentOf(course, person.id)?.role === 'editingteacher';

export const mayGrade = (course: Course, person: Person) =>
  mayEdit(course, person) || enrolmentOf(course, person.id)?.role === 'teacher';

/** A suspended student is no longer let in. */
export function courseFor({ site }: Lms, person: Person, courseId: string | null): Course {
  const course = found(findCourse(site, courseId ?? ''));
  const enrolment = enrolmentOf(course, person.id);
  if (!person.siteAdmin && (!enrolment || enrolment.suspended))
    throw new MoodleError('You can not enrol yourself in this course.', 403);
  return course;
}

export function courseToEdit(lms: Lms, person: Person, courseId: string | null): Course {
  const course = courseFor(lms, person, courseId);
  if (!mayEdit(course, person)) throw noPermission();
  return course;
}

export const noPermission = () => new MoodleError('Sorry, but you do not currently have permissions to do that.', 403);
