import type { Visit } from '@buitenboord/shared/domain/visit/visit.js';
import { hashOf, newId, newSecret } from '@buitenboord/shared/ids.js';
import { Problem } from '@buitenboord/shared/problem.js';
import { visits } from '@buitenboord/shared/store/collections.js';
import { change, put, type Store, type Write } from '@buitenboord/shared/store/port.js';
import { rememberPerson, type ToldOfPerson } from '@buitenboord/shared/use-cases/people/remember-person.js';
import { firstPage } from '../web/first-page.js';
import type { Launch } from '../lti/launch.js';
import { commitLaunch, type VerifiedLaunch } from '../lti/verify-launch.js';
import type { OpenedCourse } from './after-launch.js';
import { activityOfLaunch } from './launch-activity.js';
import { courseOfLaunch, enrolmentOfLaunch } from './launch-course.js';

export interface BegunVisit {
  id: string;
  /** For the cookie; only its hash is stored. */
  secret: string;
  expiresAt: Date;
  /** Where it begins, under its own address. */
  firstPage: string;
  /** For what is done after the launch, without anybody waiting for it. */
  opened: OpenedCourse;
}

const visitLivesMs = 12 * 60 * 60_000;

interface Deps {
  store: Store;
  now: () => Date;
}

/**
 * Turns a verified launch into a visit: person, course, place in it, activity and the visit itself, in one commit with the use of its nonce.
 * `visitsOfBrowser`: visits that this browser still has cookies for; those of another person end here.
 */
export async function beginVisit(
  deps: Deps,
  verified: VerifiedLaunch,
  visitsOfBrowser: readonly string[],
): Promise<BegunVisit> {
  const { store } = deps;
  const { launch } = verified;
  const now = deps.now();
  insistOnTeacher(launch);
  const at = now.toISOString();
  const person = await rememberPerson(store, launch, toldBy(launch), at);
  const course = await courseOfLaunch(store, launch);
  const place = course ? await enrolmentOfLaunch(store, launch, { course: course.id, person: person.id, at }) : [];
  const activity = course && (await activityOfLaunch(store, launch, course.id, at));
  const begun = {
    id: `${launch.school}.${newId()}`,
    secret: newSecret(),
    expiresAt: new Date(now.getTime() + visitLivesMs),
  };
  const visit = visitFor(launch, begun, at, { person: person.id, course: course?.id, activity: activity?.id });
  await commitLaunch(store, verified, [
    ...person.writes,
    ...(course?.writes ?? []),
    ...place,
    ...(activity?.writes ?? []),
    ...(await endingOthers(store, visitsOfBrowser, launch.school, person.id, at)),
    put(visits, { school: launch.school, id: begun.id }, visit, 0),
  ]);
  const { school, platform, product, roles, resourceLink } = launch;
  const opened = {
    school,
    platform,
    product,
    course: course?.id,
    activity: activity?.id,
    resourceLink: resourceLink?.id,
    byTeacher: roles.includes('teacher'),
  };
  return { ...begun, firstPage: firstPage(visit), opened };
}

/** Who picks assignments teaches. A launch without a course is fine by the standard (Core §5.4.1): the pages that need one say so. */
function insistOnTeacher({ platform, roles, message }: Launch): void {
  if (message === 'deepLinking' && !roles.includes('teacher')) throw new Problem('launch/not-a-teacher', { platform });
}

function toldBy({ givenName, familyName, fullName, email, studentNumber, locale }: Launch): ToldOfPerson {
  return { givenName, familyName, fullName, email, studentNumber, locale };
}

function visitFor(
  launch: Launch,
  begun: Omit<BegunVisit, 'firstPage' | 'opened'>,
  at: string,
  who: { person: string; course: string | undefined; activity: string | undefined },
): Visit {
  return {
    door: 'lti',
    cookie: hashOf(begun.secret),
    person: who.person,
    roles: launch.roles,
    lmsAdministrator: launch.lmsAdministrator,
    platform: launch.platform,
    ...(who.course && { course: who.course }),
    ...(who.activity && { activity: who.activity }),
    ...(launch.deepLinking && { deepLinking: launch.deepLinking }),
    ...(launch.resourceLink && {
      link: { id: launch.resourceLink.id, title: (launch.resourceLink.title ?? '').slice(0, 500) },
    }),
    locale: launch.locale,
    ...(launch.returnUrl && { returnUrl: launch.returnUrl }),
    openedAt: at,
    seenAt: at,
    expiresAt: begun.expiresAt.toISOString(),
  };
}

/** School computers are shared: who opens the LMS as somebody else leaves no open page of the one before. */
async function endingOthers(
  store: Store,
  ids: readonly string[],
  school: string,
  person: string,
  at: string,
): Promise<Write[]> {
  const known = await Promise.all(
    ids.filter((id) => id.startsWith(`${school}.`)).map((id) => store.get(visits, { school, id })),
  );
  return known.flatMap((visit) =>
    visit && visit.person !== person && !visit.endedAt ? [change(visits, visit, { endedAt: at })] : [],
  );
}
