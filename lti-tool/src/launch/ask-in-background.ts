import type { Clock } from '@buitenboord/shared/ports/clock.js';
import type { Notices } from '@buitenboord/shared/ports/notices.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import { askForNotices } from '@buitenboord/shared/use-cases/notices/ask-for-notices.js';
import type { Launch } from '../lti/launch.js';
import { noticesUrl } from '../lti/tool-addresses.js';

export interface AskDeps {
  store: Store;
  notices: Notices;
  now: Clock;
  baseUrl: string;
  /** A platform wouldn't, or something broke: for the log. */
  noticesFailed: (facts: { platform: string; code: string }) => void;
}

/** Asks the platform of a launch for its notices, when it offers any. Not awaited: a launch never waits for the platform, and never fails by it. */
export function askInBackground(deps: AskDeps, { school, platform, deployment, notices }: Launch): void {
  if (!notices) return;
  const handler = noticesUrl(deps.baseUrl, platform);
  askForNotices(deps, { school, platform, deployment, ...notices, handler }).then(
    (problems) => problems.forEach(({ code }) => deps.noticesFailed({ platform, code })),
    () => deps.noticesFailed({ platform, code: 'unexpected' }),
  );
}
