import { platforms } from '@buitenboord/shared/store/collections.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import { personalKinds, personCalled, storedAbout } from '@buitenboord/shared/use-cases/privacy/stored-about.js';
import { getSchool } from '@buitenboord/shared/use-cases/school/add-school.js';
import type { VisitExchange, VisitRoute } from '../web/routes.js';
import { PrivacyPage } from './privacy-page.js';

export interface PrivacyDeps {
  store: Store;
}

/** What is stored about who asks, or about whom the LMS named when it opened this visit. Whether that was allowed was decided then. */
export function privacyRoutes(deps: PrivacyDeps): VisitRoute[] {
  return [{ method: 'get', path: '/privacy', may: ['visitor'], handle: (exchange) => show(deps, exchange) }];
}

async function show({ store }: PrivacyDeps, { visit, grants, text, page }: VisitExchange): Promise<void> {
  const { school } = visit;
  const { name } = await getSchool(store, school);
  const asked = visit.about?.what === 'data' ? visit.about.subject : undefined;
  const issuer = (await store.get(platforms, { id: visit.platform }))?.issuer ?? '';
  const person = asked === undefined ? visit.person : await personCalled(store, { school, issuer, subject: asked });
  const administers = grants.has('schoolAdministrator') || visit.lmsAdministrator;
  page(
    <PrivacyPage
      text={text}
      school={name}
      own={person === visit.person}
      kinds={person === undefined ? [] : await storedAbout(store, school, person)}
      everyKind={administers ? personalKinds() : []}
    />,
  );
}
