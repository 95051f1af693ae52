import type { DeliveryReason } from '@buitenboord/shared/domain/delivery/delivery.js';
import type { OutboundAnswer } from '@buitenboord/shared/runtime/fetch-json.js';

/** What platforms do differently, as values. The flow doesn't ask which platform it is talking to. */
export interface PlatformHabits {
  /** Why a score was refused with a 4xx that has no meaning of its own in the standard. */
  refusalOf(answer: OutboundAnswer): DeliveryReason;
  /** What is most likely when the platform crashed on a score; reading back decides. */
  crashMeans: DeliveryReason;
  /** Whom the client assertion is for. */
  audienceOf(platform: { issuer: string; tokenUrl: string }): string | readonly string[];
}

const genericRefusals: Readonly<Record<number, DeliveryReason>> = {
  400: 'student-left',
  422: 'student-left',
  403: 'access-refused',
};

const generic: PlatformHabits = {
  // AGS 2.0 leaves the reasons open. Canvas says 422 and Blackboard 400 when somebody isn't in the course.
  refusalOf: ({ status }) => genericRefusals[status] ?? 'answer-not-understood',
  crashMeans: 'platform-down',
  // RFC 7523 §3: the token service itself.
  audienceOf: ({ tokenUrl }) => tokenUrl,
};

const moodle: PlatformHabits = {
  ...generic,
  // Recorded: "Incorrect score received{…}" for whoever can't be graded in the course; "No handler found for …" is our own mistake.
  refusalOf: ({ status, statusText }) =>
    status === 400 && statusText.startsWith('Incorrect score received') ? 'student-left' : 'answer-not-understood',
  // Recorded: a locked grade item is a bare 500. A crash for another reason looks the same, so this is a guess until it is read back.
  crashMeans: 'column-locked',
};

const brightspace: PlatformHabits = {
  ...generic,
  // D2L answers 403 for somebody who isn't enrolled.
  refusalOf: ({ status }) => (status === 400 || status === 403 ? 'student-left' : 'answer-not-understood'),
};

const byProduct: Readonly<Record<string, PlatformHabits>> = { moodle, desire2learn: brightspace, brightspace };

/** The habits of a product (`product_family_code`); what we don't know does as the standard says. */
export function habitsOf(product: string): PlatformHabits {
  const name = product.toLowerCase();
  return (Object.hasOwn(byProduct, name) ? byProduct[name] : undefined) ?? generic;
}
