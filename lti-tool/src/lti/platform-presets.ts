/** The addresses of a platform as we need them. */
export interface PlatformAddresses {
  issuer: string;
  authUrl: string;
  tokenUrl: string;
  jwksUrl: string;
  audience?: string;
}

/** What is known beforehand of a product, so that who connects by hand types less. */
export interface PlatformPreset {
  /** As platforms name themselves (`product_family_code`). */
  product: string;
  name: string;
  /** All that follows from the site and the client id; nothing where every school has to look it up. */
  addressesOf(site: string, clientId: string): Partial<PlatformAddresses>;
}

/** Recorded from Moodle 4.5.6: the issuer is the site, without a slash at the end. */
const moodle: PlatformPreset = {
  product: 'moodle',
  name: 'Moodle',
  addressesOf: (site) => ({
    issuer: site,
    authUrl: `${site}/mod/lti/auth.php`,
    tokenUrl: `${site}/mod/lti/token.php`,
    jwksUrl: `${site}/mod/lti/certs.php`,
  }),
};

/** https://developerdocs.instructure.com/services/canvas/external-tools/lti/file.lti_dev_key_config: one for all schools of the cloud. */
const canvas: PlatformPreset = {
  product: 'canvas',
  name: 'Canvas',
  addressesOf: () => ({
    issuer: 'https://canvas.instructure.com',
    authUrl: 'https://sso.canvaslms.com/api/lti/authorize_redirect',
    tokenUrl: 'https://sso.canvaslms.com/login/oauth2/token',
    jwksUrl: 'https://sso.canvaslms.com/api/lti/security/jwks',
  }),
};

/** As Sakai's and Hypothesis' guides give them: the site has its own keys, D2L gives the tokens, and wants itself as audience. */
const brightspace: PlatformPreset = {
  product: 'desire2learn',
  name: 'Brightspace',
  addressesOf: (site) => ({
    issuer: site,
    authUrl: `${site}/d2l/lti/authenticate`,
    tokenUrl: 'https://auth.brightspace.com/core/connect/token',
    jwksUrl: `${site}/d2l/.well-known/jwks`,
    audience: 'https://api.brightspace.com/auth/token',
  }),
};

/** As pylti1.3's and Microsoft's guides give them: the keys are by application, which is the client id. */
const blackboard: PlatformPreset = {
  product: 'BlackboardLearn',
  name: 'Blackboard',
  addressesOf: (_site, clientId) => ({
    issuer: 'https://blackboard.com',
    authUrl: 'https://developer.blackboard.com/api/v1/gateway/oidcauth',
    tokenUrl: 'https://developer.blackboard.com/api/v1/gateway/oauth2/jwttoken',
    ...(clientId && {
      jwksUrl: `https://developer.blackboard.com/api/v1/management/applications/${encodeURIComponent(clientId)}/jwks.json`,
    }),
  }),
};

/** https://developers.schoology.com/app-platform/lti-apps */
const schoology: PlatformPreset = {
  product: 'schoology',
  name: 'Schoology',
  addressesOf: () => ({
    issuer: 'https://schoology.schoology.com',
    authUrl: 'https://lti-service.svc.schoology.com/lti-service/authorize-redirect',
    tokenUrl: 'https://lti-service.svc.schoology.com/lti-service/access-token',
    jwksUrl: 'https://lti-service.svc.schoology.com/lti-service/.well-known/jwks',
  }),
};

/** https://developer.itslearning.com/LTI_configuration_information.html sends everybody to their own tenant for the addresses. */
const itslearning: PlatformPreset = {
  product: 'itslearning',
  name: 'itslearning',
  addressesOf: () => ({}),
};

const other: PlatformPreset = { ...itslearning, product: 'unknown', name: '' };

/** In the order in which schools here have them; the last is any other. */
export const platformPresets: readonly PlatformPreset[] = [
  moodle,
  canvas,
  brightspace,
  itslearning,
  blackboard,
  schoology,
  other,
];

/** The preset of a product; any other is read as the standard says. */
export function presetOf(product: string): PlatformPreset {
  const name = product.toLowerCase();
  const known = platformPresets.find((preset) => preset.product.toLowerCase() === name);
  // What people call it, beside what it calls itself.
  const called = platformPresets.find((preset) => preset.name.toLowerCase() === name && name !== '');
  return known ?? called ?? other;
}
