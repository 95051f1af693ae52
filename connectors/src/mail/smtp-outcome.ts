import type { MailOutcome } from '@buitenboord/shared/ports/mailer.js';
import { z } from 'zod';
import { serverSentence } from './server-sentence.js';

/** What nodemailer tells about a mail that was not accepted. */
const SmtpError = z.object({
  code: z.string().optional(),
  message: z.string().default(''),
  response: z.string().optional(),
  responseCode: z.number().optional(),
});

/**
 * What a failure says about the mail (RFC 5321 §4.2.1). 5yz to the envelope or the message is no for ever, 4yz is no for now. An answer that
 * never came leaves open whether the mail went only after its content was handed over; before that it certainly didn't.
 */
export function smtpOutcome(error: unknown, handedOver: boolean): MailOutcome {
  const { code, message, response, responseCode } = SmtpError.catch({ message: 'unknown error' }).parse(error);
  const detail = serverSentence(response ?? message);
  // A login or greeting that fails is about the house and not about this mail: somebody mends the settings, and it leaves.
  const aboutThisMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  if (responseCode === undefined) {
    if (handedOver) return { kind: 'unsure', detail };
    return { kind: aboutThisMail ? 'refused' : 'later', detail };
  }
  return { kind: aboutThisMail && responseCode >= 500 ? 'refused' : 'later', detail };
}
