import { membersUrl } from './addresses.js';
import { memberMessage } from './claims.js';
import { phpJson } from './php-json.js';
import { scope } from './scopes.js';
import { courseOf, notFound, pageOf, ServiceRefusal, type Answer, type Call, type Resource } from './service.js';
import { findActivity, findPerson, type Activity } from './site.js';
import type { Course, Enrolment, Person } from './seed.js';

const format = 'application/vnd.ims.lti-nrps.v2.membershipcontainer+json';

/** Names and Role Provisioning Services 2.0. */
export const members: Resource = {
  path: /^\/CourseSection\/([^/]+)\/bindings\/([^/]+)\/memberships$/,
  formats: [format],
  methods: { GET: { scopes: [scope.members], answer: listMembers } },
};

interface Member {
  readonly person: Person;
  readonly role: 'Instructor' | 'Learner';
}

function listMembers(call: Call): Answer {
  const { site, tool, query, params } = call;
  if (params[1] !== tool.id) throw new ServiceRefusal(401);
  const course = courseOf(call);
  const link = linkOf(call);
  const { limit, from, part, hasMore } = pageOf(membersOf(call, course), query);
  const id = membersUrl(site, course.id, tool);
  // The next page forgets the role that was asked for.
  const next = `${id}?limit=${limit}&from=${from + limit}${link ? `&rlid=${link.id}` : ''}`;
  const context = { id: course.id, label: course.shortname, title: course.fullname };
  return {
    status: 200,
    type: format,
    body: phpJson({ id, context, members: part.map((member) => toWire(call, member, link)) }),
    headers: hasMore ? { Link: `<${next}>; rel="next"` } : {},
  };
}

function linkOf({ site, tool, query }: Call): Activity | undefined {
  const id = query.get('rlid');
  if (!id) return undefined;
  const link = findActivity(site, id);
  if (link?.toolId !== tool.id) throw notFound(`LTI link ${id}`);
  return link;
}

/** Suspended people are left out. An unknown role asks for everybody. */
function membersOf({ site, query }: Call, course: Course): Member[] {
  const role = query.get('role')?.split('#').at(-1);
  return course.enrolments
    .filter(({ suspended }) => !suspended)
    .map((enrolment) => ({ person: findPerson(site, enrolment.person), role: roleOf(enrolment) }))
    .filter((member): member is Member => member.person !== undefined)
    .filter((member) => !['Instructor', 'Learner'].includes(role ?? '') || member.role === role)
    .toSorted(byDatabaseOrder);
}

/** Another capability than in the launch: here the non-editing teacher is a learner. */
const roleOf = ({ role }: Enrolment) => (role === 'editingteacher' ? 'Instructor' : 'Learner');

/** The database sorts by bytes, so capitals come before "de Wit". */
function byDatabaseOrder(one: Member, other: Member): number {
  const sortKey = ({ person }: Member) => Buffer.from(`${person.familyName}\0${person.givenName}`);
  return Buffer.compare(sortKey(one), sortKey(other));
}

function toWire({ site, tool }: Call, { person, role }: Member, link: Activity | undefined) {
  const name = {
    name: `${person.givenName} ${person.familyName}`,
    given_name: person.givenName,
    family_name: person.familyName,
  };
  return {
    status: 'Active',
    roles: [role],
    ...(link ? { message: [memberMessage(site, link, person)] } : {}),
    user_id: person.id,
    lis_person_sourcedid: person.idnumber,
    ...(tool.sharesName ? name : {}),
    ...(tool.sharesEmail ? { email: person.email } : {}),
    ...(tool.sharesName ? { ext_user_username: person.username } : {}),
  };
}
