/** Our own addresses, as an LMS knows them. */
export interface ToolAddresses {
  login: string;
  /** The one redirect_uri, and the target of every activity that has no address of its own. */
  launch: string;
  deepLinking: string;
}

/** The addresses that hang on where the tool is installed; `baseUrl` has no slash at its end. */
export function toolAddresses(baseUrl: string): ToolAddresses {
  return { login: `${baseUrl}/lti/login`, launch: `${baseUrl}/lti/launch`, deepLinking: `${baseUrl}/lti/deep-linking` };
}

/** Where an LMS fetches the public keys of a school: each school signs with its own (Security Framework §7.2). */
export function jwksUrl(baseUrl: string, school: string): string {
  return `${baseUrl}/lti/jwks/${encodeURIComponent(school)}`;
}

/** Where Canvas reads the settings of the tool for a school. */
export function canvasConfigurationUrl(baseUrl: string, school: string): string {
  return `${baseUrl}/lti/canvas/${encodeURIComponent(school)}`;
}

/** The one-time address that an LMS administrator pastes into the LMS. */
export function registrationLinkUrl(baseUrl: string, secret: string): string {
  return `${baseUrl}/lti/register/${secret}`;
}

/** Where an LMS sends its notices: an address for each registration. */
export function noticesUrl(baseUrl: string, platform: string): string {
  return `${baseUrl}/lti/notices/${encodeURIComponent(platform)}`;
}

/** Whether an address leads to one of these routes of ours, with whatever query. Anything a browser could read differently is not ours. */
export function leadsTo(routes: readonly string[], address: string): boolean {
  // Backslashes, white space and control characters are mended silently by URL parsers, each in its own way.
  if (!/^[!-~]+$/u.test(address) || address.includes('\\') || address.includes('#')) return false;
  return routes.some((route) => address === route || address.startsWith(`${route}?`));
}
