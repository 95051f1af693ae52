import { z } from 'zod';
import type { Clock } from '@buitenboord/shared/ports/clock.js';
import type { ListWriter } from '@buitenboord/shared/ports/list-writer.js';
import { isProblem } from '@buitenboord/shared/problem.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import { confirmTakeOver } from '@buitenboord/shared/use-cases/take-over/confirm-take-over.js';
import { recordDownload } from '@buitenboord/shared/use-cases/take-over/record-download.js';
import {
  takeOverComponents,
  takeOverList,
  type TakeOverList,
} from '@buitenboord/shared/use-cases/take-over/take-over-list.js';
import { courseOf } from '../web/of-visit.js';
import type { VisitExchange, VisitRoute } from '../web/routes.js';
import { ShownField } from './shown-field.js';
import { TakeOverPage } from './take-over-page.js';
import { toList } from './to-list.js';

export interface TakeOverDeps {
  store: Store;
  now: Clock;
  writeCsv: ListWriter;
  writeXlsx: ListWriter;
}

const may = ['teacher', 'examSecretary'] as const;

/** The list that carries settled grades to the student system, by hand: look, download, say that it was done. */
export function takeOverRoutes(deps: TakeOverDeps): VisitRoute[] {
  return [
    { method: 'get', path: '/take-over', may, handle: (exchange) => show(deps, exchange) },
    { method: 'get', path: '/take-over/download', may, handle: (exchange) => download(deps, exchange) },
    { method: 'post', path: '/take-over/confirm', may, handle: (exchange) => confirm(deps, exchange) },
  ];
}

async function show({ store }: TakeOverDeps, exchange: VisitExchange): Promise<void> {
  const { visit, text, formToken, url, page } = exchange;
  const course = await courseOf(store, visit);
  const keys = await takeOverComponents(store, visit.school, course.id);
  const lists = await Promise.all(
    keys.map((component) => listOrNothing(store, { school: visit.school, course: course.id, component })),
  );
  page(
    TakeOverPage({
      text,
      formToken,
      url: url('/take-over'),
      namesUrl: visit.roles.includes('teacher') ? url('/names') : undefined,
      course: course.title,
      lists: lists.flatMap((list) => list ?? []),
    }),
  );
}

/** An activity may name a component that no adopted programme has (any more): there is no list for it, and the others still show. */
async function listOrNothing(
  store: Store,
  address: { school: string; course: string; component: string },
): Promise<TakeOverList | undefined> {
  try {
    return await takeOverList(store, address);
  } catch (error) {
    if (!isProblem(error, 'pta/component-unknown')) throw error;
    return undefined;
  }
}

const Component = z.string().min(1).max(200);
const Download = z.object({ component: Component, as: z.enum(['csv', 'xlsx']) });

const mediaTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

async function download(deps: TakeOverDeps, exchange: VisitExchange): Promise<void> {
  const { req, res, visit, text } = exchange;
  const { component, as } = Download.parse(req.query);
  const course = await courseOf(deps.store, visit);
  const address = { school: visit.school, course: course.id, component };
  const list = await takeOverList(deps.store, address);
  const file = await (as === 'csv' ? deps.writeCsv : deps.writeXlsx)(toList(text, list));
  await recordDownload(deps, { ...address, actor: visit.person }, list.rows);
  res.set('Cache-Control', 'no-store');
  res.set('Content-Security-Policy', "default-src 'none'; sandbox");
  // Without the names of class or course: what is in a file's name ends up in histories and backups.
  res.attachment(`${text('takeOver.title')} ${list.component.component.code}.${as}`);
  res.type(mediaTypes[as]).send(Buffer.from(file));
}

const Confirmed = z.strictObject({ component: Component, shown: ShownField });

async function confirm(deps: TakeOverDeps, { req, res, visit, url }: VisitExchange): Promise<void> {
  const { component, shown } = Confirmed.parse(req.body);
  const course = await courseOf(deps.store, visit);
  await confirmTakeOver(deps, { school: visit.school, course: course.id, component, actor: visit.person, shown });
  res.redirect(303, url('/take-over'));
}
