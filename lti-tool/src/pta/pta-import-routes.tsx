import { z } from 'zod';
import type { PtaFile } from '@buitenboord/shared/domain/pta/pta-file.js';
import { Problem } from '@buitenboord/shared/problem.js';
import { importPtas, previewPtas } from '@buitenboord/shared/use-cases/pta/import-ptas.js';
import type { VisitExchange, VisitRoute } from '../web/routes.js';
import { ImportPage, type ImportStep } from './import-page.js';
import { pageProps } from './pta-exchange.js';
import type { PtaDeps } from './pta-deps.js';

const makers = ['examSecretary', 'schoolAdministrator'] as const;

/** Programmes from a file: nothing is stored before somebody saw what would be. */
export function ptaImportRoutes(deps: PtaDeps): VisitRoute[] {
  return [
    {
      method: 'get',
      path: '/pta/import',
      may: makers,
      handle: (exchange) => Promise.resolve(show(exchange, { kind: 'choose' })),
    },
    { method: 'post', path: '/pta/import', may: makers, body: 'file', handle: (exchange) => preview(deps, exchange) },
    {
      method: 'post',
      path: '/pta/import/store',
      may: makers,
      body: 'file',
      handle: (exchange) => store(deps, exchange),
    },
  ];
}

const Chosen = z.strictObject({ file: z.instanceof(Uint8Array) });
const Carried = z.strictObject({ file: z.string().min(1) });

async function preview(deps: PtaDeps, exchange: VisitExchange): Promise<void> {
  const { file } = Chosen.parse({ ...(exchange.req.body as object) });
  const text = deps.decodeText(file);
  const read = deps.parsePtaCsv(text);
  if (read.kind === 'refused') return refuse(exchange, read);
  const { school, person } = exchange.visit;
  const rows = await previewPtas(deps, { school, actor: person, outlines: read.outlines, adopt: false });
  show(exchange, { kind: 'preview', rows, file: text });
}

async function store(deps: PtaDeps, exchange: VisitExchange): Promise<void> {
  const { file } = Carried.parse({ ...(exchange.req.body as object) });
  const read = deps.parsePtaCsv(file);
  // It could be read a moment ago, so somebody changed the form.
  if (read.kind === 'refused') throw new Problem('pta/bad-file', { problems: read.problems.length });
  const { school, person } = exchange.visit;
  await importPtas(deps, { school, actor: person, outlines: read.outlines, adopt: false });
  exchange.res.redirect(303, exchange.url('/pta'));
}

function refuse(exchange: VisitExchange, { problems }: Extract<PtaFile, { kind: 'refused' }>): void {
  exchange.res.status(422);
  show(exchange, { kind: 'refused', problems });
}

function show(exchange: VisitExchange, step: ImportStep): void {
  exchange.page(ImportPage({ ...pageProps(exchange), step }));
}
