import jwt from 'jsonwebtoken';
import { newId, newSecret } from '@buitenboord/shared/ids.js';
import type { SigningKey } from './tool-keys.js';
import { names } from './wire.js';

/** An activity to add to the course (Deep Linking 2.0 §3.2). */
export interface LinkItem {
  title: string;
  /** Plain text. */
  text?: string;
  url: string;
  /** Comes back with each launch. */
  custom: Readonly<Record<string, string>>;
  /** A column in the gradebook, made with the activity. */
  lineItem?: { scoreMaximum: number; label: string; resourceId: string; tag: string };
  /** Until when it can be handed in: ISO 8601 with an offset. */
  submission?: { endDateTime: string };
}

export interface DeepLinkingAnswer {
  platform: { issuer: string; clientId: string };
  /** The one of the request (§4.5.3). */
  deployment: string;
  /** Of the request: goes back exactly when it was there (§4.5.5). */
  data?: string;
  /** Empty when the teacher cancelled (§2.3). */
  items: readonly LinkItem[];
  /** For the teacher, plain text (§4.5.7). Moodle doesn't show it. */
  message?: string;
}

const livesSeconds = 5 * 60;

/** Signs the answer to a Deep Linking request; goes as form field `JWT` to the return address of the signed request (Security Framework §5.2). */
export function signDeepLinkingResponse({ kid, key }: SigningKey, answer: DeepLinkingAnswer, now: Date): string {
  const issuedAt = Math.floor(now.getTime() / 1000);
  const claims = {
    iss: answer.platform.clientId,
    aud: answer.platform.issuer,
    iat: issuedAt,
    exp: issuedAt + livesSeconds,
    nonce: newSecret(),
    jti: newId(),
    [names.messageType]: 'LtiDeepLinkingResponse',
    [names.version]: '1.3.0',
    [names.deployment]: answer.deployment,
    [names.contentItems]: answer.items.map(toContentItem),
    ...(answer.data !== undefined && { [names.deepLinkingData]: answer.data }),
    ...(answer.message !== undefined && { [names.deepLinkingMessage]: answer.message }),
  };
  return jwt.sign(claims, key, { algorithm: 'RS256', keyid: kid });
}

function toContentItem({ title, text, url, custom, lineItem, submission }: LinkItem): object {
  return {
    type: 'ltiResourceLink',
    title,
    url,
    custom,
    ...(text !== undefined && { text }),
    ...(lineItem !== undefined && { lineItem }),
    ...(submission !== undefined && { submission }),
  };
}
