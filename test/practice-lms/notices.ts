import { randomUUID } from 'node:crypto';
import { signJwt, type Claims } from './keys.js';
import { scope } from './scopes.js';
import { notFound, parseObject, ServiceRefusal, type Answer, type Call, type Resource } from './service.js';
import type { Course } from './seed.js';
import { findTool, type Site, type Tool } from './site.js';

const claim = (name: string) => `https://purl.imsglobal.org/spec/lti/claim/${name}`;
const types = ['LtiHelloWorldNotice', 'LtiContextCopyNotice'];
const format = 'application/json';

/** Platform Notification Service 1.0, as Canvas documents it. Not Moodle's: only when the practice LMS was asked for it. */
export const noticeHandlers: Resource = {
  path: /^\/notice-handlers\/([^/]+)$/,
  formats: [format],
  methods: {
    GET: { scopes: [scope.notices], answer: (call) => json(listed(call)) },
    PUT: { scopes: [scope.notices], answer: put },
  },
};

export const noticeClaim = (site: Site, tool: Tool): Claims =>
  site.notices
    ? {
        [claim('platformnotificationservice')]: {
          service_versions: ['1.0'],
          platform_notification_service_url: `${site.url}/mod/lti/services.php/notice-handlers/${tool.id}`,
          scope: [scope.notices],
          notice_types_supported: [...types, 'LtiAssetProcessorSubmissionNotice'],
        },
      }
    : {};

/** Tells every tool that asked for it that a course was copied. */
export function tellOfCopy(site: Site, copy: Course): void {
  const origin = copy.copiedFrom?.at(-1);
  for (const [key, handler] of site.handlers) {
    const [toolId = '', type] = key.split(' ');
    const tool = findTool(site, toolId);
    if (!tool || type !== 'LtiContextCopyNotice') continue;
    void send(
      handler,
      noticeFor(site, tool, type, {
        [claim('context')]: { id: copy.id, label: copy.shortname, title: copy.fullname },
        [claim('origin_contexts')]: origin === undefined ? [] : [origin],
      }),
    );
  }
}

/** A signed notice. It has no `sub`, and like Canvas's a nonce and no jti. */
export function noticeFor(site: Site, tool: Tool, type: string, claims: Claims = {}): string {
  const iat = Math.floor(site.now().getTime() / 1000);
  return signJwt(site.state.key, {
    iss: site.url,
    aud: tool.clientId,
    azp: tool.clientId,
    iat,
    exp: iat + 3600,
    nonce: randomUUID(),
    [claim('version')]: '1.3.0',
    [claim('deployment_id')]: tool.id,
    [claim('notice')]: { id: randomUUID(), timestamp: new Date(iat * 1000).toISOString(), type },
    ...claims,
  });
}

function put(call: Call): Answer {
  const { site, tool, body } = call;
  insistOnOwn(call);
  const { notice_type: type, handler } = parseObject(body);
  const known = typeof type === 'string' && types.includes(type) && typeof handler === 'string';
  const ownHost = known && URL.canParse(handler) && new URL(handler).host === new URL(tool.targetLinkUri).host;
  if (!ownHost) throw new ServiceRefusal(400);
  site.handlers.set(`${tool.id} ${type}`, handler);
  // A greeting at once, so that a tool sees that it works.
  if (type === 'LtiHelloWorldNotice') void send(handler, noticeFor(site, tool, type));
  return json({ notice_type: type, handler });
}

function listed(call: Call): object {
  insistOnOwn(call);
  const { site, tool } = call;
  const handlers = types.map((type) => ({ notice_type: type, handler: site.handlers.get(`${tool.id} ${type}`) ?? '' }));
  return { client_id: tool.clientId, deployment_id: tool.id, notice_handlers: handlers };
}

function insistOnOwn({ site, tool, params }: Call): void {
  if (!site.notices) throw notFound('this service');
  if (params[0] !== tool.id) throw new ServiceRefusal(401);
}

const json = (body: object): Answer => ({ status: 200, type: format, body: JSON.stringify(body) });

/** Not tried again when nobody answers. */
async function send(handler: string, jwt: string): Promise<void> {
  const body = JSON.stringify({ notices: [{ jwt }] });
  await fetch(handler, { method: 'POST', headers: { 'content-type': format }, body }).catch(() => undefined);
}
