import type { SmallAnswer } from './small-server.js';
import { pageOf, refusal, type Asked } from './standard-lms-asked.js';

/** A score as it was taken, and for which item. */
export type LmsScore = Record<string, unknown> & { item: string; userId: string; timestamp: string };

interface Gradebook {
  items: ReadonlyMap<string, unknown>;
  overrides: ReadonlyMap<string, number>;
  pageSize: number;
}

const scoreFormat = 'application/vnd.ims.lis.v1.score+json';
const resultsFormat = 'application/vnd.ims.lis.v2.resultcontainer+json';
const progress = ['Initialized', 'Started', 'InProgress', 'Submitted', 'Completed'];
const grading = ['FullyGraded', 'Pending', 'PendingManual', 'Failed', 'NotReady'];
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+(Z|[+-]\d\d:\d\d)$/u;

/** AGS 2.0 §3.3 and §3.4. */
export function createScores() {
  const taken: LmsScore[] = [];

  function answer(lms: Gradebook, asked: Asked): SmallAnswer {
    const { url, request } = asked;
    const item = new URL(url);
    item.pathname = item.pathname.replace(/\/(scores|results)$/u, '');
    for (const name of ['user_id', 'limit', 'from']) item.searchParams.delete(name);
    if (!lms.items.has(item.href)) return { status: 404 };
    return request.method === 'POST' ? take(asked, item.href) : results(lms, asked, item.href);
  }

  function take(asked: Asked, item: string): SmallAnswer {
    const refused = refusal(asked, ['https://purl.imsglobal.org/spec/lti-ags/scope/score'], scoreFormat);
    if (refused) return refused;
    const sent = JSON.parse(asked.request.body) as LmsScore;
    if (!isScore(sent)) return { status: 400 };
    const last = taken.findLast((score) => score.item === item && score.userId === sent.userId);
    if (last && Date.parse(last.timestamp) >= Date.parse(sent.timestamp)) return { status: 409 };
    taken.push({ ...sent, item });
    return { status: 204 };
  }

  function results(lms: Gradebook, asked: Asked, item: string): SmallAnswer {
    const refused = refusal(asked, ['https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly'], resultsFormat);
    if (refused) return refused;
    const wanted = asked.url.searchParams.get('user_id');
    const users = [
      ...new Set([
        ...taken.filter((score) => score.item === item).map(({ userId }) => userId),
        ...lms.overrides.keys(),
      ]),
    ];
    const found = users
      .filter((user) => wanted === null || user === wanted)
      .map((user) =>
        resultOf(
          lms,
          taken.findLast((score) => score.item === item && score.userId === user),
          { item, user },
        ),
      );
    const { part, headers } = pageOf(asked.url, found, lms.pageSize);
    return { headers, body: JSON.stringify(part) };
  }

  return { taken, answer };
}

/** The maximum is left out when it is 1, which is what leaving it out means (§3.3.4.6). */
function resultOf(
  { overrides }: Gradebook,
  score: LmsScore | undefined,
  { item, user }: { item: string; user: string },
) {
  const given = score?.scoreGiven as number | undefined;
  const own = given === undefined ? null : given / (score?.scoreMaximum as number);
  return {
    id: `${item}/results/${user}`,
    scoreOf: item,
    userId: user,
    resultScore: overrides.get(user) ?? own,
    ...(score?.comment !== undefined && { comment: score.comment }),
  };
}

function isScore(sent: LmsScore): boolean {
  const { userId, timestamp, activityProgress, gradingProgress, scoreGiven, scoreMaximum, submission = {} } = sent;
  const { startedAt, submittedAt } = submission as Record<string, string | undefined>;
  const moments = [timestamp, startedAt, submittedAt].filter((each) => each !== undefined);
  const given = scoreGiven === undefined || (Number(scoreGiven) >= 0 && Number(scoreMaximum) > 0);
  return (
    typeof userId === 'string' &&
    progress.includes(String(activityProgress)) &&
    grading.includes(String(gradingProgress)) &&
    given &&
    moments.every((each) => moment.test(each)) &&
    !(startedAt && submittedAt && startedAt > submittedAt)
  );
}
