import { expect } from '@jest/globals';
import type { LaunchStep } from '@buitenboord/shared/domain/launch/refused-launch.js';
import type { CourseRole } from '@buitenboord/shared/domain/people/person.js';
import type { Visit } from '@buitenboord/shared/domain/visit/visit.js';
import { identities, people, refusedLaunches, usedLogins, visits } from '@buitenboord/shared/store/collections.js';
import type { Stored } from '@buitenboord/shared/store/port.js';
import type { LtiAnswer, LtiBrowser } from './lti-browser.js';
import type { LtiWorld } from './lti-world.js';

/** What a refused launch knew and may not tell. */
export const secrets = {
  name: 'Geheime Canary',
  given_name: 'Geheime',
  family_name: 'Canary',
  email: 'geheim@canary.example',
} as const;
const telling = /geheim|canary/iu;

export interface Refusal {
  /** 401 unless said otherwise. */
  status?: number;
  code: string;
  step?: LaunchStep;
}

/**
 * A launch that is rejected: 401, no visit, nobody remembered, no login used up, nothing told about anybody, a sentence with a number, and that number in the
 * log and, where the school is known, with its administrator.
 */
export async function expectRefused(
  world: LtiWorld,
  attempt: () => Promise<LtiAnswer>,
  refusal: Refusal,
): Promise<void> {
  const before = await standing(world);
  const answer = await attempt();
  expect([answer.status, answer.problem]).toEqual([refusal.status ?? 401, refusal.code]);
  expect(await standing(world)).toEqual(before);
  expect(answer.location).toBeUndefined();
  expect(answer.cookies.filter((line) => line.startsWith('__Host-v-'))).toEqual([]);
  expect(answer.text).not.toMatch(telling);
  expect(answer.text).toMatch(/role="alert">\s*[A-Z][^<]{20,}</u);
  expect(answer.reference).toMatch(/^[\w-]{10}$/u);
  const lines = world.logged.filter((line) => line.includes(answer.reference!));
  expect(lines).toEqual([expect.stringContaining(`"code":"${refusal.code}"`)]);
  expect(world.logged.join('')).not.toMatch(telling);
  if (refusal.step) await expectKept(world, answer.reference!, refusal);
}

async function expectKept(world: LtiWorld, reference: string, { code, step }: Refusal): Promise<void> {
  const { items } = await world.store.find(refusedLaunches, { where: {}, limit: 500 });
  const kept = items.filter((each) => each.reference === reference);
  expect(kept).toMatchObject([{ code, step }]);
  expect(JSON.stringify(kept)).not.toMatch(telling);
}

/** How many of everything that a launch leaves there are. */
async function standing({ store, school: { school } }: LtiWorld) {
  const where = { school };
  return {
    visits: (await store.find(visits, { where, limit: 500 })).items.length,
    people: (await store.find(people, { where, limit: 500 })).items.length,
    identities: (await store.find(identities, { where, limit: 500 })).items.length,
    used: (await store.find(usedLogins, { where: {}, limit: 500 })).items.length,
  };
}

/** A launch that is accepted: a visit with exactly these roles, and a page that this browser can open. Answers both. */
export async function expectAccepted(
  world: LtiWorld,
  browser: LtiBrowser,
  answer: LtiAnswer,
  roles: readonly CourseRole[],
): Promise<{ visit: Stored<Visit, 'school'>; page: LtiAnswer }> {
  expect([answer.status, answer.problem]).toEqual([303, undefined]);
  const visit = await visitOf(world, answer);
  expect(visit.roles).toEqual(roles);
  const page = await browser.follow(answer);
  expect([page.status, page.problem]).toEqual([200, undefined]);
  return { visit, page };
}

/** The visit that an answer leads to. */
export async function visitOf(
  { store, collections, school }: LtiWorld,
  answer: LtiAnswer,
): Promise<Stored<Visit, 'school'>> {
  const id = /^\/v\/([^/]+)/u.exec(answer.location ?? '')?.[1] ?? '';
  const visit = await store.get(collections.visits, { school: school.school, id });
  expect(visit).toBeDefined();
  return visit!;
}
