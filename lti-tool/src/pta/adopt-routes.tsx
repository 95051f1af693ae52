import { z } from 'zod';
import { amendmentReasons } from '@buitenboord/shared/domain/pta/pta.js';
import { dutchDay, isFixed } from '@buitenboord/shared/domain/pta/school-year.js';
import { isProblem, Problem } from '@buitenboord/shared/problem.js';
import { adoptPta } from '@buitenboord/shared/use-cases/pta/adopt-pta.js';
import { proposePta, takeBackPta } from '@buitenboord/shared/use-cases/pta/propose-pta.js';
import { adoptedIn, draftIn } from '@buitenboord/shared/use-cases/pta/pta-line.js';
import type { VisitExchange, VisitRoute } from '../web/routes.js';
import { AdoptPage, type AdoptPageProps } from './adopt-page.js';
import { lineAt, pageProps } from './pta-exchange.js';
import type { PtaDeps } from './pta-deps.js';
import { ProposePage } from './propose-page.js';

const makers = ['examSecretary', 'schoolAdministrator'] as const;

/** Proposing a draft and adopting it, each after a look. */
export function adoptRoutes(deps: PtaDeps): VisitRoute[] {
  return [
    { method: 'get', path: '/pta/:line/adopt', may: makers, handle: (exchange) => show(deps, exchange, {}) },
    { method: 'post', path: '/pta/:line/adopt', may: makers, handle: (exchange) => adopt(deps, exchange) },
    { method: 'get', path: '/pta/:line/propose', may: makers, handle: (exchange) => showProposal(deps, exchange) },
    { method: 'post', path: '/pta/:line/propose', may: makers, handle: (exchange) => propose(deps, exchange) },
    { method: 'post', path: '/pta/:line/take-back', may: makers, handle: (exchange) => takeBack(deps, exchange) },
  ];
}

async function show(
  { store, now }: PtaDeps,
  exchange: VisitExchange,
  kept: Pick<AdoptPageProps, 'filled' | 'error'>,
): Promise<void> {
  const { versions } = await lineAt(store, exchange);
  const draft = draftIn(versions);
  if (!draft) throw new Problem('pta/immutable', { line: String(exchange.req.params.line) });
  const adopted = adoptedIn(versions);
  const isLate = isFixed(draft.schoolYear, dutchDay(now()));
  exchange.page(AdoptPage({ ...pageProps(exchange), draft, replaces: adopted?.number, isLate, ...kept }));
}

const Adopted = z.strictObject({
  id: z.string().max(100),
  seen: z.coerce.number().int(),
  reason: z.enum(amendmentReasons).optional(),
  advisedOn: z.union([z.literal(''), z.iso.date()]).optional(),
});

async function adopt(deps: PtaDeps, exchange: VisitExchange): Promise<void> {
  const { visit, req, res, text } = exchange;
  const { current } = await lineAt(deps.store, exchange);
  const { id, seen, reason, advisedOn } = Adopted.parse(req.body);
  if (id !== current.id) throw new Problem('pta/immutable', { id });
  const amendment = reason && advisedOn ? { amendment: { reason, advisedOn } } : {};
  try {
    await adoptPta(deps, { school: visit.school, actor: visit.person, id, seen, ...amendment });
  } catch (error) {
    if (!isProblem(error, 'pta/amendment-needs-reason')) throw error;
    res.status(422);
    const filled = { reason: reason ?? '', advisedOn: advisedOn ?? '' };
    return show(deps, exchange, { filled, error: text('problem.pta/amendment-needs-reason') });
  }
  res.redirect(303, exchange.url(`/pta/${current.line}`));
}

async function showProposal({ store }: PtaDeps, exchange: VisitExchange): Promise<void> {
  const { versions } = await lineAt(store, exchange);
  const draft = draftIn(versions);
  if (!draft) throw new Problem('pta/immutable', { line: String(exchange.req.params.line) });
  exchange.page(ProposePage({ ...pageProps(exchange), draft }));
}

const Proposed = z.strictObject({ id: z.string().max(100), seen: z.coerce.number().int() });

async function propose(deps: PtaDeps, exchange: VisitExchange): Promise<void> {
  const { visit, req, res, url } = exchange;
  const { current } = await lineAt(deps.store, exchange);
  const { id, seen } = Proposed.parse(req.body);
  if (id !== current.id) throw new Problem('pta/immutable', { id });
  await proposePta(deps, { school: visit.school, actor: visit.person, id, seen });
  res.redirect(303, url(`/pta/${current.line}`));
}

const TakenBack = z.strictObject({ id: z.string().max(100) });

async function takeBack(deps: PtaDeps, exchange: VisitExchange): Promise<void> {
  const { visit, req, res, url } = exchange;
  const { current } = await lineAt(deps.store, exchange);
  const { id } = TakenBack.parse(req.body);
  if (id !== current.id) throw new Problem('pta/immutable', { id });
  await takeBackPta(deps, { school: visit.school, actor: visit.person, id });
  res.redirect(303, url(`/pta/${current.line}`));
}
