import { sign } from 'node:crypto';
import type { Platform } from '@buitenboord/shared/domain/school/school.js';
import { createOutbound } from '@buitenboord/shared/runtime/fetch-json.js';
import { platforms } from '@buitenboord/shared/store/collections.js';
import { put } from '@buitenboord/shared/store/port.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import { createVault } from '@buitenboord/shared/runtime/vault.js';
import { beginLogin } from '@buitenboord/lti-tool/lti/login.js';
import type { BegunLogin } from '@buitenboord/lti-tool/lti/login.js';
import { launchChecks } from '@buitenboord/lti-tool/lti/launch-checks.js';
import { createLoginStates } from '@buitenboord/lti-tool/lti/login-states.js';
import { createPlatformKeys } from '@buitenboord/lti-tool/lti/platform-keys.js';
import { toolAddresses } from '@buitenboord/lti-tool/lti/tool-addresses.js';
import type { VerifyDeps } from '@buitenboord/lti-tool/lti/verify-launch.js';
import { fixedClock } from './fixed-clock.js';
import type { FixedClock } from './fixed-clock.js';
import type { LmsKey } from './lms-key.js';
import { aPlatformRecord } from './records.js';
import { openSmallServer } from './small-server.js';
import type { SmallServer } from './small-server.js';
import { openTestStore } from './test-store.js';

const baseUrl = 'https://tool.example';
const claim = 'https://purl.imsglobal.org/spec/lti/claim';

/** A tool and a platform that can launch it: a store, a key server, a clock. */
export interface LaunchWorld {
  store: Store;
  now: FixedClock;
  platform: Platform;
  deps: VerifyDeps;
  keyServer: SmallServer;
  /** Begins a login as the platform would, and answers it with the nonce that went along. */
  login(fields?: Record<string, string>): Promise<BegunLogin & { nonce: string }>;
  close(): Promise<void>;
}

/** Opens a world where the platform `p1` publishes these keys. */
export async function openLaunchWorld(published: () => readonly unknown[]): Promise<LaunchWorld> {
  const now = fixedClock('2026-06-02T09:00:00.000Z');
  const store = await openTestStore();
  const keyServer = await openSmallServer(() => ({ body: JSON.stringify({ keys: published() }) }));
  const platform = aPlatformRecord({ school: 's1', jwksUrl: `${keyServer.origin}/jwks` });
  await store.commit([put(platforms, { id: 'p1' }, platform, 0)]);
  const outbound = createOutbound({ allowPrivate: true, userAgent: 'test' });
  const deps = {
    store,
    now,
    addresses: toolAddresses(baseUrl),
    keys: createPlatformKeys({ outbound, now }),
    logins: createLoginStates(createVault('a secret of this world and of no other')),
    checks: launchChecks,
  };
  return {
    store,
    now,
    platform,
    deps,
    keyServer,
    async login(fields = {}) {
      const begun = await beginLogin(deps, { ...anInitiation(), ...fields });
      return { ...begun, nonce: new URL(begun.redirectTo).searchParams.get('nonce') ?? '' };
    },
    async close() {
      await outbound.close();
      await keyServer.close();
      await store.close();
    },
  };
}

/** What a platform posts to begin a login. */
export function anInitiation(): Record<string, string> {
  return {
    iss: 'https://lms.example',
    client_id: 'client-1',
    lti_deployment_id: '1',
    login_hint: '5',
    lti_message_hint: '{"cmid":4,"launchid":"ltilaunch2_678028658"}',
    target_link_uri: `${baseUrl}/lti/launch`,
  };
}

/** The claims of a valid launch of a student whose school shares nothing. A field set to undefined is left out. */
export function aLaunchClaims(
  nowMs: number,
  nonce: string,
  fields: Record<string, unknown> = {},
): Record<string, unknown> {
  const seconds = Math.floor(nowMs / 1000);
  return {
    iss: 'https://lms.example',
    aud: 'client-1',
    sub: '5',
    iat: seconds,
    exp: seconds + 60,
    nonce,
    [`${claim}/message_type`]: 'LtiResourceLinkRequest',
    [`${claim}/version`]: '1.3.0',
    [`${claim}/deployment_id`]: '1',
    [`${claim}/target_link_uri`]: `${baseUrl}/lti/launch`,
    [`${claim}/resource_link`]: { id: '2' },
    [`${claim}/roles`]: ['http://purl.imsglobal.org/vocab/lis/v2/membership#Learner'],
    ...fields,
  };
}

/** The claims of a valid Deep Linking request as the certification suite sends it: without target_link_uri. */
export function aDeepLinkingClaims(
  nowMs: number,
  nonce: string,
  fields: Record<string, unknown> = {},
): Record<string, unknown> {
  return aLaunchClaims(nowMs, nonce, {
    [`${claim}/message_type`]: 'LtiDeepLinkingRequest',
    [`${claim}/target_link_uri`]: undefined,
    [`${claim}/resource_link`]: undefined,
    'https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings': {
      deep_link_return_url: 'https://lms.example/return',
      accept_types: ['ltiResourceLink'],
      accept_presentation_document_targets: ['iframe'],
    },
    ...fields,
  });
}

/** Signs claims by hand, so that a header can be anything. */
export function signedToken(claims: unknown, key: LmsKey, header: Record<string, unknown> = {}): string {
  const content = [{ typ: 'JWT', alg: 'RS256', kid: key.kid, ...header }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${content}.${sign('sha256', Buffer.from(content), key.privateKey).toString('base64url')}`;
}
