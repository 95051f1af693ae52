import type { Clock } from '@buitenboord/shared/ports/clock.js';
import type { PlatformCheck } from '@buitenboord/shared/ports/platform-check.js';
import { isProblem, Problem, type ProblemCode } from '@buitenboord/shared/problem.js';
import { parseJson } from '@buitenboord/shared/runtime/fetch-json.js';
import type { Outbound, OutboundAnswer } from '@buitenboord/shared/runtime/fetch-json.js';
import { courses } from '@buitenboord/shared/store/collections.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import { getPlatform } from '@buitenboord/shared/use-cases/school/keep-platforms.js';
import { PlatformKey, PlatformKeySet } from './wire.js';

/** What is tried of a platform, in this order: its keys, its clock, access to its services, the participants of a course. */
export const testSteps = ['keys', 'clock', 'token', 'roster'] as const;
export type TestStep = (typeof testSteps)[number];

/** `count`: keys that can be used, seconds that the clock differs, participants that were read. */
export type TestResult =
  | { step: TestStep; kind: 'good'; count: number }
  | { step: TestStep; kind: 'failed'; code: ProblemCode; status?: number }
  /** `no-course`: nobody opened the tool in a course yet. `no-answer`: a step before it failed, or the platform didn't say. */
  | { step: TestStep; kind: 'skipped'; because: 'no-course' | 'no-answer' };

export interface TestDeps {
  store: Store;
  outbound: Outbound;
  platformCheck: PlatformCheck;
  now: Clock;
}

/** Brightspace's key sets pass 64 KB. */
const maxBytes = 512 * 1024;
/** Half of the minute that Moodle gives a message. */
const clockMayDifferMs = 30_000;

/** Tries a platform of a school, and says of each step how it went. Changes nothing here or there. Throws Problem `platform/unknown`. */
export async function testPlatform(deps: TestDeps, school: string, id: string): Promise<readonly TestResult[]> {
  const platform = await getPlatform(deps.store, school, id);
  const { result: keys, answer } = await testKeys(deps, platform.jwksUrl);
  const token = await tried('token', async () => {
    await deps.platformCheck.token(school, id);
    return 1;
  });
  return [keys, clockOf(deps, answer), token, await testRoster(deps, { school, id, may: token.kind === 'good' })];
}

async function testKeys(
  { outbound }: TestDeps,
  url: string,
): Promise<{ result: TestResult; answer?: OutboundAnswer | undefined }> {
  let answer: OutboundAnswer | undefined;
  const result = await tried('keys', async () => {
    answer = await outbound.request({ url, headers: { accept: 'application/json' }, maxBytes });
    if (answer.status !== 200) throw new Problem('platform/answer-unusable', { status: answer.status });
    const { keys } = parseJson(answer.text, PlatformKeySet);
    const usable = keys.filter((key) => PlatformKey.safeParse(key).success).length;
    if (usable === 0) throw new Problem('launch/unknown-key');
    return usable;
  });
  return { result, answer };
}

/** A message is good for a minute: clocks that differ more refuse everybody. A copy out of a cache tells the time of the copy. */
function clockOf({ now }: TestDeps, answer: OutboundAnswer | undefined): TestResult {
  const theirs = Date.parse(answer?.headers.date ?? '');
  if (Number.isNaN(theirs) || answer?.headers.age !== undefined)
    return { step: 'clock', kind: 'skipped', because: 'no-answer' };
  const aheadMs = theirs - now().getTime();
  if (aheadMs > clockMayDifferMs) return { step: 'clock', kind: 'failed', code: 'launch/too-early' };
  if (aheadMs < -clockMayDifferMs) return { step: 'clock', kind: 'failed', code: 'launch/expired' };
  return { step: 'clock', kind: 'good', count: Math.round(Math.abs(aheadMs) / 1000) };
}

async function testRoster(
  { store, platformCheck }: TestDeps,
  { school, id, may }: { school: string; id: string; may: boolean },
): Promise<TestResult> {
  if (!may) return { step: 'roster', kind: 'skipped', because: 'no-answer' };
  const { items } = await store.find(courses, { where: { school, platform: id }, limit: 500 });
  const course = items.find(({ membershipsUrl }) => membershipsUrl !== undefined);
  if (course?.membershipsUrl === undefined) return { step: 'roster', kind: 'skipped', because: 'no-course' };
  const { deployment, membershipsUrl } = course;
  return tried('roster', () => platformCheck.members({ school, platform: id, deployment, membershipsUrl }));
}

/** A refusal is a result; what is none is a bug, and goes on as one. */
async function tried(step: TestStep, attempt: () => Promise<number>): Promise<TestResult> {
  try {
    return { step, kind: 'good', count: await attempt() };
  } catch (error) {
    if (!isProblem(error)) throw error;
    const { status } = error.facts;
    return { step, kind: 'failed', code: error.code, ...(typeof status === 'number' && { status }) };
  }
}
