import { z } from 'zod';
import { roundingRegimes } from '@buitenboord/shared/domain/grade/rounding.js';
import type { Clock } from '@buitenboord/shared/ports/clock.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import { chooseRounding, schoolRounding } from '@buitenboord/shared/use-cases/grade/choose-rounding.js';
import type { VisitExchange, VisitRoute } from '../web/routes.js';
import { RoundingPage, type RoundingPageProps } from './rounding-page.js';

interface Deps {
  store: Store;
  now: Clock;
}

const makers = ['examSecretary', 'schoolAdministrator'] as const;

/** How the school rounds inside the school exam: its own choice, without a default. */
export function roundingRoutes(deps: Deps): VisitRoute[] {
  return [
    { method: 'get', path: '/pta/rounding', may: makers, handle: (exchange) => show(deps, exchange) },
    { method: 'post', path: '/pta/rounding', may: makers, handle: (exchange) => choose(deps, exchange) },
  ];
}

async function show(deps: Deps, exchange: VisitExchange, more: Pick<RoundingPageProps, 'isEmpty'> = {}): Promise<void> {
  const { visit, req, text, formToken, url, page } = exchange;
  const rounding = await schoolRounding(deps, visit.school);
  const isSaved = req.query.saved === '1';
  page(RoundingPage({ text, formToken, url: url('/pta'), ...rounding, isSaved, ...more }));
}

const Chosen = z.strictObject({ regime: z.enum(roundingRegimes).optional() });

async function choose(deps: Deps, exchange: VisitExchange): Promise<void> {
  const { visit, req, res, url } = exchange;
  const { regime } = Chosen.parse(req.body);
  if (!regime) {
    res.status(422);
    return show(deps, exchange, { isEmpty: true });
  }
  await chooseRounding(deps, { school: visit.school, actor: visit.person, regime });
  res.redirect(303, url('/pta/rounding?saved=1'));
}
