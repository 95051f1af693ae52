import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { platformUrls } from './addresses.js';
import { variableNames } from './custom-parameters.js';
import { JwtRefusal, publicJwk, signJwt, verifyJwt } from './keys.js';
import { MoodleError } from './moodle-error.js';
import { phpJson } from './php-json.js';
import { bodyOf } from './requests.js';
import { scope } from './scopes.js';
import { nextId, type Site, type Tool } from './site.js';

const toolConfiguration = 'https://purl.imsglobal.org/spec/lti-tool-configuration';
const deepLinking = 'LtiDeepLinkingRequest';

/** LTI Advantage dynamic registration, loosely: Moodle says what is missing in its own words. */
const Registration = z.looseObject({
  response_types: z.array(z.string()).optional(),
  initiate_login_uri: z.string().optional(),
  redirect_uris: z.array(z.string()).optional(),
  client_name: z.string().optional(),
  jwks_uri: z.string().optional(),
  token_endpoint_auth_method: z.string().optional(),
  logo_uri: z.string().optional(),
  scope: z.string().default(''),
  [toolConfiguration]: z
    .looseObject({
      domain: z.string().optional(),
      target_link_uri: z.string().optional(),
      description: z.string().default(''),
      custom_parameters: z.record(z.string(), z.string()).default({}),
      claims: z.array(z.string()).default([]),
      messages: z.array(z.looseObject({ type: z.string(), target_link_uri: z.string().optional() })).default([]),
    })
    .prefault({}),
});
type Registration = z.infer<typeof Registration>;

/** Moodle also advertises two scopes that nothing here answers. */
const scopesSupported = [
  'https://purl.imsglobal.org/spec/lti-bo/scope/basicoutcome',
  scope.itemsReadOnly,
  scope.results,
  scope.score,
  scope.items,
  scope.members,
  'https://purl.imsglobal.org/spec/lti-ts/scope/toolsetting',
  'openid',
];

