import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { addActivity, type NewActivity } from './activities.js';
import { ContentItem } from './content-item.js';
import { JwtRefusal } from './keys.js';
import { MoodleError } from './moodle-error.js';
import type { Session } from './sessions.js';
import type { Site, Tool } from './site.js';
import type { ToolKeys } from './tool-keys.js';

const Response = z.looseObject({
  iss: z.string(),
  'https://purl.imsglobal.org/spec/lti/claim/message_type': z.literal('LtiDeepLinkingResponse'),
  'https://purl.imsglobal.org/spec/lti-dl/claim/content_items': z.array(ContentItem).default([]),
});

/** Reads what the tool sent back. Only links are understood; other types are passed over. */
export async function readResponse(
  jwt: string,
  { site, tool, toolKeys }: { site: Site; tool: Tool; toolKeys: ToolKeys },
) {
  const { data } = Response.safeParse(await verified(jwt, tool, { site, toolKeys }));
  if (data?.iss !== tool.clientId) throw new MoodleError('Consumer key is incorrect.');
  const items = data['https://purl.imsglobal.org/spec/lti-dl/claim/content_items'];
  return items.filter(({ type }) => type === 'ltiResourceLink');
}

async function verified(jwt: string, tool: Tool, { site, toolKeys }: { site: Site; toolKeys: ToolKeys }) {
  try {
    return await toolKeys.verify(jwt, tool, site.now());
  } catch (refusal) {
    if (refusal instanceof JwtRefusal) throw new MoodleError(`Exception - ${refusal.message}`);
    throw refusal;
  }
}

/** Kept until the teacher saves; an empty choice closes the dialog and nothing happens. */
export function keepSelection(session: Session, items: readonly ContentItem[]): string | undefined {
  if (items.length === 0) return undefined;
  const id = randomBytes(8).toString('hex');
  session.selections.set(id, items);
  return id;
}

export function saveSelection(
  site: Site,
  tool: Tool,
  { courseId, items }: { courseId: string; items: readonly ContentItem[] },
) {
  return items.map((item) => addActivity(site, toActivity(tool, courseId, item)));
}

const toActivity = (
  tool: Tool,
  courseId: string,
  { title, text, url, custom, lineItem }: ContentItem,
): NewActivity => ({
  courseId,
  toolId: tool.id,
  name: title || tool.name,
  text,
  url,
  custom,
  ...(lineItem ? { lineItem } : {}),
});
