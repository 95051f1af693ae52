import { itemOf } from './ags-line-items.js';
import { applyScore, gradeFor, type IncomingScore } from './gradebook.js';
import { scope } from './scopes.js';
import {
  badGateway,
  courseOf,
  isNumeric,
  parseObject,
  ServiceRefusal,
  type Answer,
  type Call,
  type Resource,
} from './service.js';
import { parseTimestamp } from './site-clock.js';
import { enrolmentOf } from './site.js';
import type { Course } from './seed.js';

const format = 'application/vnd.ims.lis.v1.score+json';

/** Assignment and Grade Services 2.0: scores coming in. */
export const scores: Resource = {
  path: /^\/([^/]+)\/lineitems\/([^/]+)\/lineitem\/scores$/,
  formats: [format],
  methods: { POST: { scopes: [scope.score], answer: receive } },
};

/** The body of a refusal is an empty list; the reason is only in the status line. */
const refuse = (status: number, reason?: string) =>
  new ServiceRefusal(status, reason, { status, ...(reason === undefined ? {} : { reason }), type: format, body: '[]' });

/** 200 with an empty body, where the standard would have 204. */
function receive(call: Call): Answer {
  const { site } = call;
  const item = itemOf(call);
  const score = parseScore(call.body, courseOf(call));
  const outcome = applyScore(item, gradeFor(site, item.id, score.userId), score);
  switch (outcome) {
    case 'earlier':
      throw refuse(409, `Refusing score with an earlier timestamp for item ${item.id} and user ${score.userId}`);
    case 'locked':
      throw refuse(500);
    case 'stored':
      site.save();
      return { status: 200, type: format, body: '' };
    case 'overridden':
      return { status: 200, type: format, body: '' };
  }
}

function parseScore(body: string, course: Course): IncomingScore {
  const sent = parseObject(body);
  const at = typeof sent.timestamp === 'string' ? parseTimestamp(sent.timestamp) : undefined;
  if (at === undefined || !isComplete(sent)) throw incorrect(body);
  const userId = String(sent.userId);
  if (!isNumeric(sent.userId)) throw badGateway();
  // Suspended students do get their grade; staff and strangers don't.
  if (enrolmentOf(course, userId)?.role !== 'student') throw incorrect(body);
  const counts = sent.gradingProgress === 'FullyGraded' && isNumeric(sent.scoreGiven);
  return {
    userId,
    at,
    ...(counts ? { given: { score: Number(sent.scoreGiven), maximum: Number(sent.scoreMaximum) } } : {}),
    ...(typeof sent.comment === 'string' ? { comment: sent.comment } : {}),
  };
}

const incorrect = (body: string) => refuse(400, `Incorrect score received${body}`);

/** Which values the progress fields have is not looked at. */
function isComplete({
  userId,
  activityProgress,
  gradingProgress,
  scoreGiven,
  scoreMaximum,
}: Readonly<Record<string, unknown>>) {
  const present = (value: unknown) => value !== undefined && value !== null;
  if (![userId, activityProgress, gradingProgress].every(present)) return false;
  if (!present(scoreGiven)) return true;
  return isNumeric(scoreGiven) && isNumeric(scoreMaximum);
}
