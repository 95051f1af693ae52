/**
 * Platforms whose addresses stand on another host than their issuer. Everybody else's must be on the issuer's own host, so that a
 * configuration can't claim to speak for an LMS it isn't.
 */
const foreignHosts: Readonly<Record<string, readonly string[]>> = {
  // Instructure moved the endpoints of its cloud away from the issuer in 2023; the issuer is one for all schools (developerdocs.instructure.com, lti_dev_key_config).
  'https://canvas.instructure.com': ['sso.canvaslms.com'],
  'https://canvas.beta.instructure.com': ['sso.beta.canvaslms.com'],
  'https://canvas.test.instructure.com': ['sso.test.canvaslms.com'],
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

/**
 * Whether a registration for this issuer may be told or taken there. Canvas's cloud does both on the school's own host, while the issuer is one for
 * all (canvas-lms, security_controller: `registration_endpoint` is on the account's domain).
 */
export function mayRegister(issuer: string, address: string): boolean {
  if (belongsTo(issuer, address)) return true;
  return Object.hasOwn(foreignHosts, issuer) && (hostOf(address) ?? '').endsWith('.instructure.com');
}

/**
 * Who may show the page of a registration in a frame: the LMS whose address stands in the link. Canvas's cloud shows it on the school's own host and
 * names the one it has for all.
 */
export function framersOf(openidConfiguration: string): string[] {
  const { origin } = new URL(openidConfiguration);
  return Object.hasOwn(foreignHosts, origin) ? [origin, 'https://*.instructure.com'] : [origin];
}

/** Host with port. */
function hostOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).host : undefined;
}
