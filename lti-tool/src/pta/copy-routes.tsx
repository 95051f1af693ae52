import { z } from 'zod';
import { SchoolYear } from '@buitenboord/shared/domain/pta/pta.js';
import { dutchDay, schoolYearOf } from '@buitenboord/shared/domain/pta/school-year.js';
import { ptas } from '@buitenboord/shared/store/collections.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import { copyablePtas, copyPtas } from '@buitenboord/shared/use-cases/pta/copy-ptas.js';
import type { VisitExchange, VisitRoute } from '../web/routes.js';
import { CopyPage } from './copy-page.js';
import type { PtaDeps } from './pta-deps.js';
import { pageProps } from './pta-exchange.js';

const makers = ['examSecretary', 'schoolAdministrator'] as const;

/** Programmes of one year as drafts for the next. */
export function copyRoutes(deps: PtaDeps): VisitRoute[] {
  return [
    { method: 'get', path: '/pta/copy', may: makers, handle: (exchange) => show(deps, exchange) },
    { method: 'post', path: '/pta/copy', may: makers, handle: (exchange) => copy(deps, exchange) },
  ];
}

async function show(deps: PtaDeps, exchange: VisitExchange, isEmpty = false): Promise<void> {
  const { store, now } = deps;
  const { school } = exchange.visit;
  const years = await yearsOf(store, school);
  const asked = SchoolYear.safeParse(exchange.req.query.year).data;
  const thisYear = schoolYearOf(dutchDay(now()));
  const year = asked ?? years.filter((each) => each <= thisYear).at(-1) ?? years[0] ?? thisYear;
  const rows = (await copyablePtas(store, school, year)).map(({ pta, next, exists }) => ({
    ...next,
    from: pta.line,
    subject: pta.subject,
    leerweg: pta.leerweg,
    fromCohort: pta.cohort,
    exists,
  }));
  exchange.page(CopyPage({ ...pageProps(exchange), years, year, rows, isEmpty }));
}

/** The school years for which something was adopted, oldest first. */
async function yearsOf(store: Store, school: string): Promise<string[]> {
  const years = new Set<string>();
  for await (const { schoolYear } of store.each(ptas, { where: { school, state: 'adopted' } })) years.add(schoolYear);
  return [...years].sort();
}

const Line = z.string().regex(/^[\w-]{1,64}$/u);
const Chosen = z.strictObject({
  copy: z.union([z.array(Line).max(500), Line.transform((line) => [line])]).default([]),
});

async function copy(deps: PtaDeps, exchange: VisitExchange): Promise<void> {
  const { visit, req, res, url } = exchange;
  const { copy: lines } = Chosen.parse(req.body);
  if (lines.length === 0) {
    res.status(422);
    return show(deps, exchange, true);
  }
  await copyPtas(deps, { school: visit.school, actor: visit.person, lines });
  res.redirect(303, url('/pta'));
}