export function openidConfiguration(site: Site): string {
  const urls = platformUrls(site);
  const configuration = {
    issuer: urls.issuer,
    token_endpoint: urls.token,
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
    token_endpoint_auth_signing_alg_values_supported: ['RS256'],
    jwks_uri: urls.jwks,
    authorization_endpoint: urls.authorization,
    registration_endpoint: urls.registration,
    scopes_supported: scopesSupported,
    response_types_supported: ['id_token'],
    subject_types_supported: ['public', 'pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    claims_supported: ['sub', 'iss', 'name', 'given_name', 'family_name', 'email'],
    'https://purl.imsglobal.org/spec/lti-platform-configuration': {
      product_family_code: 'moodle',
      version: '4.5.6 (Build: 20250811)',
      messages_supported: [{ type: 'LtiResourceLinkRequest' }, { type: deepLinking, placements: ['ContentArea'] }],
      variables: variableNames,
    },
  };
  return JSON.stringify(configuration, null, 4);
}

export const jwks = (site: Site) => JSON.stringify({ keys: [publicJwk(site.state.key)] }, null, 4);

/** Appends to a query string that may already be there. */
export function registrationAddress(site: Site, registrationLink: string): string {
  const address = new URL(registrationLink);
  address.searchParams.set('openid_configuration', platformUrls(site).openidConfiguration);
  address.searchParams.set('registration_token', registrationToken(site));
  return address.href;
}

/** The token's subject is the client id the tool will get. */
function registrationToken(site: Site): string {
  const iat = Math.floor(site.now().getTime() / 1000);
  return signJwt(site.state.key, { sub: newClientId(), scope: 'reg', iat, exp: iat + 3600 });
}

export const newClientId = () =>
  randomBytes(24)
    .toString('base64')
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(0, 15);

class RegistrationError extends Error {
  constructor(
    message: string,
    readonly status = 400,
  ) {
    super(message);
  }
}

export function registrationEndpoint(site: Site) {
  return (req: Request, res: Response): void => {
    try {
      const clientId = clientIdOf(site, req.headers.authorization);
      const registration = parseRegistration(bodyOf(req));
      const tool = toTool(nextId(site, 'tool'), clientId, registration);
      site.state.tools.push(tool);
      site.state.usedRegistrations.push(clientId);
      site.save();
      res.type('application/json; charset=utf-8').send(phpJson(toAnswer(tool, registration)));
    } catch (refusal) {
      if (!(refusal instanceof RegistrationError)) throw refusal;
      res.status(refusal.status).type('text/html; charset=utf-8').send(refusal.message);
    }
  };
}

function clientIdOf(site: Site, authorization: string | undefined): string {
  if (!authorization?.startsWith('Bearer ')) throw new RegistrationError('missing_registration_token', 401);
  const { sub, scope: use } = verifyOwn(site, authorization.slice('Bearer '.length).trim());
  if (typeof sub !== 'string' || use !== 'reg') throw new RegistrationError('incorrect_registration_scope', 401);
  if (site.state.usedRegistrations.includes(sub)) throw new RegistrationError('token_already_used', 401);
  return sub;
}

function verifyOwn(site: Site, token: string) {
  try {
    return verifyJwt(token, [publicJwk(site.state.key)], site.now());
  } catch (refusal) {
    if (refusal instanceof JwtRefusal) throw new MoodleError(`Exception - ${refusal.message}`);
    throw refusal;
  }
}

function parseRegistration(body: string): Registration {
  const { data } = Registration.safeParse(parseJson(body));
  if (!data) throw new RegistrationError('missing required attribute response_types');
  const required = ['response_types', 'initiate_login_uri', 'redirect_uris', 'client_name', 'jwks_uri'] as const;
  for (const name of [...required, 'token_endpoint_auth_method'] as const) {
    if (!data[name]?.length) throw new RegistrationError(`missing required attribute ${name}`);
  }
  const { domain, target_link_uri: target } = data[toolConfiguration];
  if (!domain) throw new RegistrationError('missing_domain');
  // The port belongs to the domain.
  if (target && (!URL.canParse(target) || new URL(target).host !== domain))
    throw new RegistrationError('domain_targetlinkuri_mismatch');
  return data;
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function toTool(id: string, clientId: string, registration: Registration): Tool {
  const configuration = registration[toolConfiguration];
  const scopes = registration.scope.split(' ');
  const target = configuration.target_link_uri ?? `https://${configuration.domain ?? ''}`;
  const deepLink = configuration.messages.find(({ type }) => type === deepLinking);
  return {
    id,
    clientId,
    state: 'pending',
    name: registration.client_name ?? '',
    description: configuration.description,
    targetLinkUri: target,
    initiateLoginUri: registration.initiate_login_uri ?? '',
    redirectUris: registration.redirect_uris ?? [],
    jwksUri: registration.jwks_uri ?? '',
    ...(deepLink ? { deepLinkUri: deepLink.target_link_uri ?? target } : {}),
    custom: configuration.custom_parameters,
    gradebook: gradebookAccess(scopes),
    members: scopes.includes(scope.members),
    sharesName: configuration.claims.some((claim) => ['name', 'given_name', 'family_name'].includes(claim)),
    sharesEmail: configuration.claims.includes('email'),
  };
}

function gradebookAccess(scopes: readonly string[]): Tool['gradebook'] {
  if (scopes.includes(scope.items)) return 'manage-items';
  return [scope.itemsReadOnly, scope.results, scope.score].some((one) => scopes.includes(one)) ? 'read-items' : 'none';
}

function toAnswer(tool: Tool, { logo_uri }: Registration) {
  // Moodle promises line item management even to a tool that didn't ask for it; tokens won't have it.
  const gradebook = tool.gradebook === 'none' ? [] : [scope.score, scope.results, scope.itemsReadOnly, scope.items];
  return {
    client_id: tool.clientId,
    response_types: ['id_token'],
    jwks_uri: tool.jwksUri,
    initiate_login_uri: tool.initiateLoginUri,
    grant_types: ['client_credentials', 'implicit'],
    redirect_uris: tool.redirectUris,
    application_type: 'web',
    token_endpoint_auth_method: 'private_key_jwt',
    client_name: tool.name,
    ...(logo_uri === undefined ? {} : { logo_uri }),
    scope: [...gradebook, ...(tool.members ? [scope.members] : [])].join(' '),
    [toolConfiguration]: {
      version: '1.3.0',
      deployment_id: tool.id,
      target_link_uri: tool.targetLinkUri,
      domain: new URL(tool.targetLinkUri).host,
      description: tool.description,
      messages: tool.deepLinkUri === undefined ? [] : [{ type: deepLinking, target_link_uri: tool.deepLinkUri }],
      custom_parameters: tool.custom,
      claims: [
        'sub',
        'iss',
        ...(tool.sharesName ? ['name', 'family_name', 'given_name'] : []),
        ...(tool.sharesEmail ? ['email'] : []),
      ],
    },
  };
}
