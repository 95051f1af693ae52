import { jwksUrl, toolAddresses } from './tool-addresses.js';

/** What an LMS administrator types in to register the tool by hand (LTI 1.3 §3.1.3; the names are ours). */
export interface ValuesForLms {
  loginUrl: string;
  redirectUris: string[];
  jwksUrl: string;
  targetLinkUri: string;
  deepLinkingUrl: string;
}

/** The values of a school: only its key set differs from another school's. */
export function valuesForLms(baseUrl: string, school: string): ValuesForLms {
  const { login, launch, deepLinking } = toolAddresses(baseUrl);
  return {
    loginUrl: login,
    redirectUris: [launch],
    jwksUrl: jwksUrl(baseUrl, school),
    targetLinkUri: launch,
    deepLinkingUrl: deepLinking,
  };
}
