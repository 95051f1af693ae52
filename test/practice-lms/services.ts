import { STATUS_CODES } from 'node:http';
import type { Request, Response } from 'express';
import { lineItems, lineItem } from './ags-line-items.js';
import { results } from './ags-results.js';
import { scores } from './ags-scores.js';
import { noticeHandlers } from './notices.js';
import { members } from './nrps.js';
import { asHeaderBytes } from './php-json.js';
import { bodyOf, queryOf } from './requests.js';
import { ServiceRefusal, type Answer, type Call, type Method, type Resource } from './service.js';
import { findTool, type AccessToken, type Site } from './site.js';

const resources: readonly Resource[] = [lineItems, lineItem, scores, results, members, noticeHandlers];

/** Everything under services.php: picks the resource, answers, and words refusals as Moodle does. */
export function servicesEndpoint(site: Site) {
  return (req: Request, res: Response): void => {
    try {
      send(res, answerTo(site, req));
    } catch (refusal) {
      if (!(refusal instanceof ServiceRefusal)) throw refusal;
      send(res, refusal.answer ?? describe(req, refusal));
    }
  };
}

const pathOf = (req: Request) => req.path.replace('/mod/lti/services.php', '');
const acceptOf = (req: Request) => req.headers.accept ?? '*/*';
const contentTypeOf = (req: Request) => req.headers['content-type'] ?? '';

function answerTo(site: Site, req: Request): Answer {
  const { method, params } = findHandler(req);
  const token = findToken(site, req.headers.authorization);
  const tool = token && findTool(site, token.toolId);
  const query = queryOf(req);
  const forOtherTool = tool && query.has('type_id') && query.get('type_id') !== tool.id;
  if (!tool || forOtherTool || !method.scopes.some((scope) => token.scopes.includes(scope)))
    throw new ServiceRefusal(401);
  // A GET asks with Accept, the others bring a Content-Type; Moodle compares either with the resource's formats.
  const mediaType = req.method === 'GET' ? acceptOf(req) : mediaTypeOf(req);
  const call: Call = { site, tool, params, query, mediaType, body: bodyOf(req) };
  return method.answer(call);
}

const mediaTypeOf = (req: Request) => contentTypeOf(req).split(';')[0]?.trim() ?? '';

function findHandler(req: Request): { method: Method; params: readonly string[] } {
  for (const resource of resources.filter((candidate) => speaks(candidate, req))) {
    const match = resource.path.exec(pathOf(req));
    if (!match) continue;
    const method = resource.methods[req.method];
    if (!method) throw new ServiceRefusal(405);
    return { method, params: match.slice(1) };
  }
  // Moodle names Accept for a GET or DELETE and Content-Type for the others, with both spaces either way.
  const asks = ['GET', 'DELETE'].includes(req.method);
  const types = asks ? `${acceptOf(req)} ` : ` ${mediaTypeOf(req)}`;
  throw new ServiceRefusal(400, `No handler found for ${pathOf(req)} ${types}`);
}

/** One media type, to the letter: a list of two or a quality value is not understood. */
function speaks({ formats }: Resource, req: Request): boolean {
  if (req.method === 'DELETE') return true;
  if (req.method === 'GET') return acceptOf(req).includes('*/*') || formats.includes(acceptOf(req));
  return formats.includes(mediaTypeOf(req));
}

function findToken(site: Site, authorization = ''): AccessToken | undefined {
  const now = site.now().getTime() / 1000;
  const value = authorization.replace(/^Bearer /, '');
  return site.state.tokens.find((token) => token.value === value && token.expiresAt > now);
}

/** No WWW-Authenticate, and 401 even where a scope is missing. */
function describe(req: Request, { status, reason }: ServiceRefusal): Answer {
  const request = { method: req.method, url: req.originalUrl, accept: acceptOf(req), contentType: contentTypeOf(req) };
  return {
    status,
    reason: reason.trim(),
    type: 'application/json',
    body: JSON.stringify({ status, reason, request }, null, 4),
  };
}

function send(res: Response, { status, reason, type, body, headers = {} }: Answer): void {
  res.statusCode = status;
  res.statusMessage = asHeaderBytes(reason ?? STATUS_CODES[status] ?? '');
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, asHeaderBytes(value));
  res.setHeader('Content-Type', type === 'text/html' && status === 502 ? type : `${type}; charset=utf-8`);
  // As bytes: a string would be sent together with the headers, all of it as UTF-8, which encodes those twice.
  res.end(Buffer.from(body));
}
