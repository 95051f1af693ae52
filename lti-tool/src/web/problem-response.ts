import type { ErrorRequestHandler, Request, Response } from 'express';
import type { Log } from '@buitenboord/shared/runtime/log.js';
import { ZodError } from 'zod';
import { Problem } from '@buitenboord/shared/problem.js';
import { localeFrom, textIn, type Locale } from '@buitenboord/shared/text/text.js';
import { ErrorPage } from './error-page.js';
import { setPagePolicy } from './headers.js';
import { renderPage } from './layout.js';
import { referenceOf } from './mount-routes.js';
import { statusOf } from './problem-status.js';
import { sendHtml } from './send.js';

/** Turns whatever was thrown into an answer: a sentence, a status, an id that is in the log. What is no refusal is a bug and says so in the log only. */
export function answerProblems(log: Log): ErrorRequestHandler {
  return (thrown: unknown, req, res, next) => {
    const problem = toProblem(thrown);
    const reference = referenceOf(res);
    if (problem) log.refused({ reference, route: routeOf(req), code: problem.code, facts: problem.facts });
    else log.failed({ reference, route: routeOf(req), error: thrown });
    if (res.headersSent) return next(thrown);
    const locale =
      (res.locals.locale as Locale | undefined) ?? localeFrom(req.acceptsLanguages('nl', 'en') || undefined);
    const status = problem ? statusOf(problem.code) : 500;
    res.status(status);
    if (req.accepts('html', 'json') === 'json') return sendJson(res, locale, problem, reference);
    sendPage(res, locale, problem, reference);
  };
}

function sendPage(res: Response, locale: Locale, problem: Problem | undefined, reference: string): void {
  const text = textIn(locale);
  const sentence = sentenceOf(locale, problem);
  setPagePolicy(res, { framedBy: (res.locals.framedBy as string[] | undefined) ?? askedFrom(res.req) });
  const advice = adviceOf(locale, problem);
  sendHtml(res, renderPage(ErrorPage({ text, sentence, advice, reference, code: problem?.code ?? 'unexpected' })));
}

/**
 * A launch that fails must still say so inside the LMS, also in one that isn't registered: who asked may frame the answer. There is nothing on it but a
 * sentence: no data, no button.
 */
function askedFrom(req: Request): string[] {
  const from = req.headers.origin ?? req.headers.referer ?? '';
  if (!URL.canParse(from)) return [];
  const { protocol, origin } = new URL(from);
  return protocol === 'https:' || protocol === 'http:' ? [origin] : [];
}

function sendJson(res: Response, locale: Locale, problem: Problem | undefined, reference: string): void {
  res.json({
    problem: problem?.code ?? 'unexpected',
    sentence: sentenceOf(locale, problem),
    reference,
    // The upload script goes on from the offset in them; ids and hosts of other refusals stay in the log.
    ...(problem?.code.startsWith('evidence/') && { facts: problem.facts }),
  });
}

function sentenceOf(locale: Locale, problem: Problem | undefined): string {
  const text = textIn(locale);
  return problem ? text(`problem.${problem.code}`) : text('problem.unexpected');
}

/** An administrator of the LMS who tries the tool for the first time is told what is missing (LTI Core §3.1.3). */
function adviceOf(locale: Locale, problem: Problem | undefined): string | undefined {
  if (problem?.code !== 'launch/unknown-deployment' || problem.facts.administrator !== true) return undefined;
  return textIn(locale)('problem.advice.deployment', { deployment: String(problem.facts.deployment) });
}

function routeOf(req: { method: string; route?: unknown }): string {
  const path = (req.route as { path?: unknown } | undefined)?.path;
  return `${req.method} ${typeof path === 'string' ? path : '-'}`;
}

/** A refusal as it is; a schema's complaint and a body reader's become refusals with a sentence; anything else is a bug. */
function toProblem(thrown: unknown): Problem | undefined {
  if (thrown instanceof Problem) return thrown;
  if (thrown instanceof ZodError) {
    return new Problem(
      'request/bad-input',
      { fields: thrown.issues.map(({ path }) => path.join('.')).join(' ') },
      { cause: thrown },
    );
  }
  const type = (thrown as { type?: unknown } | undefined)?.type;
  if (type === 'entity.too.large' || type === 'parameters.too.many') return new Problem('request/too-large');
  if (
    typeof type === 'string' &&
    (type.startsWith('entity.') || type.startsWith('encoding.') || type.startsWith('charset.'))
  ) {
    return new Problem('request/unsupported-type');
  }
  if (thrown instanceof URIError) return new Problem('request/not-found');
  return undefined;
}
