import type { Delivery, DeliveryReason } from '@buitenboord/shared/domain/delivery/delivery.js';
import type { Standing } from '@buitenboord/shared/domain/activity/standing.js';
import type { Text } from '@buitenboord/shared/text/text.js';

/** A number as it was found in the LMS: tenths, or a fraction of them when somebody typed 7,45 there. */
export function foundWords(text: Text, found: number | undefined): string {
  if (found === undefined) return text('delivery.nothing');
  return new Intl.NumberFormat(text.locale, { minimumFractionDigits: 1, maximumFractionDigits: 5 }).format(found / 10);
}

/** Why a grade didn't arrive, as a sentence. */
export function whySentence(text: Text, delivery: Pick<Delivery, 'reason' | 'foundTenths'>, lms: string): string {
  const reason: DeliveryReason = delivery.reason ?? 'answer-not-understood';
  switch (reason) {
    case 'mail-refused':
    case 'mail-bounced':
    case 'mail-server-down':
    case 'put-aside':
      return text(`delivery.why.${reason}`);
    default:
      return text(`delivery.why.${reason}`, { lms, found: foundWords(text, delivery.foundTenths) });
  }
}

/** What a person can do about it. */
export function doSentence(text: Text, reason: DeliveryReason | undefined, lms: string): string {
  switch (reason) {
    case 'changed-in-lms':
    case 'column-gone':
    case 'not-taken':
      return text(`delivery.do.${reason}`);
    case 'column-locked':
    case 'no-column':
    case 'student-left':
      return text(`delivery.do.${reason}`, { lms });
    default:
      return text('delivery.do.other');
  }
}

export interface StandingWords {
  tone: 'good' | 'wait' | 'stop' | 'plain';
  /** Never colour alone: a shape beside the word. */
  shape: string;
  words: string;
}

/** Where a student's activity stands, in a few words and a shape. */
export function standingWords(text: Text, standing: Standing, lms: string): StandingWords {
  switch (standing.kind) {
    case 'inGradebook':
      return { tone: 'good', shape: '✓', words: text('standing.inGradebook', { lms }) };
    case 'settled':
      return { tone: 'good', shape: '✓', words: text('standing.settled') };
    case 'underWay': {
      const sent = standing.delivery.state !== 'ready';
      return { tone: 'plain', shape: '◐', words: text(sent ? 'standing.underWay.sent' : 'standing.underWay.ready') };
    }
    case 'notArrived':
      return { tone: 'stop', shape: '!', words: shortReason(text, standing.delivery.reason, lms) };
    case 'mailRefused':
    case 'noAnswer':
    case 'linkExpired':
      return { tone: 'stop', shape: '!', words: text(`standing.${standing.kind}`) };
    case 'toSettle':
    case 'toInvite':
      return { tone: 'wait', shape: '◐', words: text(`standing.${standing.kind}`) };
    case 'waitsForCompany':
    case 'busy':
    case 'notStarted':
      return { tone: 'plain', shape: '○', words: text(`standing.${standing.kind}`) };
  }
}

function shortReason(text: Text, reason: DeliveryReason | undefined, lms: string): string {
  switch (reason) {
    case 'changed-in-lms':
      return text('delivery.short.changed-in-lms', { lms });
    case 'column-locked':
    case 'column-gone':
    case 'no-column':
    case 'student-left':
      return text(`delivery.short.${reason}`);
    default:
      return text('delivery.short.other');
  }
}
