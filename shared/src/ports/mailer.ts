import type { MailPayload } from '../domain/delivery/delivery.js';

export type MailOutcome =
  | { kind: 'accepted' }
  /** The server may or may not have taken it: a mail is not repeated then without a person's word. */
  | { kind: 'unsure'; detail: string }
  | { kind: 'later'; detail: string }
  /** The server said no, for ever. `detail` is its own sentence, without addresses. */
  | { kind: 'refused'; detail: string };

/** What is said of a mail where no mail server was configured: worded where it is shown. */
export const noMailServer = 'no-mail-server';

/** Hands a mail to the mail server. `messageId` is the same for each try of one mail, so that a double is recognised. */
export interface Mailer {
  send(school: string, mail: MailPayload, messageId: string): Promise<MailOutcome>;
}
