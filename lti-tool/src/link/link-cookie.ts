import type { Request, Response } from 'express';
import type { Signer } from '@buitenboord/shared/ports/vault.js';
import { newId } from '@buitenboord/shared/ids.js';
import { localeFrom, type Locale } from '@buitenboord/shared/text/text.js';
import { cookiesOf } from '../web/visit-cookie.js';

// A page of our own in a tab of its own: first-party cookies, so Lax and not partitioned.
const attributes = 'Path=/; Secure; HttpOnly; SameSite=Lax';
const languageCookie = '__Host-link-lang';

/** Half a hash tells the links of one browser apart. */
function nameOf(link: string): string {
  return `__Host-l-${link.slice(0, 22)}`;
}

/** Binds a link to this browser: a random browser id of this link, signed. Nothing is stored, so that a scanner that presses buttons changes nothing. */
export function giveLinkCookie(res: Response, signer: Signer, link: string, expiresAt: string): void {
  const browser = newId();
  const value = `${browser}.${signer.sign('link-browser', `${link}.${browser}`)}`;
  res.append('Set-Cookie', `${nameOf(link)}=${value}; Expires=${new Date(expiresAt).toUTCString()}; ${attributes}`);
}

/** The browser id that this browser holds for the link, if it pressed the button here. */
export function linkBrowser(req: Request, signer: Signer, link: string): string | undefined {
  const [browser, signature] = (cookiesOf(req).get(nameOf(link)) ?? '').split('.', 2);
  if (!browser || !signature) return undefined;
  return signer.verify('link-browser', `${link}.${browser}`, signature) ? browser : undefined;
}

/** The token in the forms of a link's pages, for one browser. */
export function linkFormToken(signer: Signer, link: string, browser: string): string {
  return signer.sign('link', `${link}.${browser}`);
}

export function isLinkFormToken(signer: Signer, link: string, browser: string, token: unknown): boolean {
  return typeof token === 'string' && signer.verify('link', `${link}.${browser}`, token);
}

/** The language of a link's pages: what was just asked for, what was asked for before, else the school's. */
export function linkLocale(req: Request, res: Response, school: Locale): Locale {
  const { lang } = req.query;
  if (lang === 'nl' || lang === 'en') {
    res.append('Set-Cookie', `${languageCookie}=${lang}; ${attributes}`);
    return lang;
  }
  const kept = cookiesOf(req).get(languageCookie);
  return kept === undefined ? school : localeFrom(kept);
}
