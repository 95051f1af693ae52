import { launchSteps, type LaunchStep } from '@buitenboord/shared/domain/launch/refused-launch.js';
import { isProblem, type Problem } from '@buitenboord/shared/problem.js';
import type { Log } from '@buitenboord/shared/runtime/log.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import { rememberRefusedLaunch } from '@buitenboord/shared/use-cases/launch/refused-launches.js';
import { toldWith } from '../lti/at-step.js';
import type { OpenExchange } from '../web/routes.js';

interface Deps {
  store: Store;
  log: Log;
  now: () => Date;
}

type Handle = (exchange: OpenExchange) => Promise<void>;

/** The same handler; a login or launch that it refuses is kept for the school's administrator, with the step that it reached. */
export function rememberingRefusals(deps: Deps, handle: Handle): Handle {
  return async (exchange) => {
    try {
      await handle(exchange);
    } catch (error) {
      // A store that is down or a body that is too large says nothing about the connection with the LMS.
      if (!isProblem(error) || !/^(?:launch|platform)\//u.test(error.code)) throw error;
      const step = stepOf(error);
      await remember(deps, exchange.reference, error, step);
      throw toldWith(error, { step });
    }
  };
}

/** What refuses after the checks of the standard is about what the launch brings. */
function stepOf({ facts }: Problem): LaunchStep {
  return launchSteps.find((step) => step === facts.step) ?? 'visitIsOpened';
}

/** That a refusal can't be kept must not change what the visitor is told. */
async function remember({ store, log, now }: Deps, reference: string, problem: Problem, step: LaunchStep) {
  try {
    await rememberRefusedLaunch(store, { problem, step, reference, at: now() });
  } catch (error) {
    log.failed({ reference, route: 'remember-refusal', error });
  }
}
