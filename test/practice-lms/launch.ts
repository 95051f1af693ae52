import { randomInt } from 'node:crypto';
import { activityClaims, deepLinkingClaims, reviewClaims, type Launch } from './claims.js';
import { signJwt, type Claims } from './keys.js';
import { invalidRequest } from './moodle-error.js';
import {
  findActivityByCmid,
  findCourse,
  findPerson,
  findTool,
  must,
  type Activity,
  type Site,
  type Tool,
} from './site.js';
import type { LaunchIntent, Session } from './sessions.js';

/** A form the browser sends on by itself. */
export interface PostForm {
  readonly name: string;
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Step 1: tells the tool that somebody is coming. The hint is a JSON string, which tools have to return untouched. */
export function initiateLogin(site: Site, session: Session, intent: LaunchIntent): PostForm {
  const { tool, activity } = subjectOf(site, intent);
  const launchId = activity ? `ltilaunch${activity.id}_` : 'ltilaunch_ContentItemSelectionRequest';
  const launchid = `${launchId}${randomInt(2 ** 31)}`;
  session.launches.set(launchid, intent);
  return {
    name: 'ltiInitiateLoginForm',
    action: tool.initiateLoginUri,
    fields: {
      iss: site.url,
      target_link_uri: activity ? activity.url || tool.targetLinkUri : (tool.deepLinkUri ?? tool.targetLinkUri),
      login_hint: session.personId,
      lti_message_hint: JSON.stringify(activity ? { cmid: Number(activity.cmid), launchid } : { launchid }),
      client_id: tool.clientId,
      lti_deployment_id: tool.id,
      // Not Moodle's: only when the practice LMS was asked to keep things for tools without cookies.
      ...(site.platformStorage ? { lti_storage_target: '_parent' } : {}),
    },
  };
}

interface Subject {
  readonly tool: Tool;
  readonly courseId: string;
  readonly activity: Activity | undefined;
}

function subjectOf(site: Site, intent: LaunchIntent): Subject {
  switch (intent.kind) {
    case 'activity': {
      const activity = must(findActivityByCmid(site, intent.cmid), `activity ${intent.cmid}`);
      return { activity, courseId: activity.courseId, tool: must(findTool(site, activity.toolId), 'tool any more') };
    }
    case 'deep-linking':
      return { activity: undefined, courseId: intent.courseId, tool: must(findTool(site, intent.toolId), 'such tool') };
  }
}

type Refusal = { error: string; error_description?: string };

/**
 * Step 2: answers the tool's authorization request, checking in Moodle's order. Before the redirect address is known to
 * be the tool's own, a refusal is an error page; after that it is posted to the tool.
 */
export function authorize(site: Site, session: Session, params: URLSearchParams): PostForm {
  checkComplete(params);
  const intent = takeIntent(session, params.get('lti_message_hint') ?? '');
  const subject = subjectOf(site, intent);
  const redirectUri = params.get('redirect_uri') ?? '';
  if (!subject.tool.redirectUris.includes(redirectUri)) throw invalidRequest();

  const refusal = findRefusal(params, subject.tool, session);
  const state = params.get('state');
  return {
    name: 'ltiAuthForm',
    action: redirectUri,
    fields: {
      ...(refusal ?? { id_token: idToken(site, session, { intent, subject, nonce: params.get('nonce') ?? '' }) }),
      ...(state === null ? {} : { state }),
    },
  };
}

function checkComplete(params: URLSearchParams): void {
  const needed = ['scope', 'response_type', 'client_id', 'redirect_uri', 'login_hint', 'nonce', 'lti_message_hint'];
  if (needed.some((name) => !params.get(name))) throw invalidRequest();
  if (params.get('scope') !== 'openid' || params.get('response_type') !== 'id_token') throw invalidRequest();
}

/** A launch id works once per session, so a replayed request finds nothing. */
function takeIntent(session: Session, hint: string): LaunchIntent {
  const launchid = parseHint(hint);
  const intent = session.launches.get(launchid);
  if (!intent) throw invalidRequest();
  session.launches.delete(launchid);
  return intent;
}

function parseHint(hint: string): string {
  try {
    return String((JSON.parse(hint) as { launchid?: unknown }).launchid);
  } catch {
    throw invalidRequest();
  }
}

function findRefusal(params: URLSearchParams, tool: Tool, session: Session): Refusal | undefined {
  if (params.get('client_id') !== tool.clientId) return { error: 'unauthorized_client' };
  if (params.get('login_hint') !== session.personId) return { error: 'access_denied' };
  const mode = params.get('response_mode');
  if (mode === null) return { error: 'invalid_request', error_description: 'Missing response_mode' };
  if (mode !== 'form_post') return { error: 'invalid_request', error_description: 'Invalid response_mode' };
  if (![null, '', 'none'].includes(params.get('prompt'))) {
    return { error: 'invalid_request', error_description: 'Invalid prompt' };
  }
  return undefined;
}

interface TokenRequest {
  readonly intent: LaunchIntent;
  readonly subject: Subject;
  readonly nonce: string;
}

/** Valid for a minute, without any margin before it. */
function idToken(site: Site, session: Session, { intent, subject, nonce }: TokenRequest): string {
  const iat = Math.floor(site.now().getTime() / 1000);
  const launch: Launch = {
    site,
    session,
    tool: subject.tool,
    course: must(findCourse(site, subject.courseId), 'such course'),
    person: must(findPerson(site, session.personId), 'such person'),
  };
  return signJwt(site.state.key, { nonce, iat, exp: iat + 60, ...claimsFor(launch, intent, subject.activity) });
}

function claimsFor(launch: Launch, intent: LaunchIntent, activity: Activity | undefined): Claims {
  if (intent.kind === 'deep-linking' || !activity) return deepLinkingClaims(launch);
  if (intent.reviewOf !== undefined) return reviewClaims(launch, activity, intent.reviewOf);
  return activityClaims(launch, activity, intent.window);
}
