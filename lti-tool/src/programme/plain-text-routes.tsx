import { z } from 'zod';
import { audiences } from '@buitenboord/shared/domain/programme/plain-text.js';
import type { ElectiveProgramme, ElectiveSubtask } from '@buitenboord/shared/domain/programme/elective-programme.js';
import { SloId } from '@buitenboord/shared/domain/programme/programme-records.js';
import { isProblem, Problem, type ProblemCode } from '@buitenboord/shared/problem.js';
import { getElectiveProgramme } from '@buitenboord/shared/use-cases/programme/find-elective-programme.js';
import {
  plainTextsFor,
  reviewPlainText,
  writePlainTexts,
  type TextToWrite,
} from '@buitenboord/shared/use-cases/programme/plain-texts.js';
import { statusOf } from '../web/problem-status.js';
import type { VisitExchange, VisitRoute } from '../web/routes.js';
import { PlainTextPage } from './plain-text-page.js';
import { editionOf, electiveOf, type ProgrammeDeps } from './programme-exchange.js';

/** Who puts attainment targets into plain words, and reviews a colleague's. */
const writers = ['teacher', 'placementCoordinator', 'schoolAdministrator'] as const;
const path = '/programme/:elective/texts/:subtask' as const;

export function plainTextRoutes(deps: ProgrammeDeps): VisitRoute[] {
  return [
    { method: 'get', path, may: writers, handle: (exchange) => show(deps, exchange) },
    { method: 'post', path, may: writers, handle: (exchange) => save(deps, exchange) },
  ];
}

/** Fields are named `student.<uuid>` and `company.<uuid>`; the button that was pressed may name one to review. */
const fieldName = new RegExp(`^(${audiences.join('|')})\\.([0-9a-f-]{36})$`, 'u');
const Texts = z.record(z.string(), z.string().trim().max(500));
const Review = z.string().regex(fieldName).optional();

async function subtaskOf(
  { store }: ProgrammeDeps,
  exchange: VisitExchange,
): Promise<{ programme: ElectiveProgramme; subtask: ElectiveSubtask }> {
  const programme = await getElectiveProgramme(store, {
    elective: electiveOf(exchange),
    edition: await editionOf(store, exchange),
  });
  const subtask = programme.subtasks.find(({ sloId }) => sloId === exchange.req.params.subtask);
  if (!subtask) throw new Problem('request/not-found', { elective: programme.sloId });
  return { programme, subtask };
}

async function show(deps: ProgrammeDeps, exchange: VisitExchange, refused?: ProblemCode): Promise<void> {
  const { visit, req, text, url, page, formToken } = exchange;
  const { programme, subtask } = await subtaskOf(deps, exchange);
  const plain = await plainTextsFor(
    deps.store,
    visit.school,
    subtask.targets.map(({ sloId }) => sloId),
  );
  page(
    PlainTextPage({
      ...{ text, url, formToken, programme, subtask, plain },
      ...{ school: visit.school, person: visit.person },
      saved: req.query.saved === '1' && !refused,
      ...(refused && { refused }),
    }),
  );
}

async function save(deps: ProgrammeDeps, exchange: VisitExchange): Promise<void> {
  const { visit, req, res, url } = exchange;
  const { programme, subtask } = await subtaskOf(deps, exchange);
  const { review, ...fields } = req.body as Record<string, unknown>;
  const place = { school: visit.school, actor: visit.person };
  const texts = Object.entries(Texts.parse(fields)).map(([name, text]) => ({ ...fieldOf(name), text }));
  if (texts.some(({ target }) => !subtask.targets.some(({ sloId }) => sloId === target)))
    throw new Problem('request/not-found', { elective: programme.sloId });
  await writePlainTexts(deps, { ...place, texts });
  const toReview = Review.parse(review);
  try {
    if (toReview !== undefined) await reviewPlainText(deps, { ...place, ...fieldOf(toReview) });
  } catch (error) {
    if (!isProblem(error, 'programme/own-review')) throw error;
    res.status(statusOf(error.code));
    return show(deps, exchange, error.code);
  }
  res.redirect(303, url(`/programme/${programme.sloId}/texts/${subtask.sloId}?saved=1`));
}

function fieldOf(name: string): Pick<TextToWrite, 'target' | 'audience'> {
  const [, audience, target] = fieldName.exec(name) ?? [];
  return { audience: z.enum(audiences).parse(audience), target: SloId.parse(target) };
}
