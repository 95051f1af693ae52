/** Puts `/scores` or `/results` behind the path and in front of the query, which Moodle's line items carry (AGS 2.0 §3.3.1, §3.4.1). */
export function pathBeforeQuery(lineItem: string, part: 'scores' | 'results'): string {
  const url = new URL(lineItem);
  url.pathname = `${url.pathname.replace(/\/$/u, '')}/${part}`;
  return url.toString();
}

/** Adds parameters to an address and keeps the ones it has; what is undefined is left out. */
export function withQuery(address: string, parameters: Readonly<Record<string, string | undefined>>): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) url.searchParams.set(name, value);
  return url.toString();
}

/**
 * The address that a Link header gives for `next` or `differences`, as it stands there (RFC 8288): case counts. Moodle's line item lists have curly
 * quotes around `next` and `&amp;` in the address; followed literally, the paging is lost and the first page comes again.
 */
export function linkTo(relation: 'next' | 'differences', link: string | undefined): string | undefined {
  const named = new RegExp(`;\\s*rel\\s*=[^a-z;,]*${relation}\\b`, 'iu');
  for (const [, address = '', parameters = ''] of (link ?? '').matchAll(/<([^<>]*)>([^<]*)/gu)) {
    if (named.test(parameters)) return address.replaceAll('&amp;', '&');
  }
  return undefined;
}
