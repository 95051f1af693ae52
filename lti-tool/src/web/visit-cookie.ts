import type { Request, Response } from 'express';

/**
 * One cookie a visit, so that launches in several tabs don't disturb each other. Partitioned: a browser that blocks third-party cookies
 * keeps it inside the LMS's frame (CHIPS). Chromium takes a Secure cookie from http://localhost too.
 */
const prefix = '__Host-v-';
const loginPrefix = '__Host-login-';
const probe = '__Host-probe';
/** Browsers cap the cookies of a partition; older visits are over by then. */
const keptPerBrowser = 12;

export function cookiesOf(req: Pick<Request, 'headers'>): ReadonlyMap<string, string> {
  const pairs = (req.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('=', 2));
  return new Map(pairs.filter((pair) => pair.length === 2).map(([name, value]) => [name ?? '', value ?? '']));
}

/** The secret that the browser keeps for a visit. */
export function visitSecret(req: Pick<Request, 'headers'>, visit: string): string | undefined {
  return cookiesOf(req).get(prefix + visit);
}

/** The ids of the visits this browser still has a cookie for, oldest first as browsers send them. */
export function visitsOfBrowser(req: Pick<Request, 'headers'>): string[] {
  return [...cookiesOf(req).keys()].filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
}

/** `partitioned`: kept inside the frame of this LMS only. Not so in a window of our own, or where a person allowed the frame our cookies. */
export type CookieKind = 'partitioned' | 'plain';

/** Hands the browser a new visit's secret, and takes the oldest ones back. */
export function giveVisitCookie(
  { req, res }: { req: Request; res: Response },
  visit: { id: string; secret: string; expiresAt: Date },
  kind: CookieKind,
): void {
  const { id, secret, expiresAt } = visit;
  res.append('Set-Cookie', `${prefix}${id}=${secret}; Expires=${expiresAt.toUTCString()}; ${attributes(kind)}`);
  for (const old of visitsOfBrowser(req).slice(0, -(keptPerBrowser - 1)))
    dropCookie(res, prefix + old, 'partitioned', 'plain');
}

/** A short-lived cookie that binds a login to this browser. */
export function giveLoginCookie(
  res: Response,
  login: { name: string; secret: string; seconds: number },
  kind: CookieKind,
): void {
  const { name, secret, seconds } = login;
  res.append('Set-Cookie', `${name}=${secret}; Max-Age=${seconds}; ${attributes(kind)}`);
}

/** A cookie without a secret that a script may read: whether this browser keeps any of ours, here. */
export function giveProbeCookie(res: Response, kind: CookieKind): void {
  res.append('Set-Cookie', `${probe}=1; Max-Age=60; ${attributes(kind).replace(' HttpOnly;', '')}`);
}

/** Whether this browser brought a cookie of ours along: then it keeps them here. */
export function keepsCookies(req: Pick<Request, 'headers'>): boolean {
  return [...cookiesOf(req).keys()].some((name) => name.startsWith(prefix) || name.startsWith(loginPrefix));
}

export function dropCookie(res: Response, name: string, ...kinds: readonly CookieKind[]): void {
  for (const kind of kinds) res.append('Set-Cookie', `${name}=; Max-Age=0; ${attributes(kind)}`);
}

function attributes(kind: CookieKind): string {
  return `Path=/; Secure; HttpOnly; SameSite=None${kind === 'partitioned' ? '; Partitioned' : ''}`;
}
