import { z } from 'zod';
import { deliveryReasons } from '@buitenboord/shared/domain/delivery/delivery.js';
import type { Clock } from '@buitenboord/shared/ports/clock.js';
import { platforms } from '@buitenboord/shared/store/collections.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import { openDeliveries, retryGroup } from '@buitenboord/shared/use-cases/outbox/open-deliveries.js';
import { lmsName } from '../dashboard/lms-name.js';
import type { VisitExchange, VisitRoute } from '../web/routes.js';
import { OutboxPage } from './outbox-page.js';

export interface OutboxPageDeps {
  store: Store;
  now: Clock;
  /** Something may leave: the worker looks at once. */
  wakeWorker: () => void;
}

const may = ['schoolAdministrator'] as const;
const path = '/school/outbox';

/** What left and hasn't arrived, for who can mend it. Without names and grades: an administrator needs neither. */
export function outboxRoutes(deps: OutboxPageDeps): VisitRoute[] {
  return [
    { method: 'get', path, may, handle: (exchange) => show(deps, exchange) },
    { method: 'post', path: `${path}/retry`, may, handle: (exchange) => retry(deps, exchange) },
  ];
}

async function show({ store }: OutboxPageDeps, { visit, text, formToken, url, page }: VisitExchange): Promise<void> {
  const lms = lmsName(text, await store.get(platforms, { id: visit.platform }));
  page(OutboxPage({ text, formToken, lms, url: url(path), groups: await openDeliveries(store, visit.school) }));
}

const Chosen = z.strictObject({
  target: z.enum(['gradebook', 'mail']),
  reason: z.enum(deliveryReasons),
  activity: z.string().max(64).optional(),
});

async function retry(deps: OutboxPageDeps, { req, res, visit, url }: VisitExchange): Promise<void> {
  await retryGroup(deps, { ...Chosen.parse(req.body), school: visit.school, by: visit.person });
  deps.wakeWorker();
  res.redirect(303, url(path));
}
