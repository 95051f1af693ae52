import { z } from 'zod';

/**
 * What stands in an id_token, loosely: unknown claims are ignored (LTI Core 1.3 §4.3), null counts as absent (Canvas sends it),
 * and an optional claim of a wrong shape doesn't stop a launch. What is required is checked one by one in checks.ts.
 */
const claim = 'https://purl.imsglobal.org/spec/lti/claim';

export const names = {
  messageType: `${claim}/message_type`,
  version: `${claim}/version`,
  deployment: `${claim}/deployment_id`,
  targetLinkUri: `${claim}/target_link_uri`,
  resourceLink: `${claim}/resource_link`,
  roles: `${claim}/roles`,
  context: `${claim}/context`,
  platform: `${claim}/tool_platform`,
  presentation: `${claim}/launch_presentation`,
  custom: `${claim}/custom`,
  lis: `${claim}/lis`,
  ags: 'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint',
  nrps: 'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice',
  deepLinkingSettings: 'https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings',
  contentItems: 'https://purl.imsglobal.org/spec/lti-dl/claim/content_items',
  deepLinkingData: 'https://purl.imsglobal.org/spec/lti-dl/claim/data',
  deepLinkingMessage: 'https://purl.imsglobal.org/spec/lti-dl/claim/msg',
  forUser: `${claim}/for_user`,
  notificationService: `${claim}/platformnotificationservice`,
  notice: `${claim}/notice`,
  originContexts: `${claim}/origin_contexts`,
  migration: `${claim}/lti1p1`,
  toolConfiguration: 'https://purl.imsglobal.org/spec/lti-tool-configuration',
  platformConfiguration: 'https://purl.imsglobal.org/spec/lti-platform-configuration',
} as const;

const text = z.string().optional().catch(undefined);
const flag = z.boolean().optional().catch(undefined);
const texts = z.array(z.string()).optional().catch(undefined);
/** An optional group of claims: absent when it isn't an object. */
const group = <S extends z.ZodRawShape>(shape: S) => z.object(shape).optional().catch(undefined);

const anything = z.unknown().optional();

/** Claims that are checked with a reason of their own stay unknown until then. */
export const IdToken = z.object({
  // Security Framework §5.1.2
  iss: anything,
  aud: anything,
  azp: anything,
  sub: anything,
  exp: anything,
  iat: anything,
  nbf: anything,
  nonce: anything,
  // Core §5.3
  [names.messageType]: anything,
  [names.version]: anything,
  [names.deployment]: anything,
  [names.targetLinkUri]: anything,
  [names.roles]: anything,
  [names.resourceLink]: anything,
  // OpenID Connect Core §5.1, all optional: a school may share nothing
  name: text,
  given_name: text,
  family_name: text,
  email: text,
  // Core §5.4
  [names.context]: group({ id: z.string().min(1), title: text, label: text }),
  [names.platform]: group({ product_family_code: text }),
  [names.presentation]: group({ locale: text, return_url: text, document_target: text }),
  [names.custom]: z.record(z.string(), z.unknown()).optional().catch(undefined),
  // Core §5.4.7 and appendix D
  [names.lis]: group({ person_sourcedid: text }),
  // AGS 2.0 §3.1, NRPS 2.0 §3.6.1.1
  [names.ags]: group({ scope: texts, lineitems: text, lineitem: text }),
  [names.nrps]: group({ context_memberships_url: text }),
  // Deep Linking 2.0 §4.4.1
  [names.deepLinkingSettings]: anything,
  // Submission Review 1.0 §4.2, Data Privacy Launch
  [names.forUser]: group({ user_id: text }),
  // Platform Notification Service 1.0 §3
  [names.notificationService]: group({ platform_notification_service_url: text, notice_types_supported: texts }),
  // Of a notice: §4; read in verify-notice.ts
  jti: anything,
  [names.notice]: anything,
  [names.originContexts]: anything,
  // Migration guide 1.1 to 1.3
  [names.migration]: group({
    user_id: text,
    resource_link_id: text,
    oauth_consumer_key: text,
    oauth_consumer_key_sign: text,
  }),
});
export type IdToken = z.infer<typeof IdToken>;

export const ResourceLink = z.object({ id: z.string().min(1), title: text });

export const DeepLinkingSettingsClaim = z.object({
  deep_link_return_url: z.string().min(1),
  accept_types: z.array(z.string()),
  accept_multiple: flag,
  accept_lineitem: flag,
  data: text,
});

/** A key in a platform's set, as far as we use keys (RFC 7517 §4, Security Framework §6). */
const anyKey = { kid: z.string().min(1).max(512), use: text, alg: text };
export const PlatformKey = z.discriminatedUnion('kty', [
  z.object({ ...anyKey, kty: z.literal('RSA'), n: z.string(), e: z.string() }),
  z.object({ ...anyKey, kty: z.literal('EC'), crv: z.string(), x: z.string(), y: z.string() }),
]);
export type PlatformKey = z.infer<typeof PlatformKey>;

export const PlatformKeySet = z.object({ keys: z.array(z.unknown()) });
