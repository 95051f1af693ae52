import { createHash, randomInt } from 'node:crypto';
import { itemsOfLink, ownItem } from './activities.js';
import { lineItemsUrl, lineItemUrl, membersUrl } from './addresses.js';
import { fillCustom, mergedCustom } from './custom-parameters.js';
import type { Claims } from './keys.js';
import { noticeClaim } from './notices.js';
import { gradebookScopes } from './scopes.js';
import { enrolmentOf, type Activity, type Site, type Tool } from './site.js';
import type { Course, Person } from './seed.js';
import type { Session } from './sessions.js';

const claim = (name: string) => `https://purl.imsglobal.org/spec/lti/claim/${name}`;
const vocabulary = 'http://purl.imsglobal.org/vocab/lis/v2';

export interface Launch {
  readonly site: Site;
  readonly tool: Tool;
  readonly course: Course;
  readonly person: Person;
  readonly session: Session;
}

/** Everything a resource link launch says, besides nonce and times. */
export function activityClaims(launch: Launch, activity: Activity, window: boolean): Claims {
  const { site, tool, course, session } = launch;
  const container = window ? 4 : 3;
  const back = `course=${course.id}&launch_container=${container}&instanceid=${activity.id}&sesskey=${session.sesskey}`;
  return {
    ...commonClaims(launch, activity),
    [claim('target_link_uri')]: activity.url || tool.targetLinkUri,
    [claim('message_type')]: 'LtiResourceLinkRequest',
    [claim('resource_link')]: { title: activity.name, description: activity.text, id: activity.id },
    ...outcomeClaim(launch, activity),
    [claim('launch_presentation')]: {
      locale: launch.person.locale,
      document_target: window ? 'window' : 'iframe',
      return_url: `${site.url}/mod/lti/return.php?${back}`,
    },
  };
}

/** Opened from the gradebook. Moodle doesn't ask whether this person may see that student's work, so neither do we. */
export const reviewClaims = (launch: Launch, activity: Activity, userId: string): Claims => ({
  ...activityClaims(launch, activity, false),
  [claim('message_type')]: 'LtiSubmissionReviewRequest',
  [claim('for_user')]: { user_id: userId },
});

export function deepLinkingClaims(launch: Launch): Claims {
  const { site, tool, course, session } = launch;
  const returnUrl = `${site.url}/mod/lti/contentitem_return.php?course=${course.id}&id=${tool.id}&sesskey=${session.sesskey}`;
  return {
    ...commonClaims(launch, undefined),
    [claim('target_link_uri')]: tool.deepLinkUri ?? tool.targetLinkUri,
    [claim('message_type')]: 'LtiDeepLinkingRequest',
    [claim('launch_presentation')]: { locale: launch.person.locale },
    'https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings': {
      accept_types: ['ltiResourceLink'],
      accept_presentation_document_targets: ['frame', 'iframe', 'window'],
      accept_copy_advice: false,
      accept_multiple: true,
      accept_unsigned: false,
      auto_create: false,
      can_confirm: false,
      deep_link_return_url: returnUrl,
      title: tool.name,
      text: '',
    },
  };
}

function commonClaims(launch: Launch, activity: Activity | undefined): Claims {
  const { site, tool, course, person } = launch;
  return {
    iss: site.url,
    aud: tool.clientId,
    sub: person.id,
    [claim('deployment_id')]: tool.id,
    [claim('version')]: '1.3.0',
    [claim('lis')]: { person_sourcedid: person.idnumber, course_section_sourcedid: course.idnumber },
    [claim('roles')]: rolesOf(course, person),
    // The short name instead of a URN is Moodle's.
    [claim('context')]: { id: course.id, label: course.shortname, title: course.fullname, type: ['CourseSection'] },
    ...personClaims(tool, person),
    [claim('tool_platform')]: {
      product_family_code: 'moodle',
      version: '2024100706',
      guid: site.state.guid,
      name: site.state.siteName,
      description: `${site.state.siteName} (practice)`,
    },
    [claim('custom')]: {
      ...fillCustom(mergedCustom(site, activity, tool.id), { course, person, activity }),
      ...(tool.members ? { context_memberships_url: membersUrl(site, course.id, tool) } : {}),
    },
    ...serviceClaims(launch, activity),
    ...noticeClaim(site, tool),
  };
}

/** A non-editing teacher is an instructor here, although the member list calls him a learner. */
function rolesOf(course: Course, person: Person): string[] {
  const administrator = [
    `${vocabulary}/institution/person#Administrator`,
    `${vocabulary}/membership#Instructor`,
    `${vocabulary}/system/person#Administrator`,
  ];
  if (person.siteAdmin) return administrator;
  const teaches = enrolmentOf(course, person.id)?.role !== 'student';
  return [`${vocabulary}/membership#${teaches ? 'Instructor' : 'Learner'}`];
}

function personClaims(tool: Tool, { givenName, familyName, email, username }: Person): Claims {
  const name = { given_name: givenName, family_name: familyName, name: `${givenName} ${familyName}` };
  return {
    ...(tool.sharesName ? name : {}),
    ...(tool.sharesEmail ? { email } : {}),
    [claim('ext')]: { ...(tool.sharesName ? { user_username: username } : {}), lms: 'moodle-2' },
  };
}

function serviceClaims({ site, tool, course }: Launch, activity: Activity | undefined): Claims {
  const [only, second] = activity ? itemsOfLink(site, activity) : [];
  return {
    ...(tool.gradebook === 'none'
      ? {}
      : {
          'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint': {
            scope: gradebookScopes(tool),
            lineitems: lineItemsUrl(site, course.id, tool),
            // As soon as a second item is bound to the link, Moodle no longer says which one is meant.
            ...(only && !second ? { lineitem: lineItemUrl(site, only, tool) } : {}),
          },
        }),
    ...(tool.members
      ? {
          'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice': {
            context_memberships_url: membersUrl(site, course.id, tool),
            service_versions: ['1.0', '2.0'],
          },
        }
      : {}),
  };
}

const basicOutcome = 'https://purl.imsglobal.org/spec/lti-bo/claim/basicoutcome';

function outcomeClaim({ site, person }: Launch, activity: Activity): Claims {
  return ownItem(site, activity) ? { [basicOutcome]: outcomeOf(site, activity, person) } : {};
}

/** The old grade service, which comes along with every column; nothing here answers it. */
function outcomeOf(site: Site, activity: Activity, person: Person) {
  const data = { instanceid: activity.id, userid: person.id, typeid: activity.toolId, launchid: randomInt(2 ** 31) };
  const hash = createHash('sha256').update(JSON.stringify(data)).digest('hex');
  return {
    lis_result_sourcedid: JSON.stringify({ data, hash }),
    lis_outcome_service_url: `${site.url}/mod/lti/service.php`,
  };
}

/** What the member list adds per person when it is asked about one link. */
export const memberMessage = (site: Site, activity: Activity, person: Person): Claims => ({
  [claim('message_type')]: 'LtiResourceLinkRequest',
  ...(ownItem(site, activity) ? { [basicOutcome]: outcomeOf(site, activity, person) } : {}),
});
