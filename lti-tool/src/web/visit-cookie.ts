import type { Request, Response } from 'express';

/**
 * One cookie a visit, so that launches in several tabs don't disturb each other. Partitioned: a browser that blocks third-party cookies
 * keeps it inside the LMS's frame (CHIPS). Chromium takes a Secure cookie from http://localhost too.
 */
const prefix = '__Host-v-';
const attributes = 'Path=/; Secure; HttpOnly; SameSite=None; Partitioned';
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

/** Hands the browser a new visit's secret, and takes the oldest ones back. */
export function giveVisitCookie(req: Request, res: Response, visit: string, secret: string, expiresAt: Date): void {
  res.append('Set-Cookie', `${prefix}${visit}=${secret}; Expires=${expiresAt.toUTCString()}; ${attributes}`);
  for (const old of visitsOfBrowser(req).slice(0, -(keptPerBrowser - 1))) dropCookie(res, prefix + old);
}

/** A short-lived cookie that binds a login to this browser. */
export function giveLoginCookie(res: Response, name: string, secret: string, seconds: number): void {
  res.append('Set-Cookie', `${name}=${secret}; Max-Age=${seconds}; ${attributes}`);
}

export function dropCookie(res: Response, name: string): void {
  res.append('Set-Cookie', `${name}=; Max-Age=0; ${attributes}`);
}
