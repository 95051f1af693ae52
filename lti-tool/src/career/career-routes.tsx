import { z } from 'zod';
import { isProblem, problemCodes, Problem } from '@buitenboord/shared/problem.js';
import type { Clock } from '@buitenboord/shared/ports/clock.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import { beginningOf } from '@buitenboord/shared/use-cases/lob/beginning-of.js';
import { donePlacements } from '@buitenboord/shared/use-cases/lob/done-placements.js';
import type { FileOwner } from '@buitenboord/shared/use-cases/lob/find-entry.js';
import { closeEntry } from '@buitenboord/shared/use-cases/lob/judge-entry.js';
import { keepStudentNotes } from '@buitenboord/shared/use-cases/lob/keep-conversation.js';
import { beginEntry, keepEntry, withdrawEntry } from '@buitenboord/shared/use-cases/lob/keep-entry.js';
import { viewCareerFile, type CareerEntryView } from '@buitenboord/shared/use-cases/lob/view-career-file.js';
import { activityOf } from '../web/of-visit.js';
import type { VisitExchange, VisitRoute } from '../web/routes.js';
import { parseEntry, parseNewEntry, Talk } from './career-form.js';
import { CareerPage } from './career-page.js';
import { EntryPage } from './entry-page.js';
import { NewEntryPage } from './new-entry-page.js';

export interface CareerDeps {
  store: Store;
  now: Clock;
}

const student = ['student'] as const;
export const EntryId = z.string().regex(/^[\w-]{22,32}$/u);

/** The student's own career file. */
export function careerRoutes(deps: CareerDeps): VisitRoute[] {
  return [
    { method: 'get', path: '/career', may: student, handle: (exchange) => showFile(deps, exchange) },
    { method: 'get', path: '/career/new', may: student, handle: (exchange) => showNew(deps, exchange) },
    { method: 'post', path: '/career', may: student, handle: (exchange) => begin(deps, exchange) },
    { method: 'get', path: '/career/:entry', may: student, handle: (exchange) => showEntry(deps, exchange) },
    { method: 'post', path: '/career/:entry', may: student, handle: (exchange) => keep(deps, exchange) },
    { method: 'post', path: '/career/:entry/talk', may: student, handle: (exchange) => keepTalk(deps, exchange) },
    { method: 'post', path: '/career/:entry/withdraw', may: student, handle: (exchange) => withdraw(deps, exchange) },
  ];
}

function ownerOf({ visit }: VisitExchange): FileOwner {
  return { school: visit.school, student: visit.person };
}

async function showFile(deps: CareerDeps, exchange: VisitExchange): Promise<void> {
  const { text, url, visit, page } = exchange;
  const file = await viewCareerFile(deps, ownerOf(exchange));
  const placements = await donePlacements(deps, ownerOf(exchange));
  page(CareerPage({ text, url, file, placements, backUrl: visit.activity && url('/work') }));
}

const FromActivity = z.object({ of: z.literal('activity').optional().catch(undefined) });

/** An empty form, or one that the activity of this visit filled in. What is in the file already opens. */
async function showNew(deps: CareerDeps, exchange: VisitExchange): Promise<void> {
  const { req, res, visit, text, url, formToken, page } = exchange;
  const { of } = FromActivity.parse(req.query);
  if (of === undefined) return page(NewEntryPage({ text, url, formToken, begun: undefined }));
  const { entry, begun } = await beginningOf(deps.store, await activityOf(deps.store, visit), visit.person);
  if (entry !== undefined) return res.redirect(303, url(`/career/${entry}`));
  page(NewEntryPage({ text, url, formToken, begun }));
}

async function begin(deps: CareerDeps, exchange: VisitExchange): Promise<void> {
  const { isOfActivity, ...typed } = parseNewEntry(exchange.req.body);
  const activity = isOfActivity ? await activityOf(deps.store, exchange.visit) : undefined;
  const chosen = { ...typed, ...(activity && { activity: activity.id }) };
  const { id } = await beginEntry(deps, ownerOf(exchange), chosen);
  exchange.res.redirect(303, exchange.url(`/career/${id}`));
}

const Query = z.object({ saved: z.literal('1').optional().catch(undefined), refused: z.string().max(100).optional() });

async function showEntry(deps: CareerDeps, exchange: VisitExchange): Promise<void> {
  const { req, text, url, formToken, page } = exchange;
  const { saved, refused: asked } = Query.parse(req.query);
  const refused = problemCodes.find((code) => code === asked && code.startsWith('career/'));
  page(EntryPage({ text, url, formToken, view: await viewOf(deps, exchange), saved: saved === '1', refused }));
}

async function viewOf(deps: CareerDeps, exchange: VisitExchange): Promise<CareerEntryView> {
  const id = entryOf(exchange);
  const view = (await viewCareerFile(deps, ownerOf(exchange))).find(({ entry }) => entry.id === id);
  if (!view) throw new Problem('request/not-found', { entry: id });
  return view;
}

/** The entry in the address. What can't be an id is an entry that isn't there. */
export function entryOf({ req }: Pick<VisitExchange, 'req'>): string {
  const id = EntryId.safeParse(req.params.entry);
  if (!id.success) throw new Problem('request/not-found');
  return id.data;
}

// Saved first, whatever the button: a refusal to close loses nothing that was typed.
async function keep(deps: CareerDeps, exchange: VisitExchange): Promise<void> {
  const id = entryOf(exchange);
  const { words, action } = parseEntry(exchange.req.body);
  await keepEntry(deps, ownerOf(exchange), id, words);
  if (action === 'save') return exchange.res.redirect(303, exchange.url(`/career/${id}?saved=1`));
  await backWithRefusal(exchange, id, () => closeEntry(deps, ownerOf(exchange), id));
}

async function backWithRefusal(exchange: VisitExchange, id: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
    exchange.res.redirect(303, exchange.url(`/career/${id}`));
  } catch (error) {
    if (!isProblem(error) || !error.code.startsWith('career/')) throw error;
    exchange.res.redirect(303, exchange.url(`/career/${id}?refused=${encodeURIComponent(error.code)}`));
  }
}

async function keepTalk(deps: CareerDeps, exchange: VisitExchange): Promise<void> {
  const entry = entryOf(exchange);
  await keepStudentNotes(deps, ownerOf(exchange), { entry, ...Talk.parse(exchange.req.body) });
  exchange.res.redirect(303, exchange.url(`/career/${entry}?saved=1`));
}

async function withdraw(deps: CareerDeps, exchange: VisitExchange): Promise<void> {
  await withdrawEntry(deps, ownerOf(exchange), entryOf(exchange));
  exchange.res.redirect(303, exchange.url('/career'));
}
