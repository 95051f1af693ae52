import type { DeliveryReason } from '@buitenboord/shared/domain/delivery/delivery.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import { doSentence, whySentence } from '../dashboard/delivery-words.js';

/** Why a group of deliveries is open, as a sentence without anybody's grade. */
export function whyOpen(text: Text, reason: DeliveryReason | undefined, lms: string): string {
  switch (reason) {
    case undefined:
      return text('outbox.underWay');
    case 'changed-in-lms':
    case 'not-taken':
      return text(`outbox.why.${reason}`, { lms });
    default:
      return whySentence(text, { reason }, lms);
  }
}

/** What a school's administrator can do about it. */
export function nextStep(text: Text, reason: DeliveryReason | undefined, lms: string): string {
  switch (reason) {
    case 'changed-in-lms':
    case 'mail-server-down':
      return text(`outbox.do.${reason}`);
    case 'mail-refused':
    case 'mail-bounced':
      return text('outbox.do.address');
    case 'access-refused':
    case 'not-allowed':
      return text('outbox.do.access');
    case 'column-gone':
    case 'column-locked':
    case 'no-column':
    case 'not-taken':
    case 'student-left':
      return doSentence(text, reason, lms);
    default:
      return text('outbox.do.other');
  }
}
