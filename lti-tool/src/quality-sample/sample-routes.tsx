import { z } from 'zod';
import { newReference } from '@buitenboord/shared/ids.js';
import { isProblem, Problem } from '@buitenboord/shared/problem.js';
import { courses } from '@buitenboord/shared/store/collections.js';
import { drawQualitySample } from '@buitenboord/shared/use-cases/quality-sample/draw-quality-sample.js';
import { exportSample } from '@buitenboord/shared/use-cases/quality-sample/export-sample.js';
import { casesOf, getSample } from '@buitenboord/shared/use-cases/quality-sample/get-case.js';
import { caseLines, sampleOverview } from '@buitenboord/shared/use-cases/quality-sample/sample-overview.js';
import type { VisitExchange, VisitRoute } from '../web/routes.js';
import { caseRoutes } from './case-routes.js';
import { DrawForm, readMethod, type WrongField } from './draw-form.js';
import type { CourseChoice, DrawSectionProps } from './draw-section.js';
import { drawableComponents } from './drawable-components.js';
import { mayDraw, scopeOf, type SampleDeps } from './sample-deps.js';
import { SamplePage } from './sample-page.js';
import { SamplesPage } from './samples-page.js';

const drawers = ['teacher', 'examSecretary'] as const;

/** Quality samples: draw, look, take the file for an inspector; and the cases in them. */
export function sampleRoutes(deps: SampleDeps): VisitRoute[] {
  return [
    {
      method: 'get',
      path: '/samples',
      may: [...drawers, 'examiner'],
      handle: (exchange) => show(deps, exchange, { typed: {} }),
    },
    { method: 'post', path: '/samples', may: drawers, handle: (exchange) => draw(deps, exchange) },
    { method: 'get', path: '/samples/:sample', may: drawers, handle: (exchange) => showOne(deps, exchange) },
    { method: 'get', path: '/samples/:sample/export', may: drawers, handle: (exchange) => download(deps, exchange) },
    ...caseRoutes(deps),
  ];
}

const Id = z.string().regex(/^[\w-]{1,64}$/u);

interface Drawing {
  typed: Partial<DrawForm>;
  wrong?: WrongField;
  error?: string;
}

async function show(deps: SampleDeps, exchange: VisitExchange, drawing: Drawing): Promise<void> {
  const { text, url, page } = exchange;
  const draw = mayDraw(exchange) ? await drawSection(deps, exchange, drawing) : undefined;
  page(
    SamplesPage({
      text,
      back: url('/'),
      url: url('/samples'),
      casesUrl: url('/sample-cases'),
      overview: await sampleOverview(deps, scopeOf(exchange)),
      ...(draw && { draw }),
      error: drawing.error,
    }),
  );
}

async function drawSection(
  { store }: SampleDeps,
  exchange: VisitExchange,
  { typed, wrong }: Drawing,
): Promise<DrawSectionProps> {
  const { visit, req, text, url, formToken, grants } = exchange;
  const choices = grants.has('examSecretary') ? await coursesOf(exchange, { store }) : [];
  const asked = typed.course ?? Id.safeParse(req.query.course).data;
  const course = choices.find(({ id }) => id === asked)?.id ?? visit.course;
  return {
    ...{ text, formToken, course, courses: choices, typed, wrong },
    url: url('/samples'),
    components: course === undefined ? [] : await drawableComponents(store, visit.school, course),
    seed: newReference(),
  };
}

async function coursesOf({ visit }: VisitExchange, { store }: Pick<SampleDeps, 'store'>): Promise<CourseChoice[]> {
  const found: CourseChoice[] = [];
  const where = { school: visit.school };
  for await (const { id, title, label } of store.each(courses, { where })) found.push({ id, title, label });
  return found.sort((one, other) => one.title.localeCompare(other.title, 'nl'));
}

async function draw(deps: SampleDeps, exchange: VisitExchange): Promise<void> {
  const { req, res, visit, url, text } = exchange;
  const typed = DrawForm.parse(req.body);
  const read = readMethod(typed);
  if (read.kind === 'wrong') {
    res.status(422);
    return show(deps, exchange, { typed, wrong: read.field, error: text('sample.field.wrong') });
  }
  try {
    const from = await populationScope(deps, exchange, typed);
    const { component, seed } = typed;
    const id = await drawQualitySample(deps, { ...from, component, method: read.method, seed, by: visit.person });
    res.redirect(303, url(`/samples/${id}`));
  } catch (error) {
    if (!isProblem(error, 'sample/nothing-to-draw')) throw error;
    res.status(422);
    await show(deps, exchange, { typed, error: text('problem.sample/nothing-to-draw') });
  }
}

/** A teacher draws from her course; the exam secretary from the course that she chose, or from the whole school. */
async function populationScope(
  { store }: SampleDeps,
  { visit, grants }: VisitExchange,
  { course: asked, wholeSchool }: DrawForm,
): Promise<{ school: string; course?: string }> {
  const { school } = visit;
  const isSecretary = grants.has('examSecretary');
  if (isSecretary && wholeSchool) return { school };
  const course = isSecretary ? (asked ?? visit.course) : visit.course;
  if (course === undefined || !(await store.get(courses, { school, id: course })))
    throw new Problem('launch/no-course', { visit: visit.id });
  return { school, course };
}

async function showOne({ store }: SampleDeps, exchange: VisitExchange): Promise<void> {
  const { req, text, url, page } = exchange;
  const scope = scopeOf(exchange);
  const sample = await getSample(store, { ...scope, id: Id.parse(req.params.sample) });
  const cases = await caseLines(store, await casesOf(store, scope.school, sample.id));
  page(SamplePage({ text, url: url(`/samples/${sample.id}`), casesUrl: url('/sample-cases'), sample, cases }));
}

async function download(deps: SampleDeps, exchange: VisitExchange): Promise<void> {
  const { req, res, visit } = exchange;
  const id = Id.parse(req.params.sample);
  const exported = await exportSample(deps, { ...scopeOf(exchange), id, by: visit.person });
  res.set('Cache-Control', 'no-store');
  res.set('Content-Security-Policy', "default-src 'none'; sandbox");
  res.attachment('quality-sample.json');
  res.type('application/json').send(`${JSON.stringify(exported, null, 2)}\n`);
}
