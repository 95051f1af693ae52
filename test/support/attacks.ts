import { expect, jest } from '@jest/globals';
import type { AllRoutesDeps } from '@buitenboord/lti-tool/all-routes.js';
import type { LaunchChecks } from '@buitenboord/lti-tool/lti/launch-checks.js';
import type { LaunchStep } from '@buitenboord/shared/domain/launch/refused-launch.js';
import type { LtiAnswer } from './lti-browser.js';
import { anLmsKey } from './lms-key.js';
import { openLtiWorld, type LtiWorld, type LtiWorldWanted } from './lti-world.js';

/** What the platform of an attacked tool signs with. */
export const platformKey = anLmsKey('k1');

/** Whether an attack got what it came for. */
export type Outcome = 'in' | 'out';
export type Attack = (world: LtiWorld) => Promise<Outcome>;

type Wanted = Partial<LtiWorldWanted>;

/** The product with something else in place of a part. */
export interface Mutant {
  /** Opens the tool without its protection. */
  open(wanted: Wanted): Promise<LtiWorld>;
}

/** The product without these checks of a launch. */
export function leavingOut(...steps: LaunchStep[]): Mutant {
  const keep = <T extends object>(list: T): T =>
    Object.fromEntries(Object.entries(list).filter(([step]) => !steps.includes(step as LaunchStep))) as T;
  return changing((deps) => {
    const { login, token, claims } = deps.checks;
    const checks: LaunchChecks = { login: keep(login), token: keep(token), claims: keep(claims) };
    const left = (all: LaunchChecks) => Object.values(all).flatMap((list) => Object.keys(list as object)).length;
    // A check that was renamed must not make the mutant the product.
    expect(left(deps.checks) - left(checks)).toBe(steps.length);
    return { ...deps, checks };
  });
}

/** The product composed otherwise. */
export function changing(recompose: (deps: AllRoutesDeps) => AllRoutesDeps): Mutant {
  return { open: (wanted) => openLtiWorld({ key: platformKey, ...wanted, recompose }) };
}

/** The product with other functions in one of its modules, by the name it is imported with. */
export function replacing(
  module: string,
  fakes: (real: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>,
): Mutant {
  return {
    async open(wanted) {
      const real = (await import(module)) as Record<string, unknown>;
      const faked = fakes(real);
      expect(Object.keys(faked).every((name) => name in real)).toBe(true);
      jest.resetModules();
      jest.unstable_mockModule(module, () => ({ ...real, ...faked }));
      try {
        const anew = await import('./lti-world.js');
        return await anew.openLtiWorld({ key: platformKey, ...wanted });
      } finally {
        jest.unstable_unmockModule(module);
      }
    },
  };
}

/**
 * The same attack on the product as it is, and on the product without its protection: out here, in there. What only the first would show is a test that
 * can't fail.
 */
export async function expectProtection(attack: Attack, mutant: Mutant, wanted: Wanted = {}): Promise<void> {
  expect(await outcomeIn(() => openLtiWorld({ key: platformKey, ...wanted }), attack)).toBe('out');
  expect(await outcomeIn(() => mutant.open(wanted), attack)).toBe('in');
}

/** The same attack on a product that has lost one of two protections: the other one holds. */
export async function expectStillOut(attack: Attack, mutant: Mutant, wanted: Wanted = {}): Promise<void> {
  expect(await outcomeIn(() => mutant.open(wanted), attack)).toBe('out');
}

async function outcomeIn(open: () => Promise<LtiWorld>, attack: Attack): Promise<Outcome> {
  const world = await open();
  try {
    return await attack(world);
  } finally {
    await world.close();
  }
}

/** In is in: a visit, wherever it leads. Out is a 401 that gives nothing. */
export function entry(answer: LtiAnswer): Outcome {
  if (answer.status === 303 && answer.location?.startsWith('/v/')) return 'in';
  expect([answer.status, answer.location]).toEqual([401, undefined]);
  expect(answer.cookies.filter((line) => line.startsWith('__Host-v-'))).toEqual([]);
  return 'out';
}
