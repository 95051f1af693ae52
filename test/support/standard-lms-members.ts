import type { SmallAnswer } from './small-server.js';
import { pageOf, refusal, type Asked } from './standard-lms-asked.js';

/** A member as NRPS 2.0 §2.2 has it: an id, roles, and what a school shares. */
export interface LmsMember {
  user_id: string;
  roles: readonly string[];
  status?: string;
  [field: string]: unknown;
}

/** What the class list of a course is made of. */
export interface LmsCourse {
  origin: string;
  members: readonly LmsMember[];
  pageSize: number;
  differences: boolean;
  changed: readonly LmsMember[];
  links: ReadonlySet<string>;
}

const format = 'application/vnd.ims.lti-nrps.v2.membershipcontainer+json';
const scope = 'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly';

export function membersPage(lms: LmsCourse, asked: Asked): SmallAnswer {
  const { url } = asked;
  const refused = refusal(asked, [scope], format);
  if (refused) return refused;
  if (url.pathname === '/memberships/changed') return container(lms.changed, differencesOf(lms));
  const link = url.searchParams.get('rlid');
  if (link !== null && !lms.links.has(link)) return { status: 404 };
  const role = url.searchParams.get('role');
  const found = lms.members.filter(({ roles }) => role === null || roles.includes(role));
  const { part, headers } = pageOf(url, found, lms.pageSize);
  const more = differencesOf(lms);
  const links = [headers.link, more.link].filter((each) => each !== undefined);
  return container(
    part.map((member) => withMessage(member, link)),
    links.length > 0 ? { link: links.join(', ') } : {},
  );
}

/** What stands under `of_link` is told of a link only. */
function withMessage({ of_link: ofLink, ...member }: LmsMember, link: string | null): object {
  return link === null ? member : { ...member, ...(ofLink as object | undefined) };
}

function differencesOf({ differences, origin }: LmsCourse): Record<string, string> {
  return differences ? { link: `<${origin}/memberships/changed?since=AbC%2B1>; rel="differences"` } : {};
}

function container(members: readonly object[], headers: Record<string, string>): SmallAnswer {
  return {
    headers: { 'content-type': format, ...headers },
    body: JSON.stringify({ id: 'x', context: { id: '2' }, members }),
  };
}
