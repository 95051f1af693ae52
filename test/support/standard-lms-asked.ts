import type { SmallAnswer, SmallRequest } from './small-server.js';

/** A request whose token is known. */
export interface Asked {
  request: SmallRequest;
  url: URL;
  scopes: readonly string[];
}

/** Nothing without the scope, and nothing in another media type than the standard's. */
export function refusal({ request, scopes }: Asked, needed: readonly string[], type: string): SmallAnswer | undefined {
  if (!needed.some((scope) => scopes.includes(scope))) return { status: 403 };
  const { accept = '', 'content-type': sent = '' } = request.headers;
  if (request.method === 'GET' && accept !== type) return { status: 406 };
  if (request.body !== '' && sent.split(';', 1)[0] !== type) return { status: 415 };
  return undefined;
}

/** One page of a list, with a Link to the next. The address of the next page is the platform's own business. */
export function pageOf<T>(
  url: URL,
  all: readonly T[],
  size: number,
): { part: readonly T[]; headers: Record<string, string> } {
  const from = Number(url.searchParams.get('from') ?? 0);
  const limit = Number(url.searchParams.get('limit') ?? size);
  const next = new URL(url);
  next.searchParams.set('from', String(from + limit));
  const more = from + limit < all.length;
  return { part: all.slice(from, from + limit), headers: more ? { link: `<${next.href}>; rel="next"` } : {} };
}
