import { Problem } from '@buitenboord/shared/problem.js';
import type { Outbound } from '@buitenboord/shared/runtime/fetch-json.js';
import { z } from 'zod';
import { askPlatform, readAnswer } from './ask-platform.js';
import type { PlatformAddresses } from './platform-presets.js';
import { belongsTo, mayGiveTokens } from './registration-hosts.js';

/** OpenID Connect Discovery 1.0 §3, as far as we use it. */
const Discovered = z.object({
  issuer: z.url().max(2048),
  authorization_endpoint: z.url().max(2048),
  token_endpoint: z.url().max(2048),
  jwks_uri: z.url().max(2048),
});

/**
 * Asks a platform for its addresses where OpenID Connect Discovery says they are (§4), by its issuer alone. Throws Problem `registration/…` when it
 * doesn't tell, or tells of somebody else.
 */
export async function discoverPlatform(outbound: Outbound, issuer: string): Promise<PlatformAddresses> {
  const url = `${issuer.replace(/\/$/u, '')}/.well-known/openid-configuration`;
  const answer = await askPlatform(outbound, { url, headers: { accept: 'application/json' } });
  if (answer.status !== 200) throw new Problem('registration/platform-answer-unusable', { status: answer.status });
  const told = readAnswer(answer.text, Discovered);
  const { authorization_endpoint: authUrl, token_endpoint: tokenUrl, jwks_uri: jwksUrl } = told;
  // §4.3: exactly the one that was asked for.
  const isItsOwn =
    told.issuer === issuer &&
    [authUrl, jwksUrl].every((address) => belongsTo(issuer, address)) &&
    mayGiveTokens(issuer, tokenUrl);
  if (!isItsOwn) throw new Problem('registration/platform-address-refused', { issuer, reason: 'foreign-host' });
  return { issuer, authUrl, tokenUrl, jwksUrl };
}
