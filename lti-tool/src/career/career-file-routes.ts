import { z } from 'zod';
import { renderPdf } from '../pdf/render-pdf.js';
import type { VisitExchange, VisitRoute } from '../web/routes.js';
import { careerBlocks, careerTitle } from './career-blocks.js';
import { careerExport, type CareerExport } from './career-export.js';
import type { CareerDeps } from './career-routes.js';

/** The career file to take along: only the student herself gets it. */
export function careerFileRoutes(deps: CareerDeps): VisitRoute[] {
  return [
    { method: 'get', path: '/career-file.json', may: ['student'], handle: (exchange) => sendJson(deps, exchange) },
    { method: 'get', path: '/career-file.pdf', may: ['student'], handle: (exchange) => sendPdf(deps, exchange) },
  ];
}

const ids = z
  .union([z.string().max(64), z.array(z.string().max(64)).max(500)])
  .optional()
  .transform((value) => (value === undefined ? [] : [value].flat()));
/** `chosen` tells ticks that were all taken away from an address without any. */
const Query = z.object({ chosen: z.literal('yes').optional(), experience: ids, placement: ids });

function exported(deps: CareerDeps, { req, visit, text }: VisitExchange): Promise<CareerExport> {
  const { chosen, experience, placement } = Query.parse(req.query);
  return careerExport(deps, {
    owner: { school: visit.school, student: visit.person },
    course: visit.course,
    text,
    chosen: chosen && { experiences: experience, placements: placement },
  });
}

async function sendJson(deps: CareerDeps, exchange: VisitExchange): Promise<void> {
  const file = await exported(deps, exchange);
  exchange.res.attachment('loopbaan.json').json(file);
}

async function sendPdf(deps: CareerDeps, exchange: VisitExchange): Promise<void> {
  const { text, res } = exchange;
  const file = await exported(deps, exchange);
  const about = {
    title: careerTitle(text, file),
    language: text.locale,
    madeAt: new Date(file.madeAt),
  };
  const pdf = await renderPdf(about, careerBlocks(text, file));
  res.type('application/pdf').attachment('loopbaan.pdf').send(pdf);
}
