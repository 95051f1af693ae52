import type { Course } from '../../domain/activity/assignment.js';
import { rosterDue, type RosterDue, type RosterWish } from '../../domain/people/roster-due.js';
import type { Clock } from '../../ports/clock.js';
import type { Roster, RosterAnswer, RosterMember } from '../../ports/roster.js';
import { isProblem, Problem } from '../../problem.js';
import { courses, platforms } from '../../store/collections.js';
import { decideAgain } from '../../store/decide-again.js';
import { change, type Store, type Stored } from '../../store/port.js';
import { enrolMember, markWhoLeft } from './enrol-members.js';

export interface RosterDeps {
  store: Store;
  roster: Roster;
  now: Clock;
  /** The LMS didn't give its list: for the log. */
  failed: (facts: { course: string; code: string }) => void;
}

export interface RosterToRead {
  school: string;
  course: string;
  wish: RosterWish;
  /** The LMS's id of a link of the course: some share names only with what stands behind a link. */
  resourceLink?: string;
}

export type RosterRead = 'read' | 'not-yet' | 'not-offered' | 'failed';

type StoredCourse = Stored<Course, 'school'>;

/**
 * Reads who is in the course from the LMS, so that students who never opened the tool are listed. People who left are marked, never deleted, and come
 * back when they return. What went wrong at the LMS is kept with the course for its teacher, and not thrown.
 */
export async function readRoster(
  deps: RosterDeps,
  { school, course: id, wish, resourceLink }: RosterToRead,
): Promise<RosterRead> {
  const { store, now } = deps;
  const course = await store.get(courses, { school, id });
  if (!course) throw new Problem('request/not-found', { course: id });
  const due = rosterDue(course, wish, now());
  if (due === 'not-yet' || due === 'not-offered') return due;
  const at = now().toISOString();
  try {
    const { whole, answer } = await ask(deps, course, due, resourceLink);
    await apply(deps, course, { whole, answer, at });
    await remember(store, course, {
      rosterReadAt: at,
      ...(whole && { rosterWholeAt: at }),
      rosterDifferencesUrl: answer.differencesUrl,
      rosterFailure: undefined,
    });
    return 'read';
  } catch (error) {
    if (!isProblem(error) || !error.code.startsWith('platform/')) throw error;
    deps.failed({ course: id, code: error.code });
    await remember(store, course, { rosterFailure: failureOf(error, now()) });
    return 'failed';
  }
}

interface Asked {
  whole: boolean;
  answer: RosterAnswer;
}

/** Differences that the platform no longer knows of are no reason to go without a list. */
async function ask(
  deps: RosterDeps,
  course: StoredCourse,
  due: Extract<RosterDue, 'whole' | 'differences'>,
  resourceLink: string | undefined,
): Promise<Asked> {
  const { school, platform, deployment, membershipsUrl, rosterDifferencesUrl } = course;
  const question = { school, platform, deployment, membershipsUrl: membershipsUrl ?? '' };
  if (due === 'differences' && rosterDifferencesUrl !== undefined) {
    try {
      const answer = await deps.roster.members({ ...question, differencesUrl: rosterDifferencesUrl });
      return { whole: false, answer };
    } catch (error) {
      if (!isProblem(error) || isProblem(error, 'platform/slow-down')) throw error;
    }
  }
  const answer = await deps.roster.members(question);
  // A list without anybody, not even the teacher who asks, is no list: nobody is marked as gone on its word.
  if (answer.members.length === 0) throw new Problem('platform/answer-unusable', { course: course.id });
  if (resourceLink === undefined || answer.members.some(hasName)) return { whole: true, answer };
  const members = await withNames(deps, answer.members, { ...question, resourceLink });
  return { whole: true, answer: { ...answer, members } };
}

/**
 * Where sharing names is left to the teacher of each activity, Moodle tells them only of a link (recording `extra-nrps-privacy`). Such a list may leave
 * people out (NRPS 2.0 §3.3), so that it adds names and nothing else.
 */
async function withNames(
  { roster }: RosterDeps,
  members: readonly RosterMember[],
  question: Parameters<Roster['members']>[0],
): Promise<readonly RosterMember[]> {
  const named = await roster.members(question).catch((error: unknown) => {
    if (isProblem(error)) return { members: [] };
    throw error;
  });
  const bySubject = new Map(named.members.map((member) => [member.subject, member]));
  return members.map((member) => {
    const { givenName, familyName, fullName, email, studentNumber } = bySubject.get(member.subject) ?? {};
    return { ...member, givenName, familyName, fullName, email, studentNumber: member.studentNumber ?? studentNumber };
  });
}

function hasName({ givenName, familyName, fullName }: RosterMember): boolean {
  return (givenName ?? familyName ?? fullName) !== undefined;
}

async function apply(
  { store }: RosterDeps,
  course: StoredCourse,
  { whole, answer, at }: Asked & { at: string },
): Promise<void> {
  const platform = await store.get(platforms, { id: course.platform });
  if (!platform) throw new Problem('platform/unknown', { platform: course.platform });
  const seen = new Set<string>();
  for (const member of answer.members)
    seen.add(await enrolMember(store, { course, issuer: platform.issuer, at }, member));
  if (whole) await markWhoLeft(store, course, seen, at);
}

/** On the course as it stands now: a launch may have told something new meanwhile. */
async function remember(store: Store, { school, id }: StoredCourse, fields: Partial<Course>): Promise<void> {
  await decideAgain(async () => {
    const newest = await store.get(courses, { school, id });
    if (newest) await store.commit([change(courses, newest, fields)]);
  });
}

function failureOf({ code, facts }: Problem, at: Date): NonNullable<Course['rosterFailure']> {
  const wait = typeof facts.retryAfterMs === 'number' ? facts.retryAfterMs : undefined;
  return {
    code,
    at: at.toISOString(),
    ...(wait !== undefined && { retryAt: new Date(at.getTime() + wait).toISOString() }),
  };
}
