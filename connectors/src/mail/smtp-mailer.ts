import { Readable } from 'node:stream';
import type { MailPayload } from '@buitenboord/shared/domain/delivery/delivery.js';
import type { Mailer } from '@buitenboord/shared/ports/mailer.js';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { oneLine } from './server-sentence.js';
import { smtpOutcome } from './smtp-outcome.js';

export interface SmtpMailerOptions {
  /** `smtps://user:password@host:465`, or `smtp://…:587`, which uses STARTTLS where the server offers it. */
  smtpUrl: string;
  from: { name: string; address: string };
  /** Where a company's answer goes. */
  replyTo?: string;
  /** Where mail that can't be delivered comes back (the envelope's sender), when it is another mailbox than `from`. */
  returnPath?: string;
}

/** All time-outs together stay within the outbox's lease. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000, dnsTimeout: 5_000 };

/** Hands mails to a mail server, each on a connection of its own: what is said about one mail is about that mail. */
export function createSmtpMailer(options: SmtpMailerOptions): Mailer {
  return {
    async send(_school, mail, messageId) {
      let handedOver = false;
      const transport = createTransport({
        url: options.smtpUrl,
        ...patience,
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      transport.use('stream', ({ message }, done) => {
        const open = message.createReadStream.bind(message);
        // Nodemailer reads the message only after the server has said 354: reading it is handing it over.
        message.createReadStream = () => whenRead(open, () => (handedOver = true));
        done();
      });
      try {
        await transport.sendMail(messageOf(mail, messageId, options));
        return { kind: 'accepted' };
      } catch (error) {
        return smtpOutcome(error, handedOver);
      } finally {
        transport.close();
      }
    },
  };
}

function messageOf(
  mail: MailPayload,
  messageId: string,
  { from, replyTo, returnPath }: SmtpMailerOptions,
): SendMailOptions {
  return {
    from,
    to: { name: oneLine(mail.toName), address: mail.to },
    ...(replyTo !== undefined && { replyTo }),
    subject: oneLine(mail.subject),
    text: mail.text,
    messageId: `<${messageId}@${domainOf(from.address)}>`,
    // RFC 3834 §5: a machine wrote this, so no other machine should answer it.
    headers: { 'Auto-Submitted': 'auto-generated' },
    envelope: { from: returnPath ?? from.address, to: mail.to },
  };
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

function whenRead(open: () => Readable, started: () => void): Readable {
  async function* chunks(): AsyncGenerator<Buffer> {
    started();
    for await (const chunk of open()) yield Buffer.from(chunk as Uint8Array);
  }
  return Readable.from(chunks(), { objectMode: false });
}
