/** The messages we take: what the standard calls them, and what we do. */
const messages = {
  /** Core §5.3.1 */
  LtiResourceLinkRequest: 'resourceLink',
  /** Deep Linking 2.0 §4.4.1 */
  LtiDeepLinkingRequest: 'deepLinking',
  /** Submission Review 1.0 §4.1: a student's work, opened from the gradebook. */
  LtiSubmissionReviewRequest: 'submissionReview',
  /** Data Privacy Launch: what is stored about somebody. */
  DataPrivacyLaunchRequest: 'dataPrivacy',
} as const;

export type Message = (typeof messages)[keyof typeof messages];

/** The message of this type; undefined when we don't know it. */
export function messageOf(type: unknown): Message | undefined {
  return typeof type === 'string' && Object.hasOwn(messages, type)
    ? messages[type as keyof typeof messages]
    : undefined;
}
