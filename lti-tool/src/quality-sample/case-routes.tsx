import { z } from 'zod';
import { dutchDay } from '@buitenboord/shared/domain/pta/school-year.js';
import { isProblem, type ProblemCode } from '@buitenboord/shared/problem.js';
import { caseView } from '@buitenboord/shared/use-cases/quality-sample/case-view.js';
import { decideCase } from '@buitenboord/shared/use-cases/quality-sample/decide-case.js';
import { finishFollowUp, keepFollowUp } from '@buitenboord/shared/use-cases/quality-sample/follow-up.js';
import { giveSecondJudgement } from '@buitenboord/shared/use-cases/quality-sample/give-second-judgement.js';
import { recordSchoolWork } from '@buitenboord/shared/use-cases/quality-sample/record-school-work.js';
import { valueOf } from '../grade/settle-form.js';
import type { VisitExchange, VisitRoute } from '../web/routes.js';
import { DecideForm, FollowUpForm, JudgeForm, SchoolWorkForm } from './case-forms.js';
import { CasePage } from './case-page.js';
import { mayDraw, scopeOf, type SampleDeps } from './sample-deps.js';

const drawers = ['teacher', 'examSecretary'] as const;
const assessors = ['teacher', 'examiner'] as const;
const all = ['teacher', 'examSecretary', 'examiner'] as const;
const path = '/sample-cases/:case';

type Step = (deps: SampleDeps, exchange: VisitExchange, address: Address) => Promise<void>;
type Address = ReturnType<typeof addressOf>;

/** One case: at school, the second judgement, the decision, the follow-up. */
export function caseRoutes(deps: SampleDeps): VisitRoute[] {
  const post = (step: string, may: VisitRoute['may'], take: Step): VisitRoute => ({
    ...{ method: 'post', path: `${path}${step}` as const, may },
    handle: (exchange) => takeStep(deps, exchange, take),
  });
  return [
    { method: 'get', path, may: all, handle: (exchange) => show(deps, exchange) },
    post('/school-work', all, keepSchoolWork),
    post('/judgement', assessors, judge),
    post('/decision', drawers, decide),
    post('/follow-up', drawers, follow),
    post('/follow-up/done', drawers, finish),
  ];
}

function addressOf(exchange: VisitExchange) {
  const id = z
    .string()
    .regex(/^[\w-]{1,64}$/u)
    .parse(exchange.req.params.case);
  return { ...scopeOf(exchange), id, by: exchange.visit.person };
}

async function show(deps: SampleDeps, exchange: VisitExchange, error?: ProblemCode): Promise<void> {
  const { visit, grants, text, url, formToken, page, req } = exchange;
  const { by: person, ...address } = addressOf(exchange);
  const typed = JudgeForm.partial()
    .catch({})
    .parse(error ? req.body : {});
  page(
    CasePage({
      text,
      back: url('/samples'),
      url: url(`/sample-cases/${address.id}`),
      formToken,
      view: await caseView(deps.store, { ...address, person }),
      mayJudge: visit.roles.includes('teacher') || grants.has('examiner'),
      mayDecide: mayDraw(exchange),
      today: dutchDay(deps.now()),
      typed,
      error,
    }),
  );
}

/** Refusals that belong on the page of the case, with what was typed. */
const onThePage: readonly ProblemCode[] = [
  'grade/not-a-grade',
  'grade/wrong-scale',
  'grade/changed-meanwhile',
  'grade/rounding-not-chosen',
  'sample/not-blind',
  'sample/no-school-work',
  'sample/reason-needed',
  'sample/not-judged',
];

async function takeStep(deps: SampleDeps, exchange: VisitExchange, take: Step): Promise<void> {
  const address = addressOf(exchange);
  try {
    await take(deps, exchange, address);
  } catch (error) {
    if (!isProblem(error) || !onThePage.includes(error.code)) throw error;
    exchange.res.status(422);
    return show(deps, exchange, error.code);
  }
  exchange.res.redirect(303, exchange.url(`/sample-cases/${address.id}`));
}

async function keepSchoolWork(deps: SampleDeps, { req }: VisitExchange, address: Address): Promise<void> {
  await recordSchoolWork(deps, { ...address, ...SchoolWorkForm.parse(req.body) });
}

async function judge(deps: SampleDeps, { req }: VisitExchange, address: Address): Promise<void> {
  const form = JudgeForm.parse(req.body);
  await giveSecondJudgement(deps, { ...address, value: valueOf(form), remark: form.remark });
}

async function decide(deps: SampleDeps, { req }: VisitExchange, address: Address): Promise<void> {
  const { decision, reason, seenRevision, ...form } = DecideForm.parse(req.body);
  const adjustTo = decision === 'adjust' ? valueOf(form) : undefined;
  await decideCase(deps, { ...address, ...(adjustTo && { adjustTo }), reason, seenRevision });
  deps.wakeWorker();
}

async function follow(deps: SampleDeps, { req }: VisitExchange, address: Address): Promise<void> {
  await keepFollowUp(deps, { ...address, ...FollowUpForm.parse(req.body) });
}

async function finish(deps: SampleDeps, _exchange: VisitExchange, address: Address): Promise<void> {
  await finishFollowUp(deps, address);
}
