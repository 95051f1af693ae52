import type { Visit } from '@buitenboord/shared/domain/visit/visit.js';
import { hashOf, newId, newSecret } from '@buitenboord/shared/ids.js';
import type { Vault } from '@buitenboord/shared/ports/vault.js';
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
import { formerActivity, formerIds, rememberFormerLink, type MigrationOutcome } from './former-ids.js';
import { reviewedActivity } from './reviewed-activity.js';
import { insistOnOwnData, insistOnRole } from './who-may-launch.js';

export interface BegunVisit {
  id: string;
  /** For the cookie; only its hash is stored. */
  secret: string;
  expiresAt: Date;
  /** Where it begins, under its own address. */
  firstPage: string;
  /** For what is done after the launch, without anybody waiting for it. */
  opened: OpenedCourse;
  /** What became of what the platform said of LTI 1.1; undefined when it said nothing. */
  migration?: MigrationOutcome;
}

const visitLivesMs = 12 * 60 * 60_000;

interface Deps {
  store: Store;
  vault: Vault;
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
  insistOnRole(launch);
  const at = now.toISOString();
  const { outcome, former } = await formerIds(deps, launch);
  const identity = { ...launch, ...(former.person && { former: former.person }) };
  const person = await rememberPerson(store, identity, toldBy(launch), at);
  if (launch.message === 'dataPrivacy') await insistOnOwnData(store, launch, person.id);
  const place = await placeOfLaunch(store, launch, { person: person.id, at, formerLink: former.link });
  const begun = {
    id: `${launch.school}.${newId()}`,
    secret: newSecret(),
    expiresAt: new Date(now.getTime() + visitLivesMs),
  };
  const visit = visitFor(launch, begun, at, { person: person.id, course: place.course, activity: place.activity });
  await commitLaunch(store, verified, [
    ...person.writes,
    ...place.writes,
    ...(await endingOthers(store, visitsOfBrowser, launch.school, person.id, at)),
    put(visits, { school: launch.school, id: begun.id }, visit, 0),
  ]);
  const { school, platform, product, roles, resourceLink } = launch;
  const opened = {
    school,
    platform,
    product,
    course: place.course,
    activity: place.activity,
    resourceLink: resourceLink?.id,
    byTeacher: roles.includes('teacher'),
  };
  return { ...begun, firstPage: firstPage(visit), opened, ...(outcome && { migration: outcome }) };
}

/** A launch without a course is fine by the standard (Core §5.4.1): the pages that need one say so. A look at stored data needs none. */
async function placeOfLaunch(
  store: Store,
  launch: Launch,
  { person, at, formerLink }: { person: string; at: string; formerLink: string | undefined },
): Promise<{ course?: string; activity?: string; writes: Write[] }> {
  const course = launch.message === 'dataPrivacy' ? undefined : await courseOfLaunch(store, launch);
  if (!course) {
    if (launch.message === 'submissionReview') throw new Problem('launch/no-course', { platform: launch.platform });
    return { writes: [] };
  }
  const enrolled = await enrolmentOfLaunch(store, launch, { course: course.id, person, at });
  const { school } = launch;
  const former = await formerActivity(store, school, formerLink);
  const activity =
    launch.message === 'submissionReview'
      ? await reviewedActivity(store, launch, course.id)
      : await activityOfLaunch(store, launch, { course: course.id, at, former });
  const remembered = await rememberFormerLink(store, { school, link: formerLink, activity: activity?.id, at });
  return {
    course: course.id,
    ...(activity && { activity: activity.id }),
    writes: [...course.writes, ...enrolled, ...(activity?.writes ?? []), ...remembered],
  };
}

/** Who only asks what is stored gives us nothing to store. */
function toldBy(launch: Launch): ToldOfPerson {
  const { givenName, familyName, fullName, email, studentNumber, locale } = launch;
  if (launch.message === 'dataPrivacy') return { locale };
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
    ...aboutWhom(launch),
    locale: launch.locale,
    ...(launch.returnUrl && { returnUrl: launch.returnUrl }),
    openedAt: at,
    seenAt: at,
    expiresAt: begun.expiresAt.toISOString(),
  };
}

function aboutWhom({ message, subject, forSubject = subject }: Launch): Pick<Visit, 'about'> {
  if (message === 'submissionReview') return { about: { what: 'work', subject: forSubject } };
  return message === 'dataPrivacy' ? { about: { what: 'data', subject: forSubject } } : {};
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
