import type { VisitExchange } from './routes.js';

export interface PageLink {
  href: string;
  words: string;
}

/** Where a teacher may go from anywhere in a course: for whom it is, the programmes of testing, the school exam, and the school for who administers it. */
export function staffLinks({ text, url, visit, grants }: VisitExchange): PageLink[] {
  const administers = grants.has('schoolAdministrator') || visit.lmsAdministrator;
  const choosesKinds = grants.has('schoolAdministrator') || grants.has('placementCoordinator');
  return [
    { href: url('/course-scope'), words: text('overview.scope') },
    { href: url('/pta'), words: text('overview.pta') },
    { href: url('/school-exam'), words: text('se.title') },
    { href: url('/coverage'), words: text('overview.coverage') },
    { href: url('/programme'), words: text('overview.programme') },
    { href: url('/age-check'), words: text('ageCheck.link') },
    ...(choosesKinds ? [{ href: url('/school/kinds'), words: text('kinds.link') }] : []),
    { href: url('/samples'), words: text('sample.title') },
    ...(administers ? [{ href: url('/school'), words: text('overview.school') }] : []),
  ];
}
