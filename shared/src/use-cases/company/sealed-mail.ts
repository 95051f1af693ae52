import type { MailPayload } from '../../domain/delivery/delivery.js';
import type { Mailer } from '../../ports/mailer.js';
import type { Vault } from '../../ports/vault.js';

/** Marks a text that was sealed; a plain mail doesn't begin like this. */
const mark = 'sealed:';

/**
 * The text of a mail as the outbox keeps it. It holds links that open a page about a minor without a login, so whoever has the database
 * or a backup of it must not be able to read them; and after sending, nobody needs to.
 */
export function sealMailText(vault: Vault, school: string, to: string, text: string): string {
  return mark + vault.seal(text, placeOf(school, to));
}

/** The mailer that opens sealed texts just before they leave. Wrap every mailer in it, the demo mailbox too. */
export function openingSealedMail(mailer: Mailer, vault: Vault): Mailer {
  return {
    send: (school, mail, messageId) => mailer.send(school, openedMail(vault, school, mail), messageId),
  };
}

function openedMail(vault: Vault, school: string, mail: MailPayload): MailPayload {
  if (!mail.text.startsWith(mark)) return mail;
  return { ...mail, text: vault.open(mail.text.slice(mark.length), placeOf(school, mail.to)).toString() };
}

/** Bound to school and address: a sealed text moved to another mail doesn't open. */
function placeOf(school: string, to: string): string {
  return `mail/${school}/${to}`;
}
