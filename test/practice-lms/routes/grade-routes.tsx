import { Router, type Request, type Response } from 'express';
import { columnsOf, findGrade, overrideGrade, visibleScore } from '../gradebook.js';
import { courseFor, found, mayGrade, noPermission, posterOf, visitorOf, type Lms } from '../lms.js';
import { GradesPage, MyGradesPage } from '../pages/grades-page.js';
import { frameFor, sendPage } from '../render.js';
import { queryOf } from '../requests.js';
import { findItem, findPerson, type GradeItem, type Site } from '../site.js';
import type { Course } from '../seed.js';

export function gradeRoutes(lms: Lms): Router {
  const router = Router();
  router.get('/grade/report/index.php', showGrades(lms));
  router.post('/grade/report/index.php', changeGrades(lms));
  router.get('/grade/report/user.php', showMyGrades(lms));
  return router;
}

const showGrades = (lms: Lms) => (req: Request, res: Response) => {
  const { person } = visitorOf(lms, req);
  const { site } = lms;
  const course = courseFor(lms, person, queryOf(req).get('id'));
  if (!mayGrade(course, person)) throw noPermission();
  sendPage(
    res,
    <GradesPage
      frame={frameFor(lms, req)}
      course={course}
      columns={columnsOf(site, course.id).map((item) => ({ item, cmid: cmidOf(site, item) }))}
      students={studentsOf(site, course)}
      gradeOf={(itemId, userId) => findGrade(site, itemId, userId)}
    />,
  );
};

const cmidOf = (site: Site, item: GradeItem) => site.state.activities.find(({ id }) => id === item.linkId)?.cmid;

const studentsOf = (site: Site, course: Course) =>
  course.enrolments
    .filter(({ role }) => role === 'student')
    .map(({ person, suspended = false }) => ({ person: found(findPerson(site, person)), suspended }));

const changeGrades = (lms: Lms) => (req: Request, res: Response) => {
  const { person, form } = posterOf(lms, req);
  const course = courseFor(lms, person, queryOf(req).get('id'));
  if (!mayGrade(course, person)) throw noPermission();
  const lockable = form.get('lock') ?? form.get('unlock');
  if (lockable !== null) {
    itemIn(lms.site, course, lockable).locked = form.has('lock');
    lms.site.save();
  }
  for (const [name, typed] of form) changeGrade(lms.site, course, { name, typed });
  res.redirect(303, `/grade/report/index.php?id=${course.id}`);
};

function itemIn(site: Site, course: Course, itemId: string): GradeItem {
  const item = found(findItem(site, itemId));
  if (item.courseId !== course.id) throw noPermission();
  return item;
}

/** Only a cell that differs from what it showed becomes an override; nonsense changes nothing. */
function changeGrade(site: Site, course: Course, { name, typed }: { name: string; typed: string }): void {
  const [, itemId, userId] = /^grade-(\d+)-(\d+)$/.exec(name) ?? [];
  if (itemId === undefined || userId === undefined) return;
  const score = typed.trim() === '' ? null : Number(typed.replace(',', '.'));
  if (Number.isNaN(score) || score === visibleScore(findGrade(site, itemId, userId))) return;
  overrideGrade(site, { itemId: itemIn(site, course, itemId).id, userId, score });
}

const showMyGrades = (lms: Lms) => (req: Request, res: Response) => {
  const { person } = visitorOf(lms, req);
  const course = courseFor(lms, person, queryOf(req).get('id'));
  const rows = columnsOf(lms.site, course.id).map((item) => ({ item, grade: findGrade(lms.site, item.id, person.id) }));
  sendPage(res, <MyGradesPage frame={frameFor(lms, req)} course={course} rows={rows} />);
};
