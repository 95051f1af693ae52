import { z } from 'zod';
import { hasGradebookColumn } from '@buitenboord/shared/domain/activity/assignment.js';
import { endOfDay } from '@buitenboord/shared/domain/activity/end-of-day.js';
import { resourceLinkKey } from '@buitenboord/shared/domain/activity/resource-link.js';
import { Problem } from '@buitenboord/shared/problem.js';
import type { Columns } from '@buitenboord/shared/ports/columns.js';
import type { Clock } from '@buitenboord/shared/ports/clock.js';
import { activities, platforms, visits } from '@buitenboord/shared/store/collections.js';
import { change, type Store } from '@buitenboord/shared/store/port.js';
import {
  chooseAssignments,
  componentsOfCourse,
  type ChosenAssignment,
  type MadeActivity,
} from '@buitenboord/shared/use-cases/assignment/choose-assignments.js';
import { ensureColumn } from '@buitenboord/shared/use-cases/assignment/ensure-column.js';
import { kindsOffFor } from '@buitenboord/shared/use-cases/school/kind-offerings.js';
import { assignmentBank, makeAssignment } from '@buitenboord/shared/use-cases/assignment/make-assignment.js';
import { activityParameter } from '../launch/launch-activity.js';
import { signDeepLinkingResponse, type LinkItem } from '../lti/deep-linking.js';
import { assignableElectives } from '@buitenboord/shared/use-cases/programme/assignable-electives.js';
import { toolAddresses } from '../lti/tool-addresses.js';
import type { ToolKeys } from '../lti/tool-keys.js';
import type { VisitExchange, VisitRoute } from '../web/routes.js';
import { courseOf } from '../web/of-visit.js';
import { staffLinks } from '../web/staff-links.js';
import { formsOf } from '../web/forms-of-visit.js';
import { AnswerPage } from './answer-page.js';
import { many, parseAssignmentForm, parseComponent, typedForm } from './assignment-form.js';
import { AssignmentPage } from './assignment-page.js';
import { ChoicePage } from './choice-page.js';
import { PickerPage } from './picker-page.js';

export interface PickerDeps {
  store: Store;
  columns: Columns;
  toolKeys: ToolKeys;
  baseUrl: string;
  now: Clock;
}

const teacher = ['teacher'] as const;

/** Choosing and making assignments, inside the LMS's picker or behind a link that has none yet. */
export function pickerRoutes(deps: PickerDeps): VisitRoute[] {
  return [
    { method: 'get', path: '/picker', may: teacher, handle: (exchange) => showBank(deps, exchange) },
    { method: 'get', path: '/picker/choice', may: teacher, handle: (exchange) => showChoice(deps, exchange) },
    { method: 'post', path: '/picker/answer', may: teacher, handle: (exchange) => answer(deps, exchange) },
    { method: 'post', path: '/picker/cancel', may: teacher, handle: (exchange) => sendAnswer(deps, exchange, []) },
    { method: 'get', path: '/assignments/new', may: teacher, handle: (exchange) => showForm(deps, exchange) },
    { method: 'post', path: '/assignments', may: teacher, handle: (exchange) => make(deps, exchange) },
  ];
}

async function showBank(deps: PickerDeps, exchange: VisitExchange): Promise<void> {
  const { req, visit, text, url, page, formToken } = exchange;
  const bank = await assignmentBank(deps.store, visit.school);
  // A picker opened outside a course has no leerweg to go by; choosing there is refused, leaving isn't.
  const off = visit.course ? await kindsOffFor(deps, await courseOf(deps.store, visit)) : [];
  const search = z.string().max(100).catch('').parse(req.query.search);
  const made = z.string().max(64).optional().catch(undefined).parse(req.query.made);
  page(
    PickerPage({
      text,
      url,
      formToken,
      bank,
      off,
      search,
      made,
      several: visit.deepLinking?.acceptMultiple ?? false,
      canCancel: !!visit.deepLinking,
      links: staffLinks(exchange),
    }),
  );
}

async function showChoice(deps: PickerDeps, exchange: VisitExchange): Promise<void> {
  const { req, res, visit, text, url, page, formToken } = exchange;
  const ids = many(typedForm(req.query), 'choose');
  if (ids.length === 0) return void res.redirect(303, url('/picker'));
  const course = await courseOf(deps.store, visit);
  const bank = await assignmentBank(deps.store, visit.school);
  const chosen = bank.filter(({ id }) => ids.includes(id));
  const components = await componentsOfCourse(deps.store, course, deps.now());
  page(
    ChoicePage({ text, url, formToken, chosen, components, scope: { cohort: course.cohort, leerweg: course.leerweg } }),
  );
}

