import { z } from 'zod';
import type { Clock } from '@buitenboord/shared/ports/clock.js';
import { platforms } from '@buitenboord/shared/store/collections.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import { matchName, undoNameMatch, type NameChoice } from '@buitenboord/shared/use-cases/people/match-name.js';
import { nameList } from '@buitenboord/shared/use-cases/people/name-list.js';
import { lmsName } from '../dashboard/lms-name.js';
import { platformHabits } from '../lti/platforms/platform-habits.js';
import { courseOf } from '../web/of-visit.js';
import type { VisitExchange, VisitRoute } from '../web/routes.js';
import { NamesPage, type NamesPageProps } from './names-page.js';

export interface NamesDeps {
  store: Store;
  now: Clock;
}

const may = ['teacher'] as const;

/** Who is who, where the LMS doesn't share every name: choosing, typing, taking back. */
export function namesRoutes(deps: NamesDeps): VisitRoute[] {
  return [
    { method: 'get', path: '/names', may, handle: (exchange) => show(deps, exchange) },
    { method: 'post', path: '/names', may, handle: (exchange) => save(deps, exchange) },
    { method: 'post', path: '/names/undo', may, handle: (exchange) => undo(deps, exchange) },
  ];
}

async function show(
  { store }: NamesDeps,
  { visit, text, formToken, url, page }: VisitExchange,
  refused?: NamesPageProps['refused'],
): Promise<void> {
  const { school, id, title } = await courseOf(store, visit);
  const platform = await store.get(platforms, { id: visit.platform });
  const isAnonymous = platform && !platformHabits(platform).sharesNames;
  page(
    <NamesPage
      text={text}
      formToken={formToken}
      url={url('/names')}
      course={title}
      anonymousLms={isAnonymous ? lmsName(text, platform) : undefined}
      names={await nameList(store, { school, course: id })}
      workOf={visit.activity === undefined ? undefined : (student) => url(`/students/${student}`)}
      {...(refused && { refused })}
    />,
  );
}

const Id = z.string().min(1).max(64);
const name = z.string().trim().max(100).default('');
const Said = z.strictObject({
  student: Id,
  listed: z.string().max(64).default(''),
  givenName: name,
  familyName: name,
});

async function save(deps: NamesDeps, exchange: VisitExchange): Promise<void> {
  const { req, res, visit, text, url } = exchange;
  const { student, listed, givenName, familyName } = Said.parse(req.body);
  const choice = choiceOf({ listed, givenName, familyName });
  if (!choice) {
    res.status(422);
    return show(deps, exchange, { student, givenName, familyName, error: text('names.empty') });
  }
  const course = await courseOf(deps.store, visit);
  await matchName(deps, { school: visit.school, course: course.id, student, by: visit.person }, choice);
  res.redirect(303, url('/names'));
}

/** What was typed wins: who types after choosing has changed her mind. */
function choiceOf(said: { listed: string; givenName: string; familyName: string }): NameChoice | undefined {
  const { listed, givenName, familyName } = said;
  if (givenName !== '') return { kind: 'typed', givenName, familyName };
  return listed === '' ? undefined : { kind: 'listed', person: listed };
}

async function undo(deps: NamesDeps, { req, res, visit, url }: VisitExchange): Promise<void> {
  const { student } = z.strictObject({ student: Id }).parse(req.body);
  const course = await courseOf(deps.store, visit);
  await undoNameMatch(deps, { school: visit.school, course: course.id, student, by: visit.person });
  res.redirect(303, url('/names'));
}
