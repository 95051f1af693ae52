import { lineItemUrl } from './addresses.js';
import { itemOf } from './ags-line-items.js';
import { visibleScore } from './gradebook.js';
import { MoodleError } from './moodle-error.js';
import { phpJson } from './php-json.js';
import { scope } from './scopes.js';
import type { Answer, Call, Resource } from './service.js';
import { localTime } from './site-clock.js';
import type { Grade, GradeItem } from './site.js';

const format = 'application/vnd.ims.lis.v2.resultcontainer+json';

/** Assignment and Grade Services 2.0: what stands in a column, the teacher's own changes included. */
export const results: Resource = {
  path: /^\/([^/]+)\/lineitems\/([^/]+)\/lineitem\/results$/,
  formats: [format],
  methods: { GET: { scopes: [scope.results], answer: list } },
};

function list(call: Call): Answer {
  const item = itemOf(call);
  // A bug of this Moodle version: asking for pages ends on the error page.
  if (call.query.has('limit')) throw new MoodleError('Exception - Call to a member function out() on null');
  const userId = call.query.get('user_id');
  const found = call.site.state.grades
    .filter((grade) => grade.itemId === item.id && visibleScore(grade) !== null)
    .filter((grade) => !userId || grade.userId === userId);
  return { status: 200, type: format, body: phpJson(found.map((grade) => toWire(call, item, grade))) };
}

function toWire({ site, tool }: Call, item: GradeItem, grade: Grade) {
  return {
    id: `${lineItemUrl(site, item, tool, '/results')}&user_id=${grade.userId}`,
    userId: grade.userId,
    resultScore: visibleScore(grade),
    resultMaximum: item.maximum,
    ...(grade.comment === undefined ? {} : { comment: grade.comment }),
    scoreOf: lineItemUrl(site, item, tool),
    timestamp: localTime(grade.at ?? Math.floor(site.now().getTime() / 1000)),
  };
}
