import type { SmallAnswer } from './small-server.js';
import { pageOf, refusal, type Asked } from './standard-lms-asked.js';

/** A line item as it stands at the platform. */
export type LmsItem = Record<string, unknown> & { id: string };

interface Place {
  origin: string;
  pageSize: number;
  links: ReadonlySet<string>;
}

const one = 'application/vnd.ims.lis.v2.lineitem+json';
const many = 'application/vnd.ims.lis.v2.lineitemcontainer+json';
const full = 'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem';
const readOnly = 'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem.readonly';

/** AGS 2.0 §3.2. */
export function createLineItems() {
  const all = new Map<string, LmsItem>();

  function answer(lms: Place, asked: Asked): SmallAnswer {
    const { request, url } = asked;
    const reads = request.method === 'GET';
    const isList = url.pathname === '/lineitems';
    const refused = refusal(asked, reads ? [full, readOnly] : [full], reads && isList ? many : one);
    if (refused) return refused;
    if (isList) return reads ? list(lms, url) : create(lms, request.body);
    const item = all.get(url.href);
    if (!item) return { status: 404 };
    if (reads) return { body: JSON.stringify(item) };
    if (request.method === 'PUT') return replace(item, request.body);
    all.delete(item.id);
    return { status: 204 };
  }

  function list(lms: Place, url: URL): SmallAnswer {
    const agrees = (name: string, value: unknown) => [null, value].includes(url.searchParams.get(name));
    const found = [...all.values()].filter(
      ({ resourceLinkId, resourceId, tag }) =>
        agrees('resource_link_id', resourceLinkId) && agrees('resource_id', resourceId) && agrees('tag', tag),
    );
    const { part, headers } = pageOf(url, found, lms.pageSize);
    return { headers, body: JSON.stringify(part) };
  }

  function create(lms: Place, body: string): SmallAnswer {
    const sent = JSON.parse(body) as Record<string, unknown>;
    if (!isWhole(sent)) return { status: 400 };
    const link = sent.resourceLinkId;
    if (link !== undefined && !(typeof link === 'string' && lms.links.has(link))) return { status: 404 };
    const item = { ...sent, id: `${lms.origin}/lineitems/${all.size + 1}/lineitem?course=2` };
    all.set(item.id, item);
    return { status: 201, body: JSON.stringify(item) };
  }

  /** What isn't sent is cleared (§3.2.6). */
  function replace(item: LmsItem, body: string): SmallAnswer {
    const sent = JSON.parse(body) as Record<string, unknown>;
    const moved = sent.resourceLinkId !== item.resourceLinkId || ![undefined, item.id].includes(sent.id as string);
    if (!isWhole(sent) || moved) return { status: 400 };
    all.set(item.id, { ...sent, id: item.id });
    return { body: JSON.stringify(all.get(item.id)) };
  }

  return { all, answer };
}

/** §3.2.7, §3.2.8, §3.2.12, §3.2.13. */
function isWhole({ label, scoreMaximum, startDateTime, endDateTime }: Record<string, unknown>): boolean {
  const moments = [startDateTime, endDateTime].filter((moment) => moment !== undefined);
  return (
    typeof label === 'string' &&
    label.trim() !== '' &&
    typeof scoreMaximum === 'number' &&
    scoreMaximum > 0 &&
    moments.every((moment) => typeof moment === 'string' && /(Z|[+-]\d\d:\d\d)$/u.test(moment))
  );
}
