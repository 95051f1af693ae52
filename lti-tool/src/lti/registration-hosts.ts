/**
 * Platforms whose addresses stand on another host than their issuer. Everybody else's must be on the issuer's own host, so that a
 * configuration can't claim to speak for an LMS it isn't.
 */
const foreignHosts: Readonly<Record<string, readonly string[]>> = {
  // Instructure moved the endpoints of its cloud away from the issuer in 2023; the issuer is one for all schools.
  'https://canvas.instructure.com': ['sso.canvaslms.com'],
};

/** D2L gives tokens to all its customers from one host. */
const sharedTokenHosts: readonly string[] = ['auth.brightspace.com'];

/** Whether an address may belong to this issuer. */
export function belongsTo(issuer: string, address: string): boolean {
  const host = hostOf(address);
  return host !== undefined && [hostOf(issuer), ...(foreignHosts[issuer] ?? [])].includes(host);
}

/** Whether tokens for this issuer's services may come from there. */
export function mayGiveTokens(issuer: string, address: string): boolean {
  return belongsTo(issuer, address) || sharedTokenHosts.includes(hostOf(address) ?? '');
}

/** Host with port. */
function hostOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).host : undefined;
}
