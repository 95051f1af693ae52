import { createHash } from 'node:crypto';

/**
 * A mark of the text as the page showed it. A form sends it back, so that pressing another button on an old page doesn't put the old
 * text over a newer one.
 */
export function textMark(text: string): string {
  return createHash('sha256').update(sameLines(text)).digest('base64url').slice(0, 16);
}

/** Forms send line ends as CR LF (HTML standard), whatever was typed. */
export function sameLines(text: string): string {
  return text.replace(/\r\n?/gu, '\n');
}
