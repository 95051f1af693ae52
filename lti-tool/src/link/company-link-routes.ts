import type { OpenRoute } from '../web/routes.js';
import { beginAndGoOn, showTask } from './task-handlers.js';
import { keepComplaint, showComplaint, showThanks } from './last-handlers.js';
import { keepLevel, showQuestion } from './question-handlers.js';
import { keepOrFinish, showSummary } from './summary-handlers.js';
import { serveEvidence, serveThumbnail, type EvidenceLinkDeps } from './evidence-handlers.js';
import { bindBrowser, showFront } from './front-handlers.js';
import { onBoundLink, onLink } from './on-link.js';
import { countWrongSecrets } from './wrong-secrets.js';

/**
 * The company's pages: no account, a secret in the address, and a button before anything of a student is shown. A GET changes nothing,
 * so that mail scanners may open the link as often as they like (reliability-and-security.md §4.3, magic links).
 */
export function companyLinkRoutes(deps: EvidenceLinkDeps): OpenRoute[] {
  const wrong = countWrongSecrets();
  const open = (handle: Parameters<typeof onLink>[2]) => onLink(deps, wrong, handle);
  const bound = (handle: Parameters<typeof onBoundLink>[2]) => onBoundLink(deps, wrong, handle);
  const route = (method: 'get' | 'post', path: string, handle: OpenRoute['handle']): OpenRoute => ({
    method,
    path: `/link/:secret${path}`,
    may: 'anyone',
    handle,
  });
  return [
    route(
      'get',
      '',
      open((exchange) => showFront(deps, exchange)),
    ),
    route(
      'post',
      '',
      open((exchange) => bindBrowser(deps, exchange)),
    ),
    route(
      'get',
      '/task',
      bound((exchange) => showTask(deps, exchange)),
    ),
    route(
      'post',
      '/begin',
      bound((exchange) => beginAndGoOn(deps, exchange)),
    ),
    route(
      'get',
      '/question/:number',
      bound((exchange) => showQuestion(deps, exchange)),
    ),
    route(
      'post',
      '/question/:number',
      bound((exchange) => keepLevel(deps, exchange)),
    ),
    route(
      'get',
      '/summary',
      bound((exchange) => showSummary(deps, exchange)),
    ),
    route(
      'post',
      '/summary',
      bound((exchange) => keepOrFinish(deps, exchange)),
    ),
    route(
      'get',
      '/thanks',
      bound((exchange) => showThanks(deps, exchange)),
    ),
    route(
      'get',
      '/complaint',
      bound((exchange) => showComplaint(deps, exchange)),
    ),
    route(
      'post',
      '/complaint',
      bound((exchange) => keepComplaint(deps, exchange)),
    ),
    route(
      'get',
      '/evidence/:evidence',
      bound((exchange) => serveEvidence(deps, exchange)),
    ),
    route(
      'get',
      '/evidence/:evidence/thumbnail',
      bound((exchange) => serveThumbnail(deps, exchange)),
    ),
  ];
}
