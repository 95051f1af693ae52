import { insistOnOpen } from '@buitenboord/shared/use-cases/company/open-company-link.js';
import { FrontPage } from './front-page.js';
import { giveLinkCookie, linkBrowser } from './link-cookie.js';
import { refuseOtherSite, type LinkDeps, type LinkExchange } from './on-link.js';

/** The school's name and the button; a browser that pressed it before goes on where it was. */
export function showFront({ vault }: LinkDeps, { req, res, opened, text, page, url }: LinkExchange): void {
  const known = linkBrowser(req, vault, opened.link.id) !== undefined;
  if (!known) insistOnOpen(opened);
  if (known) return res.redirect(303, url(opened.invitation.state === 'done' ? '/thanks' : '/task'));
  page(<FrontPage text={text} school={opened.school.name} action={url()} />);
}

/** The button: from here on this browser sees what the link opens. No record changes. */
export function bindBrowser({ vault }: LinkDeps, { req, res, opened, url }: LinkExchange): void {
  refuseOtherSite(req);
  insistOnOpen(opened);
  giveLinkCookie(res, vault, opened.link.id, opened.link.expiresAt);
  res.redirect(303, url('/task'));
}
