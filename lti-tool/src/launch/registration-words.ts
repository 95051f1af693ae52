import type { Text } from '@buitenboord/shared/text/text.js';
import type { RegistrationWords } from '../lti/registration-request.js';

/** What the tool is called in an LMS, in the language of the school. */
export function registrationWords(text: Text): RegistrationWords {
  return {
    name: text('app.name'),
    description: text('registration.description'),
    pickerLabel: text('registration.pick'),
  };
}
