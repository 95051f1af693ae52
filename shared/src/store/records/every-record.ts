import type { Collection, Query, Scope, Store, Stored } from '../port.js';
import { largestLimit } from './question.js';

/** All records that match, read page by page: what every adapter's `each` does. */
export async function* everyRecord<T, I extends string, S extends Scope>(
  { find }: Pick<Store, 'find'>,
  collection: Collection<T, I, S>,
  query: Omit<Query<T, I, S>, 'limit' | 'after'>,
): AsyncIterable<Stored<T, S>> {
  let after: string | undefined;
  do {
    const page = await find(collection, { ...query, limit: largestLimit, ...(after !== undefined && { after }) });
    yield* page.items;
    after = page.next;
  } while (after !== undefined);
}
