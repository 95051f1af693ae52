import { lmsProductOf, type LmsProduct } from '@buitenboord/shared/domain/school/lms-product.js';
import type { OutboundAnswer } from '@buitenboord/shared/runtime/fetch-json.js';
import type { DeliveryReason } from '@buitenboord/shared/domain/delivery/delivery.js';

/** What platforms do differently, as values. The flow doesn't ask which platform it is talking to. */
export interface PlatformHabits {
  /** Whether a refused score means that the platform knows nobody by this id in the course: the standard leaves the answer open. */
  knowsNobody(answer: OutboundAnswer): boolean;
  /** Whether a score is refused because the platform has a later one. */
  hasLater(answer: OutboundAnswer): boolean;
  /** What is most likely when the platform crashed on a score; reading back decides. */
  crashMeans: DeliveryReason;
  /** Whom the client assertion is for. */
  audienceOf(platform: { issuer: string; tokenUrl: string }): string;
  /** `replaced`: a score's comment takes the place of the one before (AGS 2.0 §3.4.11). `added`: each one is shown, so it is said once. */
  comments: 'replaced' | 'added';
  /** Whether results may be asked of one student. */
  filtersResults: boolean;
  /** Extension fields of a score (AGS 2.0 §3.1.2). */
  scoreExtension: Readonly<Record<string, unknown>>;
}

const generic: PlatformHabits = {
  knowsNobody: ({ status }) => status === 400 || status === 422,
  // AGS 2.0 §3.4.9
  hasLater: ({ status }) => status === 409,
  crashMeans: 'platform-down',
  // RFC 7523 §3: the token service itself.
  audienceOf: ({ tokenUrl }) => tokenUrl,
  comments: 'replaced',
  filtersResults: true,
  scoreExtension: {},
};

/** Against recordings of Moodle 4.5.6. */
const moodle: PlatformHabits = {
  ...generic,
  // "Incorrect score received{…}" for whoever can't be graded in the course; "No handler found for …" is our own mistake.
  knowsNobody: ({ status, statusText }) => status === 400 && statusText.startsWith('Incorrect score received'),
  // A locked grade item is a bare 500. A crash for another reason looks the same, so this is a guess until it is read back.
  crashMeans: 'column-locked',
};

/** By documentation and source: developerdocs.instructure.com "Score", instructure/canvas-lms scores_controller.rb. */
const canvas: PlatformHabits = {
  ...generic,
  knowsNobody: ({ status }) => status === 422,
  hasLater: ({ status, text }) => status === 409 || (status === 400 && /timestamp .*before/iu.test(text)),
  // Each POST adds its comment to the submission.
  comments: 'added',
  // Left out, every score counts as another attempt of the student.
  scoreExtension: { 'https://canvas.instructure.com/lti/submission': { new_submission: false } },
};

/** By documentation: hypothesis/lms _v13.py and product/d2l; tsugi's Brightspace notes. */
const brightspace: PlatformHabits = {
  ...generic,
  // 403 "… is not enrolled in the org unit", 404 "User in requested score does not exist". Another 404 is a column that is gone.
  knowsNobody: ({ status, text }) =>
    status === 400 || status === 403 || (status === 404 && text.includes('User in requested score')),
  // One audience for every Brightspace, and not the address of the token service.
  audienceOf: () => 'https://api.brightspace.com/auth/token',
};

/** By documentation: hypothesis/lms _v13.py. */
const blackboard: PlatformHabits = {
  ...generic,
  // 400 "User could not be found: …"
  knowsNobody: ({ status }) => status === 400,
  // Asked for one student, results come without their comment.
  filtersResults: false,
};

const byProduct: Readonly<Record<LmsProduct, PlatformHabits>> = {
  moodle,
  canvas,
  brightspace,
  blackboard,
  // LTI Advantage Complete by their own words; no difference in these services is documented.
  schoology: generic,
  // Sends an id and a role only, by default (developer.itslearning.com): names are optional everywhere in the product.
  itslearning: generic,
  sakai: generic,
  openEdx: generic,
  other: generic,
};

/** The habits of a platform; what we don't know does as the standard says. */
export function habitsOf(platform: { product: string; issuer: string }): PlatformHabits {
  return byProduct[lmsProductOf(platform)];
}
