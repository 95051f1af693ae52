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
import { habitsOf } from './platforms.js';
import type { ServiceCall } from './service-call.js';
import { pathBeforeQuery, withQuery } from './service-url.js';
import { toFailure, toPutOutcome, toReadRefusal } from './to-outcome.js';
import { toScoreBody } from './to-score.js';
import { mediaTypes, Results, scopes } from './wire.js';

type GradebookDeps = Pick<TokenDeps, 'now' | 'platformOf'> & { call: ServiceCall };

/** The gradebook of an LMS by Assignment and Grade Services 2.0. Every answer has an outcome; only mistakes of ours are thrown. */
export function createGradebook({ call, platformOf, now }: GradebookDeps): Gradebook {
  async function put(column: GradebookColumn, score: Score, at: Date): Promise<PutOutcome> {
    const { school, platform, lineItem } = column;
    const request: OutboundRequest = {
      url: pathBeforeQuery(lineItem, 'scores'),
      method: 'POST',
      headers: { 'content-type': mediaTypes.score },
      body: JSON.stringify(toScoreBody(score, at)),
    };
    const { product } = await platformOf(school, platform);
    const answer = await call({ school, platform, scope: scopes.score }, request);
    return toPutOutcome(answer, habitsOf(product), now());
  }

  async function read(column: GradebookColumn, subject: string): Promise<ReadOutcome> {
    const { school, platform, lineItem } = column;
    // Never a limit: any limit makes Moodle 4.5 answer 404. One person's result is one row anyway.
    const url = withQuery(pathBeforeQuery(lineItem, 'results'), { user_id: subject });
    const answer = await call(
      { school, platform, scope: scopes.result },
      { url, headers: { accept: mediaTypes.results } },
    );
    if (answer.status !== 200) return toReadRefusal(answer, now());
    const results = parseJson(answer.text, Results);
    const result = results.find(({ userId }) => userId === subject);
    const { resultScore, resultMaximum = 1, comment } = result ?? {};
    return { kind: 'found', value: toTenths(resultScore ?? undefined, resultMaximum), comment };
  }

  return {
    put: (column, score, at) => put(column, score, at).catch(putFailure),
    read: (column, subject) => read(column, subject).catch(readFailure),
  };
}

/** Whole tenths come back as such: platforms keep five decimals, and a grade that was typed by hand keeps its hundredths. */
function toTenths(score: number | undefined, maximum: number): number | undefined {
  return score === undefined ? undefined : Math.round((score / maximum) * 100_000) / 1000;
}

function putFailure(error: unknown): PutOutcome {
  if (isProblem(error) && error.code.startsWith('platform/')) return toFailure(error);
  throw error;
}

/** Reading twice does no harm, so that "unsure" is only "later". */
function readFailure(error: unknown): ReadOutcome {
  if (!isProblem(error) || !error.code.startsWith('platform/')) throw error;
  const failure = toFailure(error);
  return failure.kind === 'unsure' ? { ...failure, kind: 'later' } : failure;
}
