import { customParameters, scopes, type RegistrationWords } from './registration-request.js';
import { registrationHabitsOf } from './registration-habits.js';
import { jwksUrl, toolAddresses } from './tool-addresses.js';

/**
 * The tool as Canvas reads it from an address when a developer key is made: "Method: Enter URL".
 * https://developerdocs.instructure.com/services/canvas/external-tools/lti/file.lti_dev_key_config
 */
export function canvasConfiguration(tool: { baseUrl: string; school: string; words: RegistrationWords }): object {
  const { baseUrl, school, words } = tool;
  const { login, launch, deepLinking } = toolAddresses(baseUrl);
  const habits = registrationHabitsOf('canvas');
  const placements = habits.pickerPlacements.map((placement) => ({
    placement,
    text: words.pickerLabel,
    message_type: 'LtiDeepLinkingRequest',
    target_link_uri: deepLinking,
    selection_width: 900,
    selection_height: 700,
    enabled: true,
  }));
  return {
    title: words.name,
    description: words.description,
    oidc_initiation_url: login,
    target_link_uri: launch,
    redirect_uris: [launch],
    public_jwk_url: jwksUrl(baseUrl, school),
    scopes: [...scopes, ...habits.moreScopes],
    custom_fields: customParameters,
    extensions: [
      {
        platform: 'canvas.instructure.com',
        domain: new URL(baseUrl).host,
        tool_id: 'buitenboord',
        // Names and e-mail addresses: the same as a registration asks for.
        privacy_level: 'public',
        settings: { text: words.name, placements },
      },
    ],
  };
}
