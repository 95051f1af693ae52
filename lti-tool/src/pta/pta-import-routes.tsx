import { z } from 'zod';
import { guessMapping } from '@buitenboord/shared/domain/pta/guess-mapping.js';
import type { PtaMapping, PtaTable } from '@buitenboord/shared/domain/pta/pta-file.js';
import { readPtaTable } from '@buitenboord/shared/domain/pta/read-pta-table.js';
import { Problem } from '@buitenboord/shared/problem.js';
import { importPtas, previewPtas } from '@buitenboord/shared/use-cases/pta/import-ptas.js';
import type { VisitExchange, VisitRoute } from '../web/routes.js';
import { CarriedImport, ChosenMapping } from './import-form.js';
import { ImportPage, type ImportStep } from './import-page.js';
import { pageProps } from './pta-exchange.js';
import type { PtaDeps } from './pta-deps.js';

const makers = ['examSecretary', 'schoolAdministrator'] as const;

/** Programmes from a file: its columns are said, everything wrong is shown, and nothing is stored before somebody saw what would be. */
export function ptaImportRoutes(deps: PtaDeps): VisitRoute[] {
  const path = '/pta/import' as const;
  const choose = (exchange: VisitExchange) => Promise.resolve(show(exchange, { kind: 'choose' }));
  return [
    { method: 'get', path, may: makers, handle: choose },
    { method: 'post', path, may: makers, body: 'file', handle: (exchange) => read(deps, exchange) },
    { method: 'post', path: `${path}/preview`, may: makers, body: 'file', handle: (exchange) => map(deps, exchange) },
    { method: 'post', path: `${path}/store`, may: makers, body: 'file', handle: (exchange) => store(deps, exchange) },
  ];
}

const Chosen = z.strictObject({ file: z.instanceof(Uint8Array) });

async function read(deps: PtaDeps, exchange: VisitExchange): Promise<void> {
  const { file } = Chosen.parse({ ...(exchange.req.body as object) });
  const table = await deps.readTable(file);
  if ('complaint' in table) {
    exchange.res.status(422);
    return show(exchange, { kind: 'unreadable', problems: [table] });
  }
  await preview(deps, exchange, { table, mapping: guessMapping(table) });
}

async function map(deps: PtaDeps, exchange: VisitExchange): Promise<void> {
  await preview(deps, exchange, ChosenMapping.parse({ ...(exchange.req.body as object) }));
}

async function preview(
  deps: PtaDeps,
  exchange: VisitExchange,
  chosen: { table: PtaTable; mapping: PtaMapping },
): Promise<void> {
  const file = readPtaTable(chosen.table, chosen.mapping);
  if (file.kind === 'refused') {
    exchange.res.status(422);
    return show(exchange, { kind: 'refused', ...chosen, problems: file.problems });
  }
  const { school, person } = exchange.visit;
  const rows = await previewPtas(deps, { school, actor: person, outlines: file.outlines, adopt: false });
  show(exchange, { kind: 'preview', ...chosen, rows });
}

async function store(deps: PtaDeps, exchange: VisitExchange): Promise<void> {
  const { carried } = CarriedImport.parse({ ...(exchange.req.body as object) });
  const file = readPtaTable(carried.table, carried.mapping);
  // It could be read a moment ago, so somebody changed the form.
  if (file.kind === 'refused') throw new Problem('pta/bad-file', { problems: file.problems.length });
  const { school, person } = exchange.visit;
  await importPtas(deps, { school, actor: person, outlines: file.outlines, adopt: false });
  exchange.res.redirect(303, exchange.url('/pta'));
}

function show(exchange: VisitExchange, step: ImportStep): void {
  exchange.page(ImportPage({ ...pageProps(exchange), step }));
}
