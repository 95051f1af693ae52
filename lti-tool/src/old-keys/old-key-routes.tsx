import { z } from 'zod';
import type { Clock } from '@buitenboord/shared/ports/clock.js';
import type { Vault } from '@buitenboord/shared/ports/vault.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import { addOldKey, oldKeysOf, removeOldKey } from '@buitenboord/shared/use-cases/migration/old-keys.js';
import type { VisitExchange, VisitRoute } from '../web/routes.js';
import { OldKeyPage, type OldKeyPageProps } from './old-key-page.js';

export interface OldKeyDeps {
  store: Store;
  vault: Vault;
  now: Clock;
}

const may = ['schoolAdministrator'] as const;

/** The school's keys of LTI 1.1, so that a migration can be proven. */
export function oldKeyRoutes(deps: OldKeyDeps): VisitRoute[] {
  const path = '/school/old-keys' as const;
  return [
    { method: 'get', path, may, handle: (exchange) => show(deps, exchange) },
    { method: 'post', path, may, handle: (exchange) => add(deps, exchange) },
    { method: 'post', path: `${path}/remove`, may, handle: (exchange) => takeAway(deps, exchange) },
  ];
}

async function show(
  { store }: OldKeyDeps,
  { visit, text, formToken, url, page }: VisitExchange,
  refused?: OldKeyPageProps['refused'],
): Promise<void> {
  const known = await oldKeysOf(store, visit.school);
  const keys = known.map(({ id, consumerKey, addedAt }) => ({ id, consumerKey, addedAt }));
  page(<OldKeyPage {...{ text, formToken, keys }} url={url('/school/old-keys')} {...(refused && { refused })} />);
}

const Entered = z.strictObject({
  consumerKey: z.string().trim().max(255).default(''),
  // As it was agreed, to the letter: a space may belong to it.
  secret: z.string().max(1000).default(''),
});

async function add(deps: OldKeyDeps, exchange: VisitExchange): Promise<void> {
  const { req, res, visit, text, url } = exchange;
  const { consumerKey, secret } = Entered.parse(req.body);
  if (consumerKey === '' || secret === '') {
    res.status(422);
    return show(deps, exchange, { consumerKey, error: text('oldKeys.empty') });
  }
  await addOldKey(deps, { school: visit.school, consumerKey, secret, actor: visit.person });
  res.redirect(303, url('/school/old-keys'));
}

async function takeAway(deps: OldKeyDeps, { req, res, visit, url }: VisitExchange): Promise<void> {
  const { key } = z.strictObject({ key: z.string().min(1).max(64) }).parse(req.body);
  await removeOldKey(deps, { school: visit.school, id: key, actor: visit.person });
  res.redirect(303, url('/school/old-keys'));
}
