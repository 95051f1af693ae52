import { naturalId } from '../../ids.js';
import type { Clock } from '../../ports/clock.js';
import { Problem } from '../../problem.js';
import { courseCopies, courses, noticeHandlers, receivedNotices } from '../../store/collections.js';
import { decideAgain } from '../../store/decide-again.js';
import { change, put, type Store, type Write } from '../../store/port.js';
import { noticeHandlerId } from './ask-for-notices.js';

interface Deps {
  store: Store;
  now: Clock;
}

/** A notice whose signature and claims were verified. */
export interface VerifiedNotice {
  school: string;
  platform: string;
  deployment: string;
  /** Of the notice, so that it counts once. */
  id: string;
  expiresAt: Date;
  type: string;
  /** For a copied course: the new one, and the ones it came from. */
  copy?: { context: string; origins: readonly string[] };
}

/**
 * Takes a notice in. A copied course is remembered, also when nobody has opened it yet. A type we don't know is kept as heard and does nothing.
 * Throws Problem `launch/nonce-used` for a notice that came before.
 */
export async function receiveNotice({ store, now }: Deps, notice: VerifiedNotice): Promise<void> {
  const id = naturalId('notice', notice.platform, notice.id);
  await decideAgain(async () => {
    if (await store.get(receivedNotices, { id })) throw new Problem('launch/nonce-used', { platform: notice.platform });
    const at = now().toISOString();
    await store.commit([
      put(receivedNotices, { id }, { expiresAt: notice.expiresAt.toISOString() }, 0),
      ...(await heard(store, notice, at)),
      ...(await copied(store, notice, at)),
    ]);
  });
}

/** For the school's administrator: it works. */
async function heard(
  store: Store,
  { school, platform, deployment, type }: VerifiedNotice,
  at: string,
): Promise<Write[]> {
  const key = { school, id: noticeHandlerId(platform, deployment, type) };
  const handler = await store.get(noticeHandlers, key);
  return handler ? [change(noticeHandlers, handler, { heardAt: at })] : [];
}

async function copied(store: Store, { school, platform, copy }: VerifiedNotice, at: string): Promise<Write[]> {
  if (!copy) return [];
  const id = copyId(platform, copy.context);
  const known = await store.get(courseCopies, { school, id });
  // Content can be brought in from several courses, one notice each.
  const origins = [...new Set([...(known?.origins ?? []), ...copy.origins])].slice(0, 20);
  const told = { platform, context: copy.context, origins, toldAt: at };
  const course = await store.get(courses, { school, id: naturalId('course', platform, copy.context) });
  const copiedFrom = course && !course.copiedFrom ? await knownOrigin(store, school, platform, origins) : undefined;
  return [
    put(courseCopies, { school, id }, told, known?.version ?? 0),
    ...(course && copiedFrom ? [change(courses, course, { copiedFrom })] : []),
  ];
}

/** Where a course of the LMS came from, as a notice told or as the launch says; undefined when we don't know the course it came from. */
export async function originOfCourse(
  store: Store,
  {
    school,
    platform,
    context,
    history,
  }: { school: string; platform: string; context: string; history: readonly string[] },
): Promise<string | undefined> {
  const told = await store.get(courseCopies, { school, id: copyId(platform, context) });
  return knownOrigin(store, school, platform, [...(told?.origins ?? []), ...history]);
}

async function knownOrigin(
  store: Store,
  school: string,
  platform: string,
  contexts: readonly string[],
): Promise<string | undefined> {
  for (const context of contexts) {
    const id = naturalId('course', platform, context);
    if (await store.get(courses, { school, id })) return id;
  }
  return undefined;
}

function copyId(platform: string, context: string): string {
  return naturalId('course-copy', platform, context);
}
