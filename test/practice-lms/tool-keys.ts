import type { JsonWebKey } from 'node:crypto';
import { z } from 'zod';
import { JwtRefusal, readJwt, verifyJwt, type Claims } from './keys.js';
import type { Tool } from './site.js';

const Jwks = z.looseObject({ keys: z.array(z.custom<JsonWebKey>((key) => typeof key === 'object' && key !== null)) });

/** The tools' public keys as Moodle keeps them: fetched once, and again when a signature doesn't fit. */
export class ToolKeys {
  readonly #kept = new Map<string, JsonWebKey[]>();

  async verify(jwt: string, tool: Tool, now: Date): Promise<Claims> {
    readJwt(jwt);
    const kept = this.#kept.get(tool.id);
    if (kept) {
      try {
        return verifyJwt(jwt, kept, now);
      } catch (refusal) {
        if (!(refusal instanceof JwtRefusal)) throw refusal;
      }
    }
    const fresh = await fetchKeys(tool.jwksUri);
    this.#kept.set(tool.id, fresh);
    return verifyJwt(jwt, fresh, now);
  }
}

async function fetchKeys(jwksUri: string): Promise<JsonWebKey[]> {
  try {
    const headers = { accept: '*/*', 'user-agent': 'MoodleBot/4.5 (practice LMS)' };
    const response = await fetch(jwksUri, { headers, signal: AbortSignal.timeout(10_000) });
    return Jwks.parse(await response.json()).keys;
  } catch (cause) {
    throw new JwtRefusal('No keyset could be fetched', { cause });
  }
}
