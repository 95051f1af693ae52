import { z } from 'zod';
import { courses, schools } from '@buitenboord/shared/store/collections.js';
import { makeCompanySheet } from '@buitenboord/shared/use-cases/programme/make-company-sheet.js';
import { renderPdf } from '../pdf/render-pdf.js';
import type { VisitExchange, VisitRoute } from '../web/routes.js';
import { CompanySheetPage } from './company-sheet-page.js';
import { editionOf, electiveOf, readers, type ProgrammeDeps } from './programme-exchange.js';
import { sheetBlocks, sheetWords } from './sheet-blocks.js';

/** The sheet for companies, as a page and as a PDF. */
export function sheetRoutes(deps: ProgrammeDeps): VisitRoute[] {
  return [
    {
      method: 'get',
      path: '/programme/:elective/company-sheet',
      may: readers,
      async handle(exchange) {
        const { text, url, page } = exchange;
        const { sheet, levels, words } = await sheetFor(deps, exchange);
        const address = url(`/programme/${electiveOf(exchange)}/company-sheet`);
        page(CompanySheetPage({ text, url: address, sheet, words, levels }));
      },
    },
    {
      method: 'get',
      path: '/programme/:elective/company-sheet.pdf',
      may: readers,
      async handle(exchange) {
        const { text, res } = exchange;
        const { words, sheet } = await sheetFor(deps, exchange);
        // The sheet says nothing of the moment; the day keeps it the same all day.
        const madeAt = new Date(`${deps.now().toISOString().slice(0, 10)}T00:00:00.000Z`);
        const pdf = await renderPdf({ title: words.title, language: text.locale, madeAt }, sheetBlocks(text, words));
        res
          .type('application/pdf')
          .attachment(`${sheet.officialCode ?? 'keuzevak'}-${sheet.level}.pdf`)
          .send(pdf);
      },
    },
  ];
}

const Level = z.enum(['bb', 'kb', 'gl']).optional().catch(undefined);

async function sheetFor({ store }: ProgrammeDeps, exchange: VisitExchange) {
  const { visit, req, text } = exchange;
  const course = visit.course && (await store.get(courses, { school: visit.school, id: visit.course }));
  const level = Level.parse(req.query.level) ?? (course ? course.leerweg : undefined);
  const edition = await editionOf(store, exchange);
  const made = await makeCompanySheet(store, { school: visit.school, elective: electiveOf(exchange), edition, level });
  const school = await store.get(schools, { id: visit.school });
  return { ...made, words: sheetWords(text, made.sheet, school?.name ?? '') };
}
