import type { Log } from '@buitenboord/shared/runtime/log.js';
import {
  companyLinks,
  receivedNotices,
  refusedLaunches,
  registrationLinks,
  usedLogins,
  waitingLaunches,
} from '@buitenboord/shared/store/collections.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import type { PartialFiles } from '@buitenboord/shared/uploads/port.js';
import type { LetterDeps } from '@buitenboord/shared/use-cases/company/letters.js';
import { remindSupervisors } from '@buitenboord/shared/use-cases/company/remind-supervisors.js';
import { forgetBirthDates } from '@buitenboord/shared/use-cases/placement/birth-dates.js';
import { sweepUploads } from '@buitenboord/shared/use-cases/evidence/sweep-uploads.js';

interface Deps extends LetterDeps {
  partialFiles: PartialFiles;
  /** Lets go of what a killed upload left behind. */
  sweepBlobs: (now: Date) => Promise<unknown>;
  log: Log;
  now: () => Date;
  wakeWorker: () => void;
}

const everyMs = 10 * 60_000;
/** A login or a link is of no use a day after it ended; a late visitor gets a better sentence until then. */
const keptAfterEndMs = 24 * 60 * 60_000;
/** What was wrong with a launch a quarter ago helps nobody any more. */
const refusalsKeptMs = 90 * 24 * 60 * 60_000;

/** What must happen now and then: reminders to companies, and letting go of what has expired. */
export function startHousekeeping(deps: Deps): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  const round = () => {
    running = running
      .then(() => keepHouse(deps))
      .catch((error: unknown) => deps.log.failed({ reference: '-', route: 'housekeeping', error }));
  };
  const timer = setInterval(round, everyMs);
  round();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}

async function keepHouse(deps: Deps): Promise<void> {
  const now = deps.now();
  if ((await remindSupervisors(deps, now)) > 0) deps.wakeWorker();
  await forgetExpired(deps.store, now);
  await forgetBirthDates(deps);
  await sweepUploads(deps);
  await deps.sweepBlobs(now);
}

async function forgetExpired(store: Store, now: Date): Promise<void> {
  const range = { field: 'expiresAt', below: new Date(now.getTime() - keptAfterEndMs).toISOString() } as const;
  await store.forget(usedLogins, { where: {}, range });
  await store.forget(waitingLaunches, { where: {}, range });
  await store.forget(receivedNotices, { where: {}, range });
  await store.forget(registrationLinks, { where: {}, range });
  await store.forget(companyLinks, { where: {}, range });
  const since = new Date(now.getTime() - refusalsKeptMs).toISOString();
  await store.forget(refusedLaunches, { where: {}, range: { field: 'at', below: since } });
}
