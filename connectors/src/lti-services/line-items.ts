import type { ColumnName, Columns, KnownColumn, WantedColumn } from '@buitenboord/shared/ports/columns.js';
import { isProblem, Problem } from '@buitenboord/shared/problem.js';
import { parseJson } from '@buitenboord/shared/runtime/fetch-json.js';
import { newLineItem, renamedLineItem } from './line-item-body.js';
import { pagesOf, type PagesDeps } from './pages.js';
import { requireSuccess } from './require-success.js';
import { isOffered } from './scope.js';
import { pathBeforeQuery, withQuery } from './service-url.js';
import { LineItem, LineItems, mediaTypes, Results, scopes, WholeLineItem } from './wire.js';

const itemHeaders = { 'content-type': mediaTypes.lineItem, accept: mediaTypes.lineItem };

/** Columns by the line item service of AGS 2.0 (§3.2). */
export function createLineItems(deps: PagesDeps): Columns {
  const under = new Map<string, Promise<string>>();
  return {
    findOrCreateLineItem(wanted) {
      const { platform, lineItems, resourceLink, resourceId, tag } = wanted;
      const key = JSON.stringify([platform, lineItems, resourceLink, resourceId, tag]);
      // A double click must not look twice and then make two.
      const asked = under.get(key) ?? findOrCreate(deps, wanted).finally(() => under.delete(key));
      under.set(key, asked);
      return asked;
    },
    nameLineItem: (column, name) => rename(deps, column, name),
    dropLineItem: (column, name) => drop(deps, column, name),
  };
}

/** Looks first: a copied course brings its columns along, and a double one may not be made (AGS 2.0 §3.2.15). */
async function findOrCreate(deps: PagesDeps, wanted: WantedColumn): Promise<string> {
  const existing = await find(deps, wanted);
  if (existing) return existing;
  try {
    return await create(deps, wanted);
  } catch (error) {
    if (!mayHaveBeenMade(error)) throw error;
    // No answer, or none that tells: trying again blindly is how a gradebook gets a column twice.
    const made = await find(deps, wanted);
    if (made === undefined) throw error;
    return made;
  }
}

/** By the link it hangs on, else by the name that survives a copy; platforms that don't know a filter send everything, so it is looked at again here. */
async function find(deps: PagesDeps, wanted: WantedColumn): Promise<string | undefined> {
  const { resourceLink, resourceId, tag, taken = [] } = wanted;
  const bound = await list(deps, wanted, { resource_link_id: resourceLink });
  const own = bound.filter((item) => item.resourceLinkId === resourceLink);
  // Else the only one it has: a teacher may have ticked "grade" by hand. A second one would make Moodle leave `lineitem` out of every launch.
  const existing = own.find((item) => isNamed(item, wanted)) ?? (own.length === 1 ? own[0] : undefined);
  if (existing) return existing.id;
  const loose = await list(deps, wanted, { resource_id: resourceId, tag });
  return loose.find((item) => isNamed(item, wanted) && !item.resourceLinkId && !taken.includes(item.id))?.id;
}

async function list(deps: PagesDeps, wanted: WantedColumn, filter: Record<string, string>): Promise<LineItem[]> {
  const { school, platform, deployment } = wanted;
  const scope = isOffered(wanted, scopes.lineItem) ? scopes.lineItem : scopes.lineItemReadOnly;
  if (!isOffered(wanted, scope)) throw new Problem('platform/scope-refused', { scope: scopes.lineItem });
  const first = { url: withQuery(wanted.lineItems, filter), headers: { accept: mediaTypes.lineItems } };
  const found: LineItem[] = [];
  for await (const answer of pagesOf(deps, { school, platform, deployment, scope }, first)) {
    requireSuccess(answer, deps.now());
    found.push(...parseJson(answer.text, LineItems));
  }
  return found;
}

async function create({ call, now }: PagesDeps, wanted: WantedColumn): Promise<string> {
  const made = await call(mayChange(wanted), {
    url: wanted.lineItems,
    method: 'POST',
    headers: itemHeaders,
    body: JSON.stringify(newLineItem(wanted)),
  });
  requireSuccess(made, now());
  return parseJson(made.text, LineItem).id;
}

function mayHaveBeenMade(error: unknown): boolean {
  if (isProblem(error, 'platform/unreachable')) return error.facts.sent !== false;
  return isProblem(error, 'platform/answer-unusable') || isProblem(error, 'platform/answer-too-large');
}

/** Reads the whole of it first: putting replaces everything (AGS 2.0 §3.2.6). */
async function rename(deps: PagesDeps, column: KnownColumn, name: ColumnName): Promise<void> {
  const item = await read(deps, column);
  if (!item || isNamed(LineItem.parse(item), name)) return;
  const body = JSON.stringify(renamedLineItem(item, name));
  const put = await deps.call(mayChange(column), { url: column.lineItem, method: 'PUT', headers: itemHeaders, body });
  requireSuccess(put, deps.now());
}

async function drop(deps: PagesDeps, column: KnownColumn, name: ColumnName): Promise<'dropped' | 'kept'> {
  const item = await read(deps, column);
  if (!item) return 'dropped';
  if (!isNamed(LineItem.parse(item), name) || (await hasGrades(deps, column))) return 'kept';
  const gone = await deps.call(mayChange(column), {
    url: column.lineItem,
    method: 'DELETE',
    headers: { accept: mediaTypes.lineItem },
  });
  if (!isGone(gone.status)) requireSuccess(gone, deps.now());
  return 'dropped';
}

/** A line item as it stands, or undefined when it isn't there any more. */
async function read({ call, now }: PagesDeps, column: KnownColumn): Promise<Record<string, unknown> | undefined> {
  const answer = await call(mayChange(column), { url: column.lineItem, headers: { accept: mediaTypes.lineItem } });
  if (isGone(answer.status)) return undefined;
  requireSuccess(answer, now());
  // Some platforms leave the address out of what stands at it.
  return { id: column.lineItem, ...parseJson(answer.text, WholeLineItem) };
}

/** Whether anybody has a grade in it, a teacher's own included. What can't be seen counts as one. */
async function hasGrades(deps: PagesDeps, column: KnownColumn): Promise<boolean> {
  const { school, platform, deployment, lineItem } = column;
  if (!isOffered(column, scopes.result)) return true;
  const first = { url: pathBeforeQuery(lineItem, 'results'), headers: { accept: mediaTypes.results } };
  for await (const answer of pagesOf(deps, { school, platform, deployment, scope: scopes.result }, first)) {
    requireSuccess(answer, deps.now());
    if (parseJson(answer.text, Results).some(({ resultScore }) => typeof resultScore === 'number')) return true;
  }
  return false;
}

function mayChange(column: KnownColumn | WantedColumn) {
  if (!isOffered(column, scopes.lineItem)) throw new Problem('platform/scope-refused', { scope: scopes.lineItem });
  const { school, platform, deployment } = column;
  return { school, platform, deployment, scope: scopes.lineItem };
}

function isNamed(item: LineItem, { resourceId, tag }: ColumnName): boolean {
  return item.resourceId === resourceId && item.tag === tag;
}

function isGone(status: number): boolean {
  return status === 404 || status === 410;
}
