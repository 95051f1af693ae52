import { Router } from 'express';
import { posterOf, visitorOf, type Lms } from '../lms.js';
import { MoodleError } from '../moodle-error.js';
import { CoursesPage, HomePage } from '../pages/home-page.js';
import { frameFor, sendPage } from '../render.js';
import { formOf } from '../requests.js';
import { enrolmentOf, findPerson, type Site } from '../site.js';
import type { Person } from '../seed.js';
import { sendCookie } from '../sessions.js';
import type { Texts } from '../texts.js';

/** The front door: one click and you are somebody. */
export function frontRoutes(lms: Lms): Router {
  const { site, sessions } = lms;
  const router = Router();

  router.get('/', (req, res) => {
    const frame = frameFor(lms, req);
    if (frame.visitor)
      return sendPage(res, <CoursesPage frame={frame} courses={coursesOf(site, frame.visitor.person)} />);
    const people = site.state.people.map((person) => ({ person, as: roleIn(site, person, frame.t) }));
    sendPage(res, <HomePage frame={frame} people={people} mailboxUrl={lms.mailboxUrl} />);
  });

  router.post('/login/index.php', (req, res) => {
    const person = findPerson(site, formOf(req).get('person') ?? '');
    if (!person) throw new MoodleError('Invalid login, please try again', 403);
    sendCookie(res, sessions.start(person.id));
    res.redirect(303, doorOf(site, person));
  });

  router.post('/login/logout.php', (req, res) => {
    sessions.end(posterOf(lms, req).session);
    res.redirect(303, '/');
  });

  router.get('/my/', (req, res) => {
    visitorOf(lms, req);
    res.redirect(303, '/');
  });

  return router;
}

/** A suspended student no longer sees the course. */
const coursesOf = (site: Site, person: Person) =>
  site.state.courses.filter((course) => {
    const enrolment = enrolmentOf(course, person.id);
    return person.siteAdmin === true || (enrolment !== undefined && !enrolment.suspended);
  });

/** Straight to where the work is. */
function doorOf(site: Site, person: Person): string {
  if (person.siteAdmin) return '/admin/tools';
  const [first, second] = coursesOf(site, person);
  return first && !second ? `/course/view.php?id=${first.id}` : '/';
}

function roleIn(site: Site, person: Person, t: Texts): string {
  if (person.siteAdmin) return t.asAdmin;
  const enrolments = site.state.courses
    .map((course) => enrolmentOf(course, person.id))
    .filter((one) => one !== undefined);
  const role = enrolments.some(({ role: one }) => one !== 'student') ? t.asTeacher : t.asStudent;
  return enrolments.every(({ suspended }) => suspended) ? `${role} (${t.suspended})` : role;
}
