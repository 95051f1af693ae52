import { createLog } from '@buitenboord/shared/runtime/log.js';
import type { Environment } from '@buitenboord/shared/runtime/env.js';
import { openStore } from '@buitenboord/shared/store/open-store.js';
import { schools } from '@buitenboord/shared/store/collections.js';
import { addSchool, makeRegistrationLink } from '@buitenboord/shared/use-cases/school/add-school.js';
import type { FrameWays } from '../launch/frame-ways.js';
import { startServer, type RunningServer } from '../start-server.js';
import { seedDemo, type DemoPlace, type SeededActivity } from './seed-demo.js';

export interface Demo {
  server: RunningServer;
  /** Where the tool is launched, for an activity that is added without a picker. */
  launchUrl: string;
  /** Set at the first start: what the practice LMS must be told. */
  toSeed?: {
    registrationLink: string;
    seed: (place: Omit<DemoPlace, 'school'>) => Promise<SeededActivity>;
  };
}

/** Starts the tool for the demo. At the first start there is a school that waits for its practice LMS. */
export async function startDemo(env: Environment, frameWays?: FrameWays): Promise<Demo> {
  const server = await startServer(env, createLog(env.LOG_LEVEL), frameWays);
  const launchUrl = `${env.BASE_URL}/lti/launch`;
  const deps = { store: await openStore(env.STORE_URL), now: () => new Date() };
  try {
    const { items } = await deps.store.find(schools, { where: {}, limit: 1 });
    if (items.length > 0) return { server, launchUrl };
    const { school } = await addSchool(deps, { name: 'Esdoorncollege', locale: 'nl', actor: 'demo' });
    const { secret } = await makeRegistrationLink(deps, { school, autoConfirm: true, actor: 'demo' });
    return {
      server,
      launchUrl,
      toSeed: {
        registrationLink: `${env.BASE_URL}/lti/register/${secret}`,
        seed: (place) => seedOn(env, { ...place, school }),
      },
    };
  } finally {
    await deps.store.close();
  }
}

async function seedOn(env: Environment, place: DemoPlace): Promise<SeededActivity> {
  const store = await openStore(env.STORE_URL);
  try {
    return await seedDemo({ store, now: () => new Date() }, place);
  } finally {
    await store.close();
  }
}
