import { Router, type Request, type Response } from 'express';
import { addActivity, copyActivity, deleteActivity, ownItem } from '../activities.js';
import { saveSelection } from '../deep-linking.js';
import { courseFor, courseToEdit, found, mayEdit, mayGrade, posterOf, visitorOf, type Lms } from '../lms.js';
import { ActivityPage } from '../pages/activity-page.js';
import { AddActivityPage, ChosenPage } from '../pages/add-activity-page.js';
import { CoursePage } from '../pages/course-page.js';
import { ParticipantsPage } from '../pages/participants-page.js';
import { frameFor, sendPage } from '../render.js';
import { queryOf } from '../requests.js';
import { findActivityByCmid, findPerson, findTool } from '../site.js';

/** A course as its people see it. */
export function courseRoutes(lms: Lms): Router {
  const router = Router();
  router.get('/course/view.php', showCourse(lms));
  router.get('/user/index.php', showParticipants(lms));
  router.get('/mod/lti/view.php', showActivity(lms));
  router.get('/course/modedit.php', showChoice(lms));
  router.post('/course/modedit.php', saveActivities(lms));
  router.post('/course/mod.php', changeActivity(lms));
  return router;
}

const courseUrl = (courseId: string) => `/course/view.php?id=${courseId}`;

const showCourse = (lms: Lms) => (req: Request, res: Response) => {
  const { person } = visitorOf(lms, req);
  const course = courseFor(lms, person, queryOf(req).get('id'));
  const activities = lms.site.state.activities
    .filter(({ courseId }) => courseId === course.id)
    .map((activity) => ({ activity, maximum: ownItem(lms.site, activity)?.maximum }));
  const may = { mayEdit: mayEdit(course, person), mayGrade: mayGrade(course, person) };
  sendPage(res, <CoursePage frame={frameFor(lms, req)} course={course} activities={activities} {...may} />);
};

const showParticipants = (lms: Lms) => (req: Request, res: Response) => {
  const { person } = visitorOf(lms, req);
  const course = courseFor(lms, person, queryOf(req).get('id'));
  const participants = course.enrolments.map((enrolment) => ({
    enrolment,
    person: found(findPerson(lms.site, enrolment.person)),
  }));
  const showNumbers = mayGrade(course, person);
  const frame = frameFor(lms, req);
  sendPage(
    res,
    <ParticipantsPage frame={frame} course={course} participants={participants} showNumbers={showNumbers} />,
  );
};

const showActivity = (lms: Lms) => (req: Request, res: Response) => {
  const { person } = visitorOf(lms, req);
  const query = queryOf(req);
  const activity = found(findActivityByCmid(lms.site, query.get('id') ?? ''));
  const course = courseFor(lms, person, activity.courseId);
  const tool = found(findTool(lms.site, activity.toolId));
  const review = query.get('action') === 'gradeReport' ? `&action=gradeReport&user=${Number(query.get('user'))}` : '';
  sendPage(
    res,
    <ActivityPage
      frame={frameFor(lms, req)}
      activity={activity}
      courseName={course.fullname}
      tool={tool}
      launchUrl={`/mod/lti/launch.php?id=${activity.cmid}${review}&triggerview=0`}
      inWindow={activity.newWindow || query.get('window') === '1'}
    />,
  );
};

const showChoice = (lms: Lms) => (req: Request, res: Response) => {
  const { person, session } = visitorOf(lms, req);
  const query = queryOf(req);
  const course = courseToEdit(lms, person, query.get('course'));
  const tool = findTool(lms.site, query.get('typeid') ?? '');
  const selection = query.get('selection') ?? '';
  const items = session.selections.get(selection);
  const frame = frameFor(lms, req);
  if (tool && items) {
    return sendPage(res, <ChosenPage frame={frame} course={course} tool={tool} selection={selection} items={items} />);
  }
  const tools = lms.site.state.tools.filter(({ state }) => state === 'active');
  sendPage(res, <AddActivityPage frame={frame} course={course} tools={tools} choosing={tool} />);
};

/** The chosen items, or one activity with just a name. */
const saveActivities = (lms: Lms) => (req: Request, res: Response) => {
  const { person, session, form } = posterOf(lms, req);
  const query = queryOf(req);
  const course = courseToEdit(lms, person, query.get('course'));
  const tool = found(findTool(lms.site, query.get('typeid') ?? ''));
  const selection = form.get('selection');
  if (selection === null) {
    addActivity(lms.site, { courseId: course.id, toolId: tool.id, name: form.get('name') ?? tool.name });
  } else {
    saveSelection(lms.site, tool, { courseId: course.id, items: found(session.selections.get(selection)) });
    // Pressed twice, it is saved once.
    session.selections.delete(selection);
  }
  res.redirect(303, courseUrl(course.id));
};

const changeActivity = (lms: Lms) => (req: Request, res: Response) => {
  const { person, form, t } = posterOf(lms, req);
  const activity = found(findActivityByCmid(lms.site, form.get('duplicate') ?? form.get('delete') ?? ''));
  const course = courseToEdit(lms, person, activity.courseId);
  if (form.has('duplicate')) copyActivity(lms.site, activity, { name: t.copyName(activity.name) });
  else deleteActivity(lms.site, activity.cmid);
  res.redirect(303, courseUrl(course.id));
};
