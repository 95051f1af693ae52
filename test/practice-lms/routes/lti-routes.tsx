import { Router, type Request, type Response } from 'express';
import { initiateLogin, authorize } from '../launch.js';
import { keepSelection, readResponse } from '../deep-linking.js';
import { courseFor, courseToEdit, found, mayEdit, noPermission, visitorOf, type Lms } from '../lms.js';
import { invalidRequest, MoodleError } from '../moodle-error.js';
import { LeaveFramePage } from '../pages/small-pages.js';
import { jwks, openidConfiguration, registrationAddress, registrationEndpoint } from '../registration.js';
import { frameFor, sendForm, sendPage } from '../render.js';
import { formOf, paramsOf, queryOf } from '../requests.js';
import { servicesEndpoint } from '../services.js';
import { findActivityByCmid, findTool } from '../site.js';
import { tokenEndpoint } from '../token.js';

/** Everything a tool talks to, at Moodle's addresses. */
export function ltiRoutes(lms: Lms): Router {
  const { site, toolKeys } = lms;
  const router = Router();
  const json = (body: () => string) => (_req: Request, res: Response) =>
    void res.type('application/json; charset=utf-8').send(body());

  router.get(
    '/mod/lti/openid-configuration.php',
    json(() => openidConfiguration(site)),
  );
  router.get(
    '/mod/lti/certs.php',
    json(() => jwks(site)),
  );
  router.post('/mod/lti/openid-registration.php', registrationEndpoint(site));
  router.all('/mod/lti/token.php', tokenEndpoint(site, toolKeys));
  router.all(/^\/mod\/lti\/services\.php/, servicesEndpoint(site));
  router.get('/mod/lti/startltiadvregistration.php', startRegistration(lms));
  router.get('/mod/lti/launch.php', launch(lms));
  router.all('/mod/lti/contentitem.php', selectContent(lms));
  router.all('/mod/lti/auth.php', authorization(lms));
  router.all('/mod/lti/contentitem_return.php', contentReturned(lms));
  router.get('/mod/lti/return.php', (req, res) =>
    res.redirect(303, `/course/view.php?id=${queryOf(req).get('course') ?? ''}`),
  );
  return router;
}

const startRegistration = (lms: Lms) => (req: Request, res: Response) => {
  const { person, session } = visitorOf(lms, req);
  const query = queryOf(req);
  if (!person.siteAdmin || query.get('sesskey') !== session.sesskey) throw noPermission();
  const link = query.get('url') ?? '';
  if (!URL.canParse(link)) throw invalidRequest();
  res.redirect(302, registrationAddress(lms.site, link));
};

const launch = (lms: Lms) => (req: Request, res: Response) => {
  const { person, session } = visitorOf(lms, req);
  const query = queryOf(req);
  const activity = found(findActivityByCmid(lms.site, query.get('id') ?? ''));
  courseFor(lms, person, activity.courseId);
  found(findTool(lms.site, activity.toolId));
  const reviewOf = query.get('action') === 'gradeReport' ? query.get('user') : null;
  const window = activity.newWindow || query.get('window') === '1';
  const form = initiateLogin(lms.site, session, {
    kind: 'activity',
    cmid: activity.cmid,
    window,
    ...(reviewOf === null ? {} : { reviewOf }),
  });
  sendForm(res, form, frameFor(lms, req).t.continueByHand);
};

const selectContent = (lms: Lms) => (req: Request, res: Response) => {
  const { person, session } = visitorOf(lms, req);
  const params = paramsOf(req);
  const course = courseToEdit(lms, person, params.get('course'));
  const tool = found(findTool(lms.site, params.get('id') ?? ''));
  const form = initiateLogin(lms.site, session, { kind: 'deep-linking', courseId: course.id, toolId: tool.id });
  sendForm(res, form, frameFor(lms, req).t.continueByHand);
};

/**
 * A form posted from another site comes without our cookie. Moodle then answers with a page that posts the same again
 * from here, where the cookie goes along; only after that it believes that nobody is logged in.
 */
function repostWithCookie(lms: Lms, req: Request, res: Response): boolean {
  const fields = Object.fromEntries(req.method === 'POST' ? formOf(req) : queryOf(req));
  if (lms.sessions.find(req) || fields.repost !== undefined) return false;
  const action = req.method === 'POST' ? req.originalUrl : req.path;
  const form = { name: 'ltiRepost', action, fields: { ...fields, repost: 'true' } };
  sendForm(res, form, frameFor(lms, req).t.continueByHand);
  return true;
}

const authorization = (lms: Lms) => (req: Request, res: Response) => {
  if (repostWithCookie(lms, req, res)) return;
  const session = lms.sessions.find(req);
  if (!session) throw invalidRequest();
  const form = authorize(lms.site, session, paramsOf(req));
  sendForm(res, form, frameFor(lms, req).t.continueByHand);
};

const contentReturned = (lms: Lms) => async (req: Request, res: Response) => {
  if (repostWithCookie(lms, req, res)) return;
  const { person, session } = visitorOf(lms, req);
  const query = queryOf(req);
  if (query.get('sesskey') !== session.sesskey) throw new MoodleError('Invalid sesskey', 403);
  const course = courseFor(lms, person, query.get('course'));
  if (!mayEdit(course, person)) throw noPermission();
  const tool = found(findTool(lms.site, query.get('id') ?? ''));
  const items = await readResponse(formOf(req).get('JWT') ?? '', { site: lms.site, tool, toolKeys: lms.toolKeys });
  const selection = keepSelection(session, items);
  const chosen = selection === undefined ? '' : `&typeid=${tool.id}&selection=${selection}`;
  const href = `/course/modedit.php?add=lti&course=${course.id}${chosen}`;
  sendPage(res, <LeaveFramePage frame={frameFor(lms, req)} href={href} />);
};
