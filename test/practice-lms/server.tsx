import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { recordCalls, type Failures, type ServiceCall } from './failures.js';
import { NotLoggedIn, type Lms } from './lms.js';
import { MoodleError } from './moodle-error.js';
import { ErrorPage } from './pages/small-pages.js';
import { frameFor, sendPage } from './render.js';
import { adminRoutes } from './routes/admin-routes.js';
import { courseRoutes } from './routes/course-routes.js';
import { frontRoutes } from './routes/front-routes.js';
import { gradeRoutes } from './routes/grade-routes.js';
import { ltiRoutes } from './routes/lti-routes.js';

export function createApp(lms: Lms, { failures, calls }: { failures: Failures; calls: ServiceCall[] }): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use('/assets', express.static(assetsFolder()));
  app.use(express.text({ type: () => true, limit: '2mb' }));
  app.use(recordCalls(calls, lms.site.now));
  app.use(failures.middleware);
  for (const routes of [ltiRoutes, frontRoutes, courseRoutes, gradeRoutes, adminRoutes]) app.use(routes(lms));
  app.use(() => {
    throw new MoodleError('Page not found');
  });
  app.use(answerError(lms));
  return app;
}

/** Beside the sources, which is one folder up from the compiled files. */
function assetsFolder(): string {
  const here = fileURLToPath(new URL('.', import.meta.url));
  const beside = join(here, 'assets');
  return existsSync(beside) ? beside : join(here, '..', 'assets');
}

// Express recognises an error handler by its four parameters.
const answerError = (lms: Lms) => (error: unknown, req: Request, res: Response, next: NextFunction) => {
  if (res.headersSent) return next(error);
  if (error instanceof NotLoggedIn) return res.redirect(303, '/');
  const refusal = error instanceof MoodleError ? error : undefined;
  if (!refusal) console.error(error);
  res.status(refusal?.status ?? 500);
  sendPage(res, <ErrorPage frame={frameFor(lms, req)} message={refusal?.message ?? 'Internal error'} />);
};
