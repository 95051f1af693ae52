import { signingAlgorithms, type Platform, type SigningAlgorithm } from '@buitenboord/shared/domain/school/school.js';
import { Problem } from '@buitenboord/shared/problem.js';
import type { Outbound, OutboundAnswer } from '@buitenboord/shared/runtime/fetch-json.js';
import { z } from 'zod';
import { askPlatform, readAnswer } from './ask-platform.js';
import { belongsTo, mayGiveTokens, mayRegister } from './registration-hosts.js';
import { names } from './wire.js';

/** What a platform says of itself (LTI Dynamic Registration 1.0 §3.4), as far as we use it. */
const Configuration = z.object({
  issuer: z.url().max(2048),
  authorization_endpoint: z.url().max(2048),
  token_endpoint: z.url().max(2048),
  jwks_uri: z.url().max(2048),
  registration_endpoint: z.url().max(2048),
  id_token_signing_alg_values_supported: z.array(z.unknown()).optional().catch(undefined),
  // §3.4: whom a request for a token is addressed to. Brightspace has one for all its customers.
  authorization_server: z.string().max(2048).optional().catch(undefined),
  [names.platformConfiguration]: z.object({ product_family_code: z.string().max(100).optional().catch(undefined) }),
});

const Registered = z.object({
  client_id: z.string().min(1).max(255),
  // Canvas tells the deployment here, Moodle in the configuration below; others leave it to the administrator.
  deployment_id: z.string().min(1).max(255).optional().catch(undefined),
  [names.toolConfiguration]: z
    .object({ deployment_id: z.string().min(1).max(255).optional().catch(undefined) })
    .optional()
    .catch(undefined),
});

export interface PlatformConfiguration {
  issuer: string;
  authUrl: string;
  tokenUrl: string;
  jwksUrl: string;
  registrationUrl: string;
  product: string;
  /** Absent for RS256. */
  signingAlgorithm?: SigningAlgorithm;
  audience?: string;
}

/**
 * Reads what a platform says of itself, at the address its administrator's page gave. Throws Problem `registration/…` when that can't be
 * read, or names addresses of somebody else.
 */
export async function readPlatformConfiguration(
  outbound: Outbound,
  url: string,
  registrationToken?: string,
): Promise<PlatformConfiguration> {
  const answer = await askConfiguration(outbound, url, registrationToken);
  if (answer.status !== 200) throw new Problem('registration/platform-answer-unusable', { status: answer.status });
  const told = readAnswer(answer.text, Configuration);
  insistOnItsOwn(url, told);
  const audience = told.authorization_server;
  return {
    issuer: told.issuer,
    authUrl: told.authorization_endpoint,
    tokenUrl: told.token_endpoint,
    jwksUrl: told.jwks_uri,
    registrationUrl: told.registration_endpoint,
    product: told[names.platformConfiguration].product_family_code ?? 'unknown',
    ...signingAlgorithmOf(told.id_token_signing_alg_values_supported ?? []),
    // Canvas says a bare host here, and wants the token address all the same.
    ...(audience?.startsWith('https://') && audience !== told.token_endpoint && { audience: audience }),
  };
}

/** Canvas shows its configuration to who holds the registration token (file.registration); the others show it to everybody, and get no token here. */
async function askConfiguration(outbound: Outbound, url: string, token: string | undefined): Promise<OutboundAnswer> {
  const headers = { accept: 'application/json' };
  const open = await askPlatform(outbound, { url, headers });
  if (open.status !== 401 || token === undefined) return open;
  return askPlatform(outbound, { url, headers: { ...headers, authorization: `Bearer ${token}` } });
}

/** §3.4: who answers at one host may not register an issuer of another. */
function insistOnItsOwn(url: string, told: z.infer<typeof Configuration>): void {
  const { issuer, token_endpoint: token, registration_endpoint: registration } = told;
  const own = [told.authorization_endpoint, told.jwks_uri];
  const isItsOwn =
    own.every((address) => belongsTo(issuer, address)) &&
    [url, registration].every((address) => mayRegister(issuer, address)) &&
    mayGiveTokens(issuer, token);
  if (!isItsOwn) throw new Problem('registration/platform-address-refused', { issuer, reason: 'foreign-host' });
  // The browser is sent to the first and we ask the others: a platform on https stays on https.
  const secure =
    !url.startsWith('https:') || [...own, registration, token].every((address) => address.startsWith('https:'));
  if (!secure) throw new Problem('registration/platform-address-refused', { issuer, reason: 'not-https' });
}

/** RS256 wherever it is offered (Security Framework §6.1: everybody has it), else the first that is approved. */
function signingAlgorithmOf(offered: readonly unknown[]): Pick<PlatformConfiguration, 'signingAlgorithm'> {
  const usable = signingAlgorithms.filter((each) => offered.includes(each));
  const [first] = usable;
  return first === undefined || first === 'RS256' ? {} : { signingAlgorithm: first };
}

export interface ToolToRegister {
  platform: PlatformConfiguration;
  /** From the administrator's page; single use, an hour at most. Some platforms give none. */
  registrationToken?: string;
  /** Made by `registrationRequest`. */
  request: object;
}

/** What a registration tells us: a platform, but for whose it is and whether anyone has confirmed it. */
export type RegisteredPlatform = Omit<Platform, 'school' | 'state' | 'createdAt'>;

/** Registers the tool at the platform. Throws Problem `registration/…`; a second try needs a new registration token from the platform. */
export async function registerTool(outbound: Outbound, tool: ToolToRegister): Promise<RegisteredPlatform> {
  const { registrationUrl, ...platform } = tool.platform;
  const token = tool.registrationToken;
  const answer = await askPlatform(outbound, {
    url: registrationUrl,
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(tool.request),
  });
  // §3.6 says 200; RFC 7591 §3.2.1, which it builds on, says 201.
  if (answer.status !== 200 && answer.status !== 201) {
    throw new Problem('registration/platform-refused', { status: answer.status, reason: plainReason(answer.text) });
  }
  const told = readAnswer(answer.text, Registered);
  const deployment = told[names.toolConfiguration]?.deployment_id ?? told.deployment_id;
  return { ...platform, clientId: told.client_id, deployments: deployment === undefined ? [] : [deployment] };
}

/** Moodle answers a few plain words (`missing_domain`, `token_already_used`), or a whole page. */
function plainReason(text: string): string | undefined {
  return /^[\w ]{1,80}$/u.test(text.trim()) ? text.trim() : undefined;
}
