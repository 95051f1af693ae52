import type { Vault, Signer } from '@buitenboord/shared/ports/vault.js';
import { isProblem, Problem } from '@buitenboord/shared/problem.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import { textIn } from '@buitenboord/shared/text/text.js';
import { openCompanyLink, type OpenedLink } from '@buitenboord/shared/use-cases/company/open-company-link.js';
import { z } from 'zod';
import type { OpenExchange, OpenRoute } from '../web/routes.js';
import { isLinkFormToken, linkBrowser, linkFormToken, linkLocale } from './link-cookie.js';
import type { WrongSecrets } from './wrong-secrets.js';

export interface LinkDeps {
  store: Store;
  vault: Vault & Signer;
  now: () => Date;
}

/** What a handler of a link's page gets: whose link, in which language, and the addresses of the other pages. */
export interface LinkExchange extends OpenExchange {
  opened: OpenedLink;
  /** `/link/<secret>` + path. */
  url: (path?: string) => string;
}

/** … and of a browser in which the button was pressed. */
export interface BoundExchange extends LinkExchange {
  /** For the hidden field `token` of each form. */
  formToken: string;
}

const Secret = z.string().regex(/^[\w-]{43}$/u);

/** Opens the link in the address and hands it on. Refuses with `link/…`; what is asked has no effect until `handle` has one. */
export function onLink(
  deps: LinkDeps,
  wrong: WrongSecrets,
  handle: (exchange: LinkExchange) => Promise<void> | void,
): OpenRoute['handle'] {
  return async (open) => {
    const { req, res } = open;
    res.set({ 'X-Robots-Tag': 'noindex, nofollow', 'Referrer-Policy': 'no-referrer', 'Cache-Control': 'no-store' });
    const address = req.ip ?? 'unknown';
    await wrong.insist(address);
    const secret = Secret.safeParse(req.params.secret);
    const opened = await openOrNote(deps, wrong, address, secret.data);
    const locale = linkLocale(req, res, opened.school.locale);
    res.locals.locale = locale;
    await handle({ ...open, text: textIn(locale), opened, url: (path = '') => `/link/${secret.data ?? ''}${path}` });
  };
}

async function openOrNote(deps: LinkDeps, wrong: WrongSecrets, address: string, secret: string | undefined) {
  try {
    if (secret === undefined) throw new Problem('link/unknown');
    return await openCompanyLink(deps, secret);
  } catch (error) {
    if (isProblem(error, 'link/unknown')) await wrong.note(address);
    throw error;
  }
}

/** A page behind the button: another browser that knows the address is sent to the button first; what it posts changes nothing. */
export function onBoundLink(
  deps: LinkDeps,
  wrong: WrongSecrets,
  handle: (exchange: BoundExchange) => Promise<void>,
): OpenRoute['handle'] {
  return onLink(deps, wrong, async (exchange) => {
    const { req, res, opened, url } = exchange;
    const browser = linkBrowser(req, deps.vault, opened.link.id);
    if (browser === undefined) return res.redirect(303, url());
    if (req.method === 'POST') refuseForeign(deps.vault, exchange, browser);
    await handle({ ...exchange, formToken: linkFormToken(deps.vault, opened.link.id, browser) });
  });
}

function refuseForeign(signer: Signer, { req, opened }: LinkExchange, browser: string): void {
  refuseOtherSite(req);
  const body = req.body as { token?: unknown } | undefined;
  if (!isLinkFormToken(signer, opened.link.id, browser, body?.token)) {
    throw new Problem('request/token-missing', { invitation: opened.invitation.id });
  }
  if (body) delete body.token;
}

/** Browsers say where a request came from; mail programs and old browsers say nothing. */
export function refuseOtherSite(req: OpenExchange['req']): void {
  const site = req.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') throw new Problem('request/cross-site', { site });
}
