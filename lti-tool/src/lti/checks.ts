import type { Platform } from '@buitenboord/shared/domain/school/school.js';
import { Problem } from '@buitenboord/shared/problem.js';
import type { CheckList } from './check-list.js';
import { loginLivesMs } from './login.js';
import type { LoginState } from './login-states.js';
import { messageOf } from './messages.js';
import { isLmsAdministrator } from './roles.js';
import { leadsTo } from './tool-addresses.js';
import type { ToolAddresses } from './tool-addresses.js';
import { DeepLinkingSettingsClaim, names, ResourceLink } from './wire.js';
import type { IdToken } from './wire.js';

/** What a token is checked against. Its signature has been verified; nothing it says has. */
export interface Checked {
  claims: IdToken;
  platform: Readonly<Platform> & { readonly id: string };
  login: Readonly<LoginState>;
  addresses: ToolAddresses;
  nowMs: number;
}

/** Refuses by throwing one Problem. */
type Check = (checked: Checked) => void;

/** What needs no login to check: it holds for a notice as well. */
type Sent = Pick<Checked, 'claims' | 'platform' | 'nowMs'>;
type SenderCheck = (sent: Sent) => void;

/** School clocks drift, school networks are slow (Security Framework §5.1.3 allows "a few minutes"). */
export const leewayMs = 60_000;

/** §5.1.3, item 2. */
const issuerIsThePlatforms: SenderCheck = ({ claims, platform }) => {
  if (claims.iss !== platform.issuer) throw new Problem('launch/wrong-issuer', { platform: platform.id });
};

/** §5.1.3, item 3: for us, and for nobody else. We trust no further audience. */
const audienceIsUsAlone: SenderCheck = ({ claims, platform }) => {
  const audience: readonly unknown[] = Array.isArray(claims.aud) ? claims.aud : [claims.aud];
  const ours = audience.length > 0 && audience.every((one) => one === platform.clientId);
  if (!ours) throw new Problem('launch/wrong-audience', { platform: platform.id, audiences: audience.length });
};

/** §5.1.3, items 4 and 5: where several audiences are named, so must be whom of them it was issued to. */
const authorizedPartyIsUs: SenderCheck = ({ claims, platform }) => {
  const absent = claims.azp === undefined || claims.azp === null;
  if (absent && Array.isArray(claims.aud) && claims.aud.length > 1)
    throw new Problem('launch/wrong-audience', { platform: platform.id, claim: 'azp', absent });
  if (!absent && claims.azp !== platform.clientId)
    throw new Problem('launch/wrong-audience', { platform: platform.id, claim: 'azp' });
};

/** §5.1.3, item 7. */
const hasNotExpired: SenderCheck = ({ claims, nowMs }) => {
  const expiresAt = seconds(claims.exp, 'exp');
  if (nowMs >= expiresAt * 1000 + leewayMs)
    throw new Problem('launch/expired', { secondsAgo: Math.round(nowMs / 1000 - expiresAt) });
};

/** §5.1.3, item 8: not from the future, and not older than the login it answers can be. */
const wasIssuedForThisLogin: Check = ({ claims, nowMs }) => {
  const issuedAt = seconds(claims.iat, 'iat');
  if (issuedAt * 1000 > nowMs + leewayMs)
    throw new Problem('launch/too-early', { secondsAhead: Math.round(issuedAt - nowMs / 1000) });
  if (issuedAt * 1000 < nowMs - loginLivesMs - leewayMs) throw new Problem('launch/expired', { claim: 'iat' });
};

/** RFC 7519 §4.1.5. */
const isValidAlready: SenderCheck = ({ claims, nowMs }) => {
  if (typeof claims.nbf === 'number' && claims.nbf * 1000 > nowMs + leewayMs)
    throw new Problem('launch/too-early', { claim: 'nbf' });
};

/** §5.1.3, item 9: the one we gave out with this state. That it is used once is decided by the commit. */
const nonceIsTheLogins: Check = ({ claims, login, platform }) => {
  const nonce = shortText(claims.nonce, 'nonce');
  if (nonce !== login.nonce) throw new Problem('launch/nonce-mismatch', { platform: platform.id });
};

/** Core §5.3.3 and §3.1.3: one the school has registered, and the one the login named. */
const deploymentIsKnown: Check = ({ claims, platform, login }) => {
  const deployment = shortText(claims[names.deployment], 'deployment_id');
  const atLogin = login.deployment ?? deployment;
  if (platform.deployments.includes(deployment) && deployment === atLogin) return;
  throw new Problem('launch/unknown-deployment', {
    platform: platform.id,
    deployment,
    otherThanAtLogin: deployment !== atLogin,
    // Who administers the LMS is told what to do about it.
    administrator: isLmsAdministrator(texts(claims[names.roles])),
  });
};

/** Core §5.3.1, §5.3.2. */
const messageIsKnown: Check = ({ claims }) => {
  const type = shortText(claims[names.messageType], 'message_type');
  const version = shortText(claims[names.version], 'version');
  if (!messageOf(type) || version !== '1.3.0') throw new Problem('launch/unknown-message', { type, version });
};

/** Core §5.3.6; without it nobody can hand in or be graded. Core §5.3.6.1 allows it to be absent: so does a school that says so. */
const somebodyIsNamed: Check = ({ claims, platform }) => {
  const absent = claims.sub === undefined || claims.sub === null;
  if (absent && platform.anonymousLaunches) return;
  shortText(claims.sub, 'sub');
};

