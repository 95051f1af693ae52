import { ptas } from '@buitenboord/shared/store/collections.js';
import { schoolRounding } from '@buitenboord/shared/use-cases/grade/choose-rounding.js';
import type { VisitExchange, VisitRoute } from '../web/routes.js';
import type { PtaDeps } from './pta-deps.js';
import { copyRoutes } from './copy-routes.js';
import { ptaEditRoutes } from './pta-edit-routes.js';
import { ptaImportRoutes } from './pta-import-routes.js';
import { PtaLinePage } from './pta-line-page.js';
import { PtaListPage } from './pta-list-page.js';
import { currentOf, type PtaView } from './pta-view.js';
import { lineAt, namesOf, pageProps } from './pta-exchange.js';
import { roundingRoutes } from './rounding-routes.js';

/** The programmes of testing: everybody who teaches may read them, the exam secretary and the school's administrator make and adopt them. */
export function ptaRoutes(deps: PtaDeps): VisitRoute[] {
  return [
    {
      method: 'get',
      path: '/pta',
      may: ['teacher', 'examSecretary', 'schoolAdministrator'],
      handle: (exchange) => list(deps, exchange),
    },
    ...ptaEditRoutes(deps),
    ...copyRoutes(deps),
    ...roundingRoutes(deps),
    ...ptaImportRoutes(deps),
    {
      method: 'get',
      path: '/pta/:line',
      may: ['teacher', 'examSecretary', 'schoolAdministrator'],
      handle: (exchange) => showLine(deps, exchange),
    },
  ];
}

async function list(deps: PtaDeps, exchange: VisitExchange): Promise<void> {
  const { school } = exchange.visit;
  const lines = new Map<string, PtaView[]>();
  for await (const pta of deps.store.each(ptas, { where: { school } })) {
    lines.set(pta.line, [...(lines.get(pta.line) ?? []), pta]);
  }
  const current = [...lines.values()].flatMap((versions) => currentOf(versions) ?? []);
  current.sort((one, other) => sortKey(one).localeCompare(sortKey(other), 'nl'));
  const isRoundingMissing = (await schoolRounding(deps, school)).regime === undefined;
  const props = { ptas: current, mayEdit: mayEdit(exchange), isRoundingMissing };
  exchange.page(PtaListPage({ ...pageProps(exchange), ...props }));
}

function sortKey({ schoolYear, subject, cohort, leerweg }: PtaView): string {
  return [schoolYear, subject.title, cohort, leerweg].join(' ');
}

async function showLine({ store }: PtaDeps, exchange: VisitExchange): Promise<void> {
  const { versions, current } = await lineAt(store, exchange);
  const actors = versions.flatMap(({ madeBy, proposedBy, adoptedBy }) => [madeBy, proposedBy, adoptedBy]);
  const props = {
    versions: [...versions].reverse(),
    current,
    mayEdit: mayEdit(exchange),
    names: await namesOf(store, exchange.visit.school, actors),
  };
  exchange.page(PtaLinePage({ ...pageProps(exchange), ...props }));
}

function mayEdit({ grants }: VisitExchange): boolean {
  return grants.has('examSecretary') || grants.has('schoolAdministrator');
}
