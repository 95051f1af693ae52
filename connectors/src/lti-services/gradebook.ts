import type {
  Gradebook,
  GradebookColumn,
  PutOutcome,
  ReadOutcome,
  Score,
} from '@buitenboord/shared/ports/gradebook.js';
import { isProblem } from '@buitenboord/shared/problem.js';
import { parseJson } from '@buitenboord/shared/runtime/fetch-json.js';
import type { OutboundRequest } from '@buitenboord/shared/runtime/fetch-json.js';
import type { TokenDeps } from './access-tokens.js';
import { pagesOf } from './pages.js';
import { habitsOf } from './platforms.js';
import { isOffered } from './scope.js';
import type { ServiceCall } from './service-call.js';
import { pathBeforeQuery, withQuery } from './service-url.js';
import { toFailure, toPutOutcome, toReadRefusal } from './to-outcome.js';
import { toScoreBody } from './to-score.js';
import { mediaTypes, Results, scopes } from './wire.js';

type GradebookDeps = Pick<TokenDeps, 'now' | 'platformOf'> & { call: ServiceCall };

/** The gradebook of an LMS by Assignment and Grade Services 2.0. Every answer has an outcome; only mistakes of ours are thrown. */
export function createGradebook(deps: GradebookDeps): Gradebook {
  return {
    put: (column, score, at) => put(deps, column, score, at).catch(putFailure),
    read: (column, subject) => read(deps, column, subject).catch(readFailure),
  };
}

async function put(deps: GradebookDeps, column: GradebookColumn, score: Score, at: Date): Promise<PutOutcome> {
  const { school, platform, lineItem, deployment } = column;
  if (!isOffered(column, scopes.score)) return { kind: 'refused', reason: 'access-refused', detail: 'no scope: score' };
  const habits = habitsOf(await deps.platformOf(school, platform));
  const request: OutboundRequest = {
    url: pathBeforeQuery(lineItem, 'scores'),
    method: 'POST',
    headers: { 'content-type': mediaTypes.score },
    body: JSON.stringify(toScoreBody(score, at, habits)),
  };
  const answer = await deps.call({ school, platform, deployment, scope: scopes.score }, request);
  return toPutOutcome(answer, habits, deps.now());
}

async function read(deps: GradebookDeps, column: GradebookColumn, subject: string): Promise<ReadOutcome> {
  const { school, platform, lineItem, deployment } = column;
  if (!isOffered(column, scopes.result)) return { kind: 'unreadable', detail: 'no scope: result.readonly' };
  const { filtersResults } = habitsOf(await deps.platformOf(school, platform));
  // Never a limit: any limit makes Moodle 4.5 answer 404. One person's result is one row anyway.
  const url = withQuery(pathBeforeQuery(lineItem, 'results'), { user_id: filtersResults ? subject : undefined });
  const first = { url, headers: { accept: mediaTypes.results } };
  for await (const answer of pagesOf(deps, { school, platform, deployment, scope: scopes.result }, first)) {
    if (answer.status !== 200) return toReadRefusal(answer, deps.now());
    const result = parseJson(answer.text, Results).find(({ userId }) => userId === subject);
    if (result) {
      const { resultScore, resultMaximum = 1, comment } = result;
      return { kind: 'found', value: toTenths(resultScore ?? undefined, resultMaximum), comment };
    }
  }
  return { kind: 'found', value: undefined, comment: undefined };
}

/** Whole tenths come back as such: platforms keep five decimals, and a grade that was typed by hand keeps its hundredths. */
function toTenths(score: number | undefined, maximum: number): number | undefined {
  return score === undefined ? undefined : Math.round((score / maximum) * 100_000) / 1000;
}

function putFailure(error: unknown): PutOutcome {
  if (isProblem(error) && error.code.startsWith('platform/')) return toFailure(error);
  throw error;
}

/** Reading twice does no harm, so that "unsure" is only "later". What we may not see is no failure: the score itself may still go. */
function readFailure(error: unknown): ReadOutcome {
  if (isProblem(error, 'platform/scope-refused')) return { kind: 'unreadable', detail: error.code };
  if (!isProblem(error) || !error.code.startsWith('platform/')) throw error;
  const failure = toFailure(error);
  return failure.kind === 'unsure' ? { ...failure, kind: 'later' } : failure;
}
