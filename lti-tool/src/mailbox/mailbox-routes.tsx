import { z } from 'zod';
import type { DemoMail } from '@buitenboord/shared/domain/delivery/delivery.js';
import { demoMails, schools } from '@buitenboord/shared/store/collections.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import type { OpenExchange, OpenRoute } from '../web/routes.js';
import { MailboxPage } from './mailbox-page.js';

export interface MailboxDeps {
  store: Store;
  /** For practice only: anyone who can reach the tool can read it. */
  demoMailbox: boolean;
}

/** The mails of the demo, where no mail server is configured. The route exists only when it was switched on. */
export function mailboxRoutes(deps: MailboxDeps): OpenRoute[] {
  if (!deps.demoMailbox) return [];
  return [{ method: 'get', path: '/mailbox', may: 'anyone', handle: (exchange) => show(deps, exchange) }];
}

async function show({ store }: MailboxDeps, { req, text, page }: OpenExchange): Promise<void> {
  const found: (DemoMail & { id: string })[] = [];
  for await (const { id: school } of store.each(schools, { where: {} })) {
    const { items } = await store.find(demoMails, {
      where: { school },
      sort: { field: 'sentAt', descending: true },
      limit: 50,
    });
    found.push(...items);
  }
  found.sort((one, other) => (one.sentAt < other.sentAt ? 1 : -1));
  const open = z.string().max(200).optional().catch(undefined).parse(req.query.mail);
  page(MailboxPage({ text, mails: found.slice(0, 50), open }));
}
