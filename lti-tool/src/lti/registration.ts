import { signingAlgorithms, type Platform, type SigningAlgorithm } from '@buitenboord/shared/domain/school/school.js';
import { isProblem, Problem } from '@buitenboord/shared/problem.js';
import { parseJson } from '@buitenboord/shared/runtime/fetch-json.js';
import type { Outbound, OutboundAnswer, OutboundRequest } from '@buitenboord/shared/runtime/fetch-json.js';
import { z } from 'zod';
import { belongsTo, mayGiveTokens } from './registration-hosts.js';
import { names } from './wire.js';

/** What a platform says of itself (LTI Dynamic Registration 1.0 §3.4), as far as we use it. */
const Configuration = z.object({
  issuer: z.url().max(2048),
  authorization_endpoint: z.url().max(2048),
  token_endpoint: z.url().max(2048),
  jwks_uri: z.url().max(2048),
  registration_endpoint: z.url().max(2048),
  id_token_signing_alg_values_supported: z.array(z.unknown()).optional().catch(undefined),
  [names.platformConfiguration]: z.object({ product_family_code: z.string().max(100).optional().catch(undefined) }),
});

const Registered = z.object({
  client_id: z.string().min(1).max(255),
  // Moodle tells the deployment here; others leave it to the administrator.
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
}

/**
 * Reads what a platform says of itself, at the address its administrator's page gave. Throws Problem `registration/…` when that can't be
 * read, or names addresses of somebody else.
 */
export async function readPlatformConfiguration(outbound: Outbound, url: string): Promise<PlatformConfiguration> {
  const answer = await ask(outbound, { url, headers: { accept: 'application/json' } });
  if (answer.status !== 200) throw new Problem('registration/platform-answer-unusable', { status: answer.status });
  const told = read(answer.text, Configuration);
  const { issuer } = told;
  // §3.4: who answers at one host may not register an issuer of another.
  const own = [url, told.authorization_endpoint, told.jwks_uri, told.registration_endpoint];
  if (!own.every((address) => belongsTo(issuer, address)) || !mayGiveTokens(issuer, told.token_endpoint)) {
    throw new Problem('registration/platform-address-refused', { issuer, reason: 'foreign-host' });
  }
  // The browser is sent to the first and we ask the others: a platform on https stays on https.
  const secure =
    !url.startsWith('https:') || [...own, told.token_endpoint].every((address) => address.startsWith('https:'));
  if (!secure) throw new Problem('registration/platform-address-refused', { issuer, reason: 'not-https' });
  return {
    issuer,
    authUrl: told.authorization_endpoint,
    tokenUrl: told.token_endpoint,
    jwksUrl: told.jwks_uri,
    registrationUrl: told.registration_endpoint,
    product: told[names.platformConfiguration].product_family_code ?? 'unknown',
    ...signingAlgorithmOf(told.id_token_signing_alg_values_supported ?? []),
  };
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
  const answer = await ask(outbound, {
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
  const told = read(answer.text, Registered);
  const deployment = told[names.toolConfiguration]?.deployment_id;
  return { ...platform, clientId: told.client_id, deployments: deployment === undefined ? [] : [deployment] };
}

/** Moodle answers a few plain words (`missing_domain`, `token_already_used`), or a whole page. */
function plainReason(text: string): string | undefined {
  return /^[\w ]{1,80}$/u.test(text.trim()) ? text.trim() : undefined;
}

async function ask(outbound: Outbound, request: OutboundRequest): Promise<OutboundAnswer> {
  try {
    return await outbound.request(request);
  } catch (error) {
    if (isProblem(error, 'platform/address-refused')) {
      throw new Problem('registration/platform-address-refused', error.facts, { cause: error });
    }
    if (isProblem(error)) throw new Problem('registration/platform-answer-unusable', error.facts, { cause: error });
    throw error;
  }
}

function read<T>(text: string, schema: z.ZodType<T>): T {
  try {
    return parseJson(text, schema);
  } catch (error) {
    if (!isProblem(error, 'platform/answer-unusable')) throw error;
    throw new Problem('registration/platform-answer-unusable', error.facts, { cause: error });
  }
}
