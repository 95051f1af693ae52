import express, { type Express } from 'express';
import type { Log } from '@buitenboord/shared/runtime/log.js';
import { newReference } from '@buitenboord/shared/ids.js';
import { Problem } from '@buitenboord/shared/problem.js';
import { serveAsset } from './web/assets.js';
import { safeHeaders } from './web/headers.js';
import { mountRoutes, type RouteDeps } from './web/mount-routes.js';
import { answerProblems } from './web/problem-response.js';
import { limitRefusals } from './web/refusal-limit.js';
import type { Route } from './web/routes.js';

export interface AppDeps extends RouteDeps {
  log: Log;
  /** As Express understands it; empty for none. */
  trustProxy: string;
}

/** The HTTP application: headers, the routes with their guards, and one place that answers refusals. */
export function createApp(deps: AppDeps, routes: readonly Route[]): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  if (deps.trustProxy)
    app.set('trust proxy', /^\d+$/u.test(deps.trustProxy) ? Number(deps.trustProxy) : deps.trustProxy);
  app.use((_req, res, next) => {
    res.locals.reference = newReference();
    next();
  });
  app.use(safeHeaders());
  app.get('/assets/:hash/:name', serveAsset);
  app.use('/lti', limitRefusals());
  mountRoutes(app, deps, routes);
  app.use(() => {
    throw new Problem('request/not-found');
  });
  app.use(answerProblems(deps.log));
  return app;
}
