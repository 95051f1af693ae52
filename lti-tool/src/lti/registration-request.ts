import type { SigningAlgorithm } from '@buitenboord/shared/domain/school/school.js';
import { registrationHabitsOf } from './registration-habits.js';
import { jwksUrl, toolAddresses } from './tool-addresses.js';
import { names } from './wire.js';

/** What we ask of every platform: columns, scores, results, and who is in the course. */
export const scopes: readonly string[] = [
  'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem',
  'https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly',
  'https://purl.imsglobal.org/spec/lti-ags/scope/score',
  'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly',
];

/** After a course is copied to the next year, these tell which course and which link it came from. */
export const customParameters: Readonly<Record<string, string>> = {
  context_history: '$Context.id.history',
  link_history: '$ResourceLink.id.history',
};

export interface RegistrationWords {
  /** The tool's name in the LMS. */
  name: string;
  description: string;
  /** On the button that adds an assignment. */
  pickerLabel: string;
}

/**
 * The registration of the tool for a school (LTI Dynamic Registration 1.0 §3.5), with what Moodle insists on: response_types,
 * initiate_login_uri, redirect_uris, client_name, jwks_uri, token_endpoint_auth_method and the domain with its port.
 */
export function registrationRequest(tool: {
  baseUrl: string;
  school: string;
  words: RegistrationWords;
  signingAlgorithm?: SigningAlgorithm | undefined;
  /** The platform's `product_family_code`: some want more than the standard. */
  product?: string;
}): object {
  const { baseUrl, school, words, product = '' } = tool;
  const { login, launch, deepLinking } = toolAddresses(baseUrl);
  const habits = registrationHabitsOf(product);
  return {
    application_type: 'web',
    grant_types: ['client_credentials', 'implicit'],
    response_types: ['id_token'],
    redirect_uris: [launch],
    initiate_login_uri: login,
    client_name: words.name,
    jwks_uri: jwksUrl(baseUrl, school),
    token_endpoint_auth_method: 'private_key_jwt',
    // RS256 is what it means when nothing is said (OpenID Connect Registration §2).
    ...(tool.signingAlgorithm && { id_token_signed_response_alg: tool.signingAlgorithm }),
    scope: [...scopes, ...habits.moreScopes].join(' '),
    [names.toolConfiguration]: {
      domain: new URL(baseUrl).host,
      target_link_uri: launch,
      description: words.description,
      custom_parameters: customParameters,
      claims: ['iss', 'sub', 'name', 'given_name', 'family_name', 'email'],
      messages: [
        { type: 'LtiResourceLinkRequest', target_link_uri: launch, label: words.name },
        { type: 'LtiSubmissionReviewRequest', target_link_uri: launch, label: words.name },
        { type: 'DataPrivacyLaunchRequest', target_link_uri: launch, label: words.name },
        {
          type: 'LtiDeepLinkingRequest',
          target_link_uri: deepLinking,
          label: words.pickerLabel,
          placements: habits.pickerPlacements,
        },
      ],
      ...habits.toolConfiguration,
    },
  };
}