/** Core §5.3.7: required, may be empty. */
const rolesAreListed: Check = ({ claims }) => {
  const roles = claims[names.roles];
  if (!Array.isArray(roles) || !roles.every((role) => typeof role === 'string'))
    throw new Problem('launch/missing-claim', { claim: 'roles' });
};

/** Core §5.4.1: optional, and its id no longer than any other. */
const contextFits: Check = ({ claims }) => {
  const length = claims[names.context]?.id.length ?? 0;
  if (length > longestId) throw new Problem('launch/malformed-token', { claim: 'context.id', length });
};

/** Core §5.3.5 for an activity; Deep Linking §4.4.1 for the picker; messages.ts for the others. */
const messageIsComplete: Check = ({ claims, platform }) => {
  const message = messageOf(claims[names.messageType]);
  if (message === 'submissionReview') return namesWhoAndWhat(claims);
  if (message === 'dataPrivacy') return mayNameSomebody(claims);
  if (claims[names.messageType] === 'LtiResourceLinkRequest') {
    const link = ResourceLink.safeParse(claims[names.resourceLink]);
    if (!link.success) throw new Problem('launch/missing-claim', { claim: 'resource_link' });
    shortText(link.data.id, 'resource_link.id');
    return;
  }
  const settings = DeepLinkingSettingsClaim.safeParse(claims[names.deepLinkingSettings]);
  if (!settings.success) throw new Problem('launch/missing-claim', { claim: 'deep_linking_settings' });
  if (!settings.data.accept_types.includes('ltiResourceLink'))
    throw new Problem('launch/unknown-message', { claim: 'accept_types' });
  if (!isWebAddress(settings.data.deep_link_return_url, platform.authUrl)) {
    throw new Problem('launch/missing-claim', { claim: 'deep_link_return_url' });
  }
  if ((settings.data.data?.length ?? 0) > 8192) throw new Problem('launch/malformed-token', { claim: 'data' });
};

/** Core §5.3.4: ours, and where the login said it would go. A Deep Linking request may come without (DL 2.0 §4.4). */
const targetIsOurs: Check = ({ claims, login, addresses, platform }) => {
  const target = claims[names.targetLinkUri];
  const picking = claims[names.messageType] === 'LtiDeepLinkingRequest';
  const absent = target === undefined || target === null;
  if (picking && absent) return;
  if (absent) throw new Problem('launch/missing-claim', { claim: 'target_link_uri' });
  // An activity can't be opened at the picker's address: that a message is one or the other must not depend on who reads it.
  const routes = picking ? [addresses.launch, addresses.deepLinking] : [addresses.launch];
  const ours = typeof target === 'string' && leadsTo(routes, target) && target === login.targetLinkUri;
  if (!ours) throw new Problem('launch/wrong-target', { platform: platform.id });
};

/** In the order of the Security Framework, then of the message. */
export const claimChecks = {
  issuerIsThePlatforms,
  audienceIsUsAlone,
  authorizedPartyIsUs,
  hasNotExpired,
  wasIssuedForThisLogin,
  isValidAlready,
  nonceIsTheLogins,
  messageIsKnown,
  deploymentIsKnown,
  somebodyIsNamed,
  rolesAreListed,
  contextFits,
  messageIsComplete,
  targetIsOurs,
} satisfies CheckList<Checked>;

/** Submission Review 1.0 §4.2: whose work, for which column. Who may look is decided where the launch is let in: Moodle signs one for any pupil who edits an address. */
function namesWhoAndWhat(claims: IdToken): void {
  shortText(claims[names.forUser]?.user_id, 'for_user.user_id');
  const lineItem = claims[names.ags]?.lineitem;
  if (lineItem === undefined || lineItem === '') throw new Problem('launch/missing-claim', { claim: 'lineitem' });
  // There is none where the column doesn't belong to a link.
  const link = ResourceLink.safeParse(claims[names.resourceLink]);
  if (link.success) shortText(link.data.id, 'resource_link.id');
}

/** Without `for_user` it is about whoever launches. */
function mayNameSomebody(claims: IdToken): void {
  const named = claims[names.forUser];
  if (named) shortText(named.user_id, 'for_user.user_id');
}

/** Those of them that a notice has to pass too, in the same order. */
export const senderChecks = {
  issuerIsThePlatforms,
  audienceIsUsAlone,
  authorizedPartyIsUs,
  hasNotExpired,
  isValidAlready,
} satisfies CheckList<Sent>;

/** Whether an address of the platform may be used at all: on the web, and not over http when the platform itself uses https. */
export function isWebAddress(address: string, platformUrl: string): boolean {
  if (address.length > 4096 || !URL.canParse(address)) return false;
  const { protocol } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && platformUrl.startsWith('http:'));
}

const longestId = 255;

/** A required text of at most that many characters, as the standard bounds its ids (Core §5.3.3, §5.3.5, §5.3.6). */
function shortText(value: unknown, claim: string): string {
  if (typeof value !== 'string' || value === '') throw new Problem('launch/missing-claim', { claim });
  if (value.length > longestId) throw new Problem('launch/malformed-token', { claim, length: value.length });
  return value;
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

function seconds(value: unknown, claim: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new Problem('launch/missing-claim', { claim });
  return value;
}
