import { z } from 'zod';
import type { PtaColumn } from '@buitenboord/shared/domain/pta/pta-file.js';
import { componentOf, readPtaRow } from '@buitenboord/shared/domain/pta/pta-row.js';
import { isProblem, type ProblemCode } from '@buitenboord/shared/problem.js';
import { draftPta } from '@buitenboord/shared/use-cases/pta/draft-pta.js';
import { removeComponent, saveComponent } from '@buitenboord/shared/use-cases/pta/edit-draft.js';
import type { VisitExchange, VisitRoute } from '../web/routes.js';
import { adoptRoutes } from './adopt-routes.js';
import { errorsOf, NewPtaForm, outlineCells, SavedComponent, toForm, type ComponentForm } from './component-form.js';
import { ComponentPage, NewPtaPage, type ComponentPageProps } from './component-page.js';
import { lineAt, pageProps } from './pta-exchange.js';
import type { PtaDeps } from './pta-deps.js';

const makers = ['examSecretary', 'schoolAdministrator'] as const;

/** Programmes by hand: a new one, its components, and adopting it. */
export function ptaEditRoutes(deps: PtaDeps): VisitRoute[] {
  return [
    { method: 'get', path: '/pta/new', may: makers, handle: (exchange) => Promise.resolve(showNew(exchange, {}, {})) },
    { method: 'post', path: '/pta/new', may: makers, handle: (exchange) => makeNew(deps, exchange) },
    { method: 'get', path: '/pta/:line/component', may: makers, handle: (exchange) => showComponent(deps, exchange) },
    { method: 'post', path: '/pta/:line/component', may: makers, handle: (exchange) => save(deps, exchange) },
    {
      method: 'post',
      path: '/pta/:line/component/remove',
      may: makers,
      handle: (exchange) => removeOne(deps, exchange),
    },
    ...adoptRoutes(deps),
  ];
}

function showNew(exchange: VisitExchange, form: ComponentForm, errors: ReturnType<typeof errorsOf>): void {
  exchange.page(NewPtaPage({ ...pageProps(exchange), form, errors }));
}

async function makeNew(deps: PtaDeps, exchange: VisitExchange): Promise<void> {
  const form = NewPtaForm.parse(exchange.req.body) as ComponentForm;
  const { row, complaints } = readPtaRow(cellsOf(form));
  if (!row) {
    exchange.res.status(422);
    return showNew(exchange, form, errorsOf(complaints));
  }
  const { cohort, leerweg, schoolYear } = row;
  const subject = { code: row.subjectCode, title: row.subjectTitle };
  const outline = { cohort, leerweg, schoolYear, subject, components: [componentOf(row)] };
  const { line } = await draftPta(deps, { school: exchange.visit.school, actor: exchange.visit.person, outline });
  exchange.res.redirect(303, exchange.url(`/pta/${line}`));
}

async function showComponent(deps: PtaDeps, exchange: VisitExchange): Promise<void> {
  const { current } = await lineAt(deps.store, exchange);
  const code = z.string().optional().catch(undefined).parse(exchange.req.query.code);
  const component = current.components.find((candidate) => candidate.code === code);
  const form = component ? toForm(component) : {};
  exchange.page(componentPage(exchange, current, { form, errors: {}, ...(component && { replaces: component.code }) }));
}

async function save(deps: PtaDeps, exchange: VisitExchange): Promise<void> {
  const { visit, req, res, text } = exchange;
  const { current } = await lineAt(deps.store, exchange);
  const { replaces, ...typed } = SavedComponent.parse(req.body);
  const form = typed as ComponentForm;
  const kept = { form, ...(replaces !== undefined && { replaces }) };
  const { row, complaints } = readPtaRow(cellsOf({ ...form, ...outlineCells(current) }));
  if (!row) {
    res.status(422);
    return exchange.page(componentPage(exchange, current, { ...kept, errors: errorsOf(complaints) }));
  }
  const component = componentOf(row);
  const taken = current.components.some(({ code }) => code === component.code && code !== replaces);
  if (taken) {
    res.status(422);
    return exchange.page(componentPage(exchange, current, { ...kept, errors: { component: 'duplicate-component' } }));
  }
  const edit = {
    school: visit.school,
    actor: visit.person,
    line: current.line,
    component,
    ...(replaces !== undefined && { replaces }),
  };
  const refused = await refusalOf('pta/component-has-grades', () => saveComponent(deps, edit));
  if (!refused) return res.redirect(303, exchange.url(`/pta/${current.line}`));
  res.status(422);
  exchange.page(componentPage(exchange, current, { ...kept, errors: {}, problem: text(`problem.${refused}`) }));
}

const Removed = z.strictObject({ code: z.string().max(100) });

async function removeOne(deps: PtaDeps, exchange: VisitExchange): Promise<void> {
  const { visit, req, res } = exchange;
  const { current } = await lineAt(deps.store, exchange);
  const { code } = Removed.parse(req.body);
  await removeComponent(deps, { school: visit.school, actor: visit.person, line: current.line, code });
  res.redirect(303, exchange.url(`/pta/${current.line}`));
}

type Shown = Pick<ComponentPageProps, 'form' | 'errors' | 'replaces' | 'problem'>;

function componentPage(exchange: VisitExchange, current: { line: string; subject: { title: string } }, shown: Shown) {
  return ComponentPage({ ...pageProps(exchange), line: current.line, subject: current.subject.title, ...shown });
}

function cellsOf(form: ComponentForm): (column: PtaColumn) => string {
  return (column) => form[column] ?? '';
}

/** The refusal that the form can show beside what was typed; others end the request. */
async function refusalOf<C extends ProblemCode>(code: C, work: () => Promise<unknown>): Promise<C | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (!isProblem(error, code)) throw error;
    return code;
  }
}
