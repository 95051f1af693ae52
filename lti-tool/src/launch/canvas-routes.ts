import type { Store } from '@buitenboord/shared/store/port.js';
import { textIn } from '@buitenboord/shared/text/text.js';
import { getSchool } from '@buitenboord/shared/use-cases/school/add-school.js';
import { canvasConfiguration } from '../lti/canvas-configuration.js';
import type { OpenExchange, OpenRoute } from '../web/routes.js';
import { registrationWords } from './registration-words.js';

interface CanvasDeps {
  store: Store;
  baseUrl: string;
}

/** The tool's settings for Canvas, of each school its own. Nothing in them is secret: addresses, and what is asked for. */
export function canvasRoutes(deps: CanvasDeps): OpenRoute[] {
  return [{ method: 'get', path: '/lti/canvas/:school', may: 'anyone', handle: (exchange) => tell(deps, exchange) }];
}

async function tell({ store, baseUrl }: CanvasDeps, { req, res }: OpenExchange): Promise<void> {
  const { id: school, locale } = await getSchool(store, String(req.params.school));
  res.json(canvasConfiguration({ baseUrl, school, words: registrationWords(textIn(locale)) }));
}
