import { simpleParser, type ParsedMail } from 'mailparser';
import { serverSentence } from './server-sentence.js';

/** A mail of ours that came back: which, and why in the words of the server that gave it up. */
export interface ParsedBounce {
  messageId: string;
  detail: string;
}

/**
 * Reads a delivery status notification (RFC 3464), or the plain notice of servers that only name `X-Failed-Recipients`. Undefined for any
 * other mail, for news that is no failure (delayed, delivered), and for one that doesn't say which mail it is about.
 */
export async function parseBounce(source: Buffer): Promise<ParsedBounce | undefined> {
  const mail = await simpleParser(source, {
    keepDeliveryStatus: true,
    skipHtmlToText: true,
    skipImageLinks: true,
    skipTextToHtml: true,
  });
  const status = partOf(mail, 'message/delivery-status');
  if (status !== undefined) return fromStatus(mail, status, source);
  return mail.headers.has('x-failed-recipients') ? fromPlainNotice(mail, source) : undefined;
}

function fromStatus(mail: ParsedMail, status: string, source: Buffer): ParsedBounce | undefined {
  if (!/^action:\s*failed\b/imu.test(status)) return undefined;
  const returned = partOf(mail, 'message/rfc822') ?? partOf(mail, 'text/rfc822-headers') ?? source.toString('utf8');
  const messageId = messageIdIn(returned) ?? mail.inReplyTo;
  if (messageId === undefined) return undefined;
  return {
    messageId,
    detail: serverSentence(fieldIn(status, 'diagnostic-code') ?? fieldIn(status, 'status') ?? 'delivery failed'),
  };
}

function fromPlainNotice(mail: ParsedMail, source: Buffer): ParsedBounce | undefined {
  const messageId = messageIdsIn(source.toString('utf8')).find((id) => id !== mail.messageId);
  if (messageId === undefined) return undefined;
  const reason = /^.*\b5\d\d[ -].*$/mu.exec(mail.text ?? '')?.[0];
  return { messageId, detail: serverSentence(reason ?? 'delivery failed') };
}

function partOf(mail: ParsedMail, type: string): string | undefined {
  return mail.attachments.find(({ contentType }) => contentType === type)?.content.toString('utf8');
}

/** A field of the status with its folded lines (RFC 5322 §2.2.3), without the type in front of a diagnostic ("smtp; …"). */
function fieldIn(status: string, name: string): string | undefined {
  const field = new RegExp(`^${name}:(.*(?:\\r?\\n[ \\t].*)*)`, 'imu').exec(status)?.[1];
  return field?.replace(/^\s*[\w-]+;\s*/u, '').trim();
}

function messageIdIn(text: string): string | undefined {
  return messageIdsIn(text)[0];
}

function messageIdsIn(text: string): string[] {
  return [...text.matchAll(/^message-id:\s*(<[^<>\s]{1,400}>)/gimu)].flatMap(([, id]) =>
    id === undefined ? [] : [id],
  );
}
