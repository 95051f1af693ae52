import { z } from 'zod';
import { fileKinds } from '@buitenboord/shared/domain/evidence/limits.js';
import { isProblem, Problem } from '@buitenboord/shared/problem.js';
import { addFile } from '@buitenboord/shared/use-cases/evidence/add-file.js';
import { viewAssessment } from '@buitenboord/shared/use-cases/assessment/view-assessment.js';
import { handIn } from '@buitenboord/shared/use-cases/evidence/hand-in.js';
import { markRead } from '@buitenboord/shared/use-cases/evidence/mark-read.js';
import { removeEvidence } from '@buitenboord/shared/use-cases/evidence/remove-evidence.js';
import { saveDraft } from '@buitenboord/shared/use-cases/evidence/save-draft.js';
import { takeBack } from '@buitenboord/shared/use-cases/evidence/take-back.js';
import { viewWork } from '@buitenboord/shared/use-cases/evidence/view-work.js';
import { findCareerOfActivity } from '@buitenboord/shared/use-cases/lob/find-career-of-activity.js';
import { findShownPlan } from '../placement/find-shown-plan.js';
import { isFormToken } from '../web/form-token.js';
import type { VisitExchange, VisitRoute } from '../web/routes.js';
import type { EvidenceDeps } from './evidence-deps.js';
import { placeOfVisit } from './place-of-visit.js';
import { readMultipart } from './read-multipart.js';
import { sameLines, textMark } from './text-mark.js';
import { WorkPage } from './work-page.js';
import { propsOfWork } from './props-of-work.js';

const maxText = 20_000;
const EvidenceId = z.string().regex(/^[\w-]{1,64}$/u);
/** Every button of the page sends the text along: whatever is pressed, nothing typed is lost. Names of chosen files are left out. */
const Typed = z.object({ text: z.string().optional(), textWas: z.string().max(64).optional() });
type Typed = z.infer<typeof Typed>;
const Read = z.object({ step: z.enum(['task', 'safety']) });
const Query = z.object({
  refused: z
    .string()
    .regex(/^evidence\/[a-z-]+$/u)
    .optional()
    .catch(undefined),
});

/** The student's page and its buttons. */
export function workRoutes(deps: EvidenceDeps): VisitRoute[] {
  return [
    {
      method: 'get',
      path: '/work',
      may: ['student'],
      async handle(exchange) {
        const { refused } = Query.parse(exchange.req.query);
        const view = await viewWork(deps, placeOfVisit(exchange.visit));
        const planned = await findShownPlan(deps, { activity: view.activity, student: view.work.student });
        const career = await findCareerOfActivity(deps.store, view.activity, view.work.student);
        const assessment = await viewAssessment(deps.store, view.activity, view.work);
        exchange.page(<WorkPage {...propsOfWork(view, exchange, { refused, planned, career, assessment })} />);
      },
    },
    button(deps, '/work/read', ({ req, visit }) => markRead(deps, placeOfVisit(visit), Read.parse(req.body).step)),
    button(deps, '/work/hand-in', ({ visit }) => handIn(deps, placeOfVisit(visit))),
    button(deps, '/work/take-back', ({ visit }) => takeBack(deps, placeOfVisit(visit))),
    button(deps, '/evidence/:id/remove', ({ req, visit }) =>
      removeEvidence(deps, placeOfVisit(visit), EvidenceId.parse(req.params.id)),
    ),
    draftRoute(deps),
    filesRoute(deps),
  ];
}

// A button saves what was typed, does its work, and goes back to the page, also with a refusal: there is the text, and what to do next.
function button(
  deps: EvidenceDeps,
  path: `/${string}`,
  press: (exchange: VisitExchange) => Promise<unknown>,
): VisitRoute {
  return {
    method: 'post',
    path,
    may: ['student'],
    handle: (exchange) =>
      backToPage(exchange, async () => {
        await keepText(deps, exchange, Typed.parse(exchange.req.body));
        await press(exchange);
      }),
  };
}

async function backToPage(exchange: VisitExchange, work: () => Promise<unknown>): Promise<void> {
  const { res, url } = exchange;
  try {
    await work();
    res.redirect(303, url('/work'));
  } catch (error) {
    if (!isProblem(error) || !error.code.startsWith('evidence/')) throw error;
    res.redirect(303, url(`/work?refused=${encodeURIComponent(error.code)}`));
  }
}

async function keepText(
  deps: EvidenceDeps,
  { visit }: VisitExchange,
  { text, textWas }: Typed,
): Promise<string | undefined> {
  if (text === undefined || textMark(text) === textWas) return undefined;
  const typed = sameLines(text);
  if (typed.length > maxText) throw new Problem('request/too-large', { length: typed.length });
  return (await saveDraft(deps, placeOfVisit(visit), typed)).savedAt;
}

/** Saves the text: for the page's script with an answer in JSON, for a form with the page. */
function draftRoute(deps: EvidenceDeps): VisitRoute {
  return {
    method: 'post',
    path: '/work/draft',
    may: ['student'],
    async handle(exchange) {
      const { req, res } = exchange;
      const typed = Typed.parse(req.body);
      if (req.accepts(['html', 'json']) !== 'json') return backToPage(exchange, () => keepText(deps, exchange, typed));
      const savedAt = await keepText(deps, exchange, typed);
      res.json({ savedAt: savedAt ?? null, textMark: textMark(typed.text ?? '') });
    },
  };
}

/** Files and text from a form without script. */
function filesRoute(deps: EvidenceDeps): VisitRoute {
  return {
    method: 'post',
    path: '/work/files',
    body: 'multipart',
    may: ['student'],
    handle: (exchange) => backToPage(exchange, () => takeForm(deps, exchange)),
  };
}

async function takeForm(deps: EvidenceDeps, exchange: VisitExchange): Promise<void> {
  const { req, visit } = exchange;
  const fields = new Map<string, string>();
  const insistOnToken = (): void => {
    if (!isFormToken(deps.vault, visit.id, fields.get('token')))
      throw new Problem('request/token-missing', { visit: visit.id });
  };
  let refused: unknown;
  try {
    await readMultipart(req, {
      field: (name, value) => fields.set(name, value),
      async file(name, content) {
        // The token is the form's first field: nothing is taken before it.
        insistOnToken();
        const kind = fileKinds.find((each) => each === name);
        if (!kind) throw new Problem('evidence/kind-not-asked');
        await addFile(deps, placeOfVisit(visit), { kind, content });
      },
    });
  } catch (error) {
    refused = error;
  }
  insistOnToken();
  await keepText(deps, exchange, Typed.parse({ text: fields.get('text'), textWas: fields.get('textWas') }));
  if (refused) throw refused as Error;
}
