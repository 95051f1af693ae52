import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import { JwtRefusal, readJwt } from './keys.js';
import { bodyOf } from './requests.js';
import { permittedScopes } from './scopes.js';
import { findToolByClient, type Site, type Tool } from './site.js';
import type { ToolKeys } from './tool-keys.js';

const lifetimeSeconds = 3600;

class TokenError extends Error {}

/** The token endpoint. The answers say text/html although they hold JSON, and the errors aren't always valid JSON. */
export function tokenEndpoint(site: Site, toolKeys: ToolKeys) {
  return async (req: Request, res: Response): Promise<void> => {
    res.type('text/html; charset=utf-8');
    try {
      // Anything but a form leaves PHP without fields.
      const fields = req.is('application/x-www-form-urlencoded') ? bodyOf(req) : '';
      res.send(await grantToken(site, toolKeys, new URLSearchParams(fields)));
    } catch (refusal) {
      if (!(refusal instanceof TokenError || refusal instanceof JwtRefusal)) throw refusal;
      res.status(400).send(`{\n  "error" : "${refusal.message}"\n}`);
    }
  };
}

async function grantToken(site: Site, toolKeys: ToolKeys, fields: URLSearchParams): Promise<string> {
  const { assertion, requested } = checkFields(fields);
  const tool = toolOf(site, assertion);
  // Audience, issuer and jti are not looked at.
  await toolKeys.verify(assertion, tool, site.now());
  const scopes = requested.filter((scope) => permittedScopes(site, tool).includes(scope));
  if (scopes.length === 0) throw new TokenError('invalid_scope');
  return answer(keepToken(site, tool, scopes), scopes);
}

function checkFields(fields: URLSearchParams) {
  const assertion = fields.get('client_assertion');
  const scope = fields.get('scope');
  const grantType = fields.get('grant_type');
  if (!assertion || !scope || !grantType || !fields.get('client_assertion_type'))
    throw new TokenError('invalid_request');
  if (assertion.split('.').length !== 3) throw new TokenError('invalid_request');
  if (grantType !== 'client_credentials') throw new TokenError('unsupported_grant_type');
  return { assertion, requested: scope.split(' ') };
}

function toolOf(site: Site, assertion: string): Tool {
  const { sub } = readJwt(assertion).claims;
  if (typeof sub !== 'string' || !sub) throw new TokenError('invalid_request');
  const tool = findToolByClient(site, sub);
  if (!tool) throw new TokenError('invalid_client');
  return tool;
}

function keepToken(site: Site, tool: Tool, scopes: string[]): string {
  const now = Math.floor(site.now().getTime() / 1000);
  const value = randomBytes(16).toString('hex');
  site.state.tokens = site.state.tokens.filter(({ expiresAt }) => expiresAt > now);
  site.state.tokens.push({ value, toolId: tool.id, scopes, expiresAt: now + lifetimeSeconds });
  site.save();
  return value;
}

const answer = (token: string, scopes: string[]) => `{
  "access_token" : "${token}",
  "token_type" : "Bearer",
  "expires_in" : ${lifetimeSeconds},
  "scope" : "${scopes.join(' ')}"
}`;
