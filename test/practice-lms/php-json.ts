/** JSON as PHP's `json_encode` writes it: slashes and everything outside ASCII escaped. */
export function phpJson(value: unknown): string {
  return phpJsonWithSlashes(value).replaceAll('/', '\\/');
}

/** With JSON_UNESCAPED_SLASHES, as Moodle echoes line items. */
export function phpJsonWithSlashes(value: unknown): string {
  return JSON.stringify(value).replace(/[\u0080-\uffff]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** Headers and status texts leave Moodle as raw UTF-8, which Node only sends when it looks like latin1. */
export const asHeaderBytes = (text: string) => Buffer.from(text.replace(/[\r\n]+/g, ' '), 'utf8').toString('latin1');