/** One row of the form for each chosen assignment: `due.<id>` and `component.<id>`. */
function parseChoice(body: unknown): ChosenAssignment[] {
  const typed = typedForm(body);
  return many(typed, 'choose').map((assignment) => {
    const dueOn = z.union([z.literal(''), z.iso.date()]).parse(many(typed, `due.${assignment}`)[0] ?? '');
    const component = parseComponent(many(typed, `component.${assignment}`)[0]);
    return { assignment, ...(dueOn && { dueOn }), ...(component && { component }) };
  });
}

async function answer(deps: PickerDeps, exchange: VisitExchange): Promise<void> {
  const { req, res, visit, url } = exchange;
  const course = await courseOf(deps.store, visit);
  const chosen = parseChoice(req.body);
  if (chosen.length === 0) return void res.redirect(303, url('/picker'));
  if (visit.deepLinking) {
    const several = visit.deepLinking.acceptMultiple ? chosen : chosen.slice(0, 1);
    const made = await chooseAssignments(deps, {
      school: visit.school,
      course: course.id,
      by: visit.person,
      visit: visit.id,
      chosen: several,
    });
    return sendAnswer(deps, exchange, made);
  }
  if (!visit.link || visit.activity) throw new Problem('request/not-found', { visit: visit.id });
  const resourceLink = resourceLinkKey(course.platform, course.context, visit.link.id);
  const [made] = await chooseAssignments(deps, {
    school: visit.school,
    course: course.id,
    by: visit.person,
    visit: visit.id,
    chosen: chosen.slice(0, 1),
    resourceLink,
  });
  if (made) {
    await deps.store.commit([change(visits, visit, { activity: made.id })]);
    const activity = await deps.store.get(activities, { school: visit.school, id: made.id });
    if (activity) await ensureColumn(deps, activity, { course, link: visit.link.id });
  }
  res.redirect(303, url('/overview'));
}

/** Signs the answer for the LMS and shows the page that posts it there. Where it goes comes from the signed request, never from the form. */
async function sendAnswer(deps: PickerDeps, exchange: VisitExchange, made: readonly MadeActivity[]): Promise<void> {
  const { visit, text, page } = exchange;
  const { deepLinking } = visit;
  if (!deepLinking) throw new Problem('request/not-found', { visit: visit.id });
  const platform = await deps.store.get(platforms, { id: visit.platform });
  if (!platform) throw new Problem('launch/unknown-platform', { platform: visit.platform });
  const jwt = signDeepLinkingResponse(
    await deps.toolKeys.signingKey(visit.school),
    {
      platform,
      // Another launch may have brought the course in by another deployment since.
      deployment: deepLinking.deployment ?? (await courseOf(deps.store, visit)).deployment,
      ...(deepLinking.data !== undefined && { data: deepLinking.data }),
      items: made.map((each) => toLinkItem(deps.baseUrl, each, deepLinking.acceptLineItem)),
      ...(made.length > 0 && { message: text('picker.chosen', { count: made.length }) }),
    },
    deps.now(),
  );
  page(AnswerPage({ text, returnUrl: deepLinking.returnUrl, jwt }), {
    formsTo: formsOf(visit),
  });
}

/** A number that counts brings its column along; everything else has none. */
function toLinkItem(baseUrl: string, { id, activity }: MadeActivity, takesColumns: boolean): LinkItem {
  const { counting, title } = activity;
  return {
    title,
    text: activity.task.slice(0, 1000),
    url: toolAddresses(baseUrl).launch,
    custom: { [activityParameter]: id },
    ...(activity.dueOn && { submission: { endDateTime: endOfDay(activity.dueOn) } }),
    ...(takesColumns &&
      counting.kind === 'pta' &&
      hasGradebookColumn(counting) && {
        lineItem: { scoreMaximum: 10, label: title, resourceId: counting.code, tag: counting.code },
      }),
  };
}

async function showForm({ store }: PickerDeps, { visit, text, url, page, formToken }: VisitExchange): Promise<void> {
  const electives = await assignableElectives(store, visit);
  page(AssignmentPage({ text, url, formToken, typed: {}, errors: new Set(), electives }));
}

async function make(deps: PickerDeps, { req, res, visit, text, url, page, formToken }: VisitExchange): Promise<void> {
  const typed = typedForm(req.body);
  const electives = await assignableElectives(deps.store, visit);
  const parsed = parseAssignmentForm(typed, electives);
  if (parsed.kind === 'wrong') {
    res.status(422);
    return page(AssignmentPage({ text, url, formToken, typed, errors: parsed.errors, electives }));
  }
  const id = await makeAssignment(deps, visit.school, visit.person, parsed.assignment);
  res.redirect(303, url(`/picker?made=${id}`));
}
