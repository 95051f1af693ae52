import { lineItemsUrl, lineItemUrl } from './addresses.js';
import { addItem, changeMaximum, columnsOf, deleteItem, totalMaximum } from './gradebook.js';
import { phpJson, phpJsonWithSlashes } from './php-json.js';
import { scope } from './scopes.js';
import { badGateway, courseOf, isNumeric, notFound, pageOf, parseObject, ServiceRefusal } from './service.js';
import type { Answer, Call, Resource } from './service.js';
import { findActivity, findItem, type GradeItem } from './site.js';

const containerFormat = 'application/vnd.ims.lis.v2.lineitemcontainer+json';
const itemFormat = 'application/vnd.ims.lis.v2.lineitem+json';
const reading = [scope.items, scope.itemsReadOnly];

/** Assignment and Grade Services 2.0: the columns of a course. */
export const lineItems: Resource = {
  path: /^\/([^/]+)\/lineitems$/,
  formats: [containerFormat, itemFormat],
  methods: { GET: { scopes: reading, answer: list }, POST: { scopes: [scope.items], answer: create } },
};

/** One column. */
export const lineItem: Resource = {
  path: /^\/([^/]+)\/lineitems\/([^/]+)\/lineitem$/,
  formats: [itemFormat],
  methods: {
    GET: { scopes: reading, answer: read },
    PUT: { scopes: [scope.items], answer: replace },
    DELETE: { scopes: [scope.items], answer: remove },
  },
};

export function itemOf(call: Call): GradeItem {
  const course = courseOf(call);
  const id = call.params[1] ?? '';
  const item = findItem(call.site, id);
  if (item?.courseId !== course.id) throw notFound(`Grade item ${id}`);
  return item;
}

/** The list takes one media type and creating takes the other; a wildcard slips through the first check and fails here. */
function checkMediaType({ mediaType }: Call, expected: string): void {
  if (mediaType !== expected) throw new ServiceRefusal(400, 'No context or unsupported content type');
}

function list(call: Call): Answer {
  checkMediaType(call, containerFormat);
  const course = courseOf(call);
  const found = columnsOf(call.site, course.id).filter((item) => isAskedFor(call, item));
  const { part } = pageOf(found, call.query);
  return {
    status: 200,
    type: containerFormat,
    body: phpJson(part.map((item) => toWire(call, item))),
    headers: pageLinks(lineItemsUrl(call.site, course.id, call.tool), found, call.query),
  };
}

function isAskedFor({ tool, query }: Call, item: GradeItem): boolean {
  const agrees = (name: string, value: string | undefined) => !query.get(name) || query.get(name) === value;
  return (
    item.toolId === tool.id &&
    agrees('resource_id', item.resourceId) &&
    agrees('resource_link_id', item.linkId) &&
    agrees('tag', item.tag)
  );
}

/** Escaped as if it were HTML and quoted with curly quotes: nobody can follow these links as they are. */
function pageLinks(url: string, all: readonly GradeItem[], query: URLSearchParams): Record<string, string> {
  const { limit, from, hasMore } = pageOf(all, query);
  if (limit <= 0) return {};
  const link = (rel: string, at: number) => `<${url}&amp;limit=${limit}&amp;from=${at}>; rel=“${rel}”`;
  const links = [
    link('first', 0),
    ...(from > 0 ? [link('prev', Math.max(0, from - limit))] : []),
    link('canonical', from),
    ...(hasMore ? [link('next', from + limit)] : []),
    link('last', all.length - (all.length % limit)),
  ];
  return { Link: links.join(', ') };
}

function read(call: Call): Answer {
  return { status: 200, type: itemFormat, body: phpJson(toWire(call, itemOf(call))) };
}

function toWire({ site, tool }: Call, item: GradeItem) {
  const isTotal = item.kind === 'course-total';
  return {
    id: lineItemUrl(site, item, tool),
    label: isTotal ? null : item.label,
    scoreMaximum: isTotal ? totalMaximum(site, item.courseId) : item.maximum,
    ...(isTotal ? {} : { resourceId: item.resourceId }),
    tag: item.tag,
    ...(item.linkId === undefined ? {} : { resourceLinkId: item.linkId, ltiLinkId: item.linkId }),
  };
}

function create(call: Call): Answer {
  checkMediaType(call, itemFormat);
  const course = courseOf(call);
  const sent = parseObject(call.body);
  const wanted = parseItem(sent, 'No label or Score Maximum');
  const linkId = linkIdOf(call, sent);
  const item = addItem(call.site, {
    courseId: course.id,
    kind: 'standalone',
    toolId: call.tool.id,
    ...(linkId === undefined ? {} : { linkId }),
    ...wanted,
  });
  call.site.save();
  return echo(call, item, sent, 201);
}

function replace(call: Call): Answer {
  const item = itemOf(call);
  const sent = parseObject(call.body);
  const { maximum, ...wanted } = parseItem(sent, 'Bad Request');
  if (maximum !== item.maximum) changeMaximum(call.site, item, maximum);
  Object.assign(item, wanted);
  call.site.save();
  return echo(call, item, sent, 200);
}

function remove(call: Call): Answer {
  deleteItem(call.site, itemOf(call).id);
  return { status: 204, reason: 'OK', type: 'text/html', body: '' };
}

/** Duplicates, zero and negative maxima are fine. What is left out is empty, also when replacing. */
function parseItem({ label, scoreMaximum, resourceId, tag }: Readonly<Record<string, unknown>>, complaint: string) {
  if (label === undefined || label === null || scoreMaximum === undefined || scoreMaximum === null) {
    throw new ServiceRefusal(400, complaint);
  }
  if (!isNumeric(scoreMaximum) || typeof label !== 'string') throw new ServiceRefusal(400);
  if (label.length > 255) throw badGateway();
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return { label, maximum: Number(scoreMaximum), resourceId: text(resourceId), tag: text(tag) };
}

function linkIdOf(
  { site, tool, params }: Call,
  { resourceLinkId }: Readonly<Record<string, unknown>>,
): string | undefined {
  if (!isNumeric(resourceLinkId)) return undefined;
  const link = findActivity(site, String(resourceLinkId));
  if (link?.toolId !== tool.id || link.courseId !== params[0]) throw new ServiceRefusal(403);
  return link.id;
}

/** The tool gets back what it sent, kept or not, with the address added. */
function echo({ site, tool }: Call, item: GradeItem, sent: Readonly<Record<string, unknown>>, status: number): Answer {
  return { status, type: itemFormat, body: phpJsonWithSlashes({ ...sent, id: lineItemUrl(site, item, tool) }) };
}
