/** What platforms want in a registration beside the standard, as values with their source. The registration itself doesn't ask which platform it is. */
export interface RegistrationHabits {
  /** Where the button that opens the picker stands. */
  pickerPlacements: readonly string[];
  /** Fields of the tool's configuration that are the platform's own. */
  toolConfiguration: Readonly<Record<string, string>>;
  /** Scopes beside those that every platform knows. */
  moreScopes: readonly string[];
}

/** LTI Dynamic Registration 1.0 §4.2: the place among a course's activities. Moodle 4.5 reads none of it (recorded), Brightspace knows this one. */
const generic: RegistrationHabits = { pickerPlacements: ['ContentArea'], toolConfiguration: {}, moreScopes: [] };

/** https://developerdocs.instructure.com/services/canvas/external-tools/lti/file.registration */
const canvas: RegistrationHabits = {
  // An assignment, and a link in a module: the two that come back with a resource link of their own.
  pickerPlacements: ['assignment_selection', 'link_selection'],
  toolConfiguration: {
    // Without it Canvas takes "anonymous", whatever claims are asked, and a class has no names.
    'https://canvas.instructure.com/lti/privacy_level': 'public',
    'https://canvas.instructure.com/lti/tool_id': 'buitenboord',
  },
  // It tells when a course was copied (Platform Notification Service). A platform that doesn't know a scope may refuse the registration for it.
  moreScopes: ['https://purl.imsglobal.org/spec/lti/scope/noticehandlers'],
};

const byProduct: Readonly<Record<string, RegistrationHabits>> = { canvas };

/** The habits of a product (`product_family_code`); what we don't know does as the standard says. */
export function registrationHabitsOf(product: string): RegistrationHabits {
  const name = product.toLowerCase();
  return (Object.hasOwn(byProduct, name) ? byProduct[name] : undefined) ?? generic;
}
