import type { NoticeHandler } from '../../domain/school/school.js';
import { naturalId } from '../../ids.js';
import type { Clock } from '../../ports/clock.js';
import type { Notices } from '../../ports/notices.js';
import { isProblem, type Problem } from '../../problem.js';
import { noticeHandlers } from '../../store/collections.js';
import { change, put, type Store, type Stored } from '../../store/port.js';

interface Deps {
  store: Store;
  notices: Notices;
  now: Clock;
}

/** What a launch said of the platform's notices, and where ours go. */
export interface NoticesOffered {
  school: string;
  platform: string;
  deployment: string;
  /** The platform's service. */
  url: string;
  types: readonly string[];
  /** Our own address for this platform. */
  handler: string;
}

/** The notices that mean something to us: a greeting that shows it works, and a course that was copied. */
export const wantedNotices = ['LtiHelloWorldNotice', 'LtiContextCopyNotice'] as const;
export type WantedNotice = (typeof wantedNotices)[number];

/** After a platform said no, or didn't answer. */
const askAgainMs = 24 * 60 * 60_000;

/** The id of what we asked: one for each deployment and type. */
export function noticeHandlerId(platform: string, deployment: string, type: string): string {
  return naturalId('notice-handler', platform, deployment, type);
}

/**
 * Asks a platform to send us its notices, once for each deployment and type: again only when our address changed, or a day after it didn't work. Answers
 * what went wrong, for the log; a launch never waits for this.
 */
export async function askForNotices(deps: Deps, offered: NoticesOffered): Promise<Problem[]> {
  const wanted = wantedNotices.filter((type) => offered.types.includes(type));
  const outcomes = await Promise.all(wanted.map((type) => askFor(deps, offered, type)));
  return outcomes.flatMap((problem) => problem ?? []);
}

async function askFor(deps: Deps, offered: NoticesOffered, type: WantedNotice): Promise<Problem | undefined> {
  const { store, notices, now } = deps;
  const { school, platform, deployment, handler } = offered;
  const id = noticeHandlerId(platform, deployment, type);
  const known = await store.get(noticeHandlers, { school, id });
  const at = now();
  if (known && !isDue(known, handler, at)) return undefined;
  const asked: NoticeHandler = { platform, deployment, type, handler, state: 'asked', askedAt: at.toISOString() };
  try {
    // Before asking: a class that launches together asks once, and the others find it asked.
    await store.commit([put(noticeHandlers, { school, id }, asked, known?.version ?? 0)]);
    const refusal = await refusalOf(() =>
      notices.putHandler({ school, platform, url: offered.url }, { type, url: handler }),
    );
    const stored = await store.get(noticeHandlers, { school, id });
    if (stored) await store.commit([change(noticeHandlers, stored, { state: refusal ? 'refused' : 'taken' })]);
    return refusal;
  } catch (error) {
    if (isProblem(error, 'store/conflict')) return undefined;
    throw error;
  }
}

function isDue({ handler, state, askedAt }: Stored<NoticeHandler, 'school'>, wanted: string, now: Date): boolean {
  if (handler !== wanted) return true;
  return state !== 'taken' && now.getTime() - Date.parse(askedAt) >= askAgainMs;
}

async function refusalOf(ask: () => Promise<void>): Promise<Problem | undefined> {
  try {
    await ask();
    return undefined;
  } catch (error) {
    if (!isProblem(error)) throw error;
    return error;
  }
}
