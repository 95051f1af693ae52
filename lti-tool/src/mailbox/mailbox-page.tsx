import type { VNode } from 'preact';
import type { DemoMail } from '@buitenboord/shared/domain/delivery/delivery.js';
import { formatMoment } from '@buitenboord/shared/text/format.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import { Layout } from '../web/layout.js';

export interface MailboxPageProps {
  text: Text;
  /** Newest first. */
  mails: readonly (DemoMail & { id: string })[];
  open: string | undefined;
}

/** What companies would find in their mail. */
export function MailboxPage({ text, mails, open }: MailboxPageProps): VNode {
  return (
    <Layout title={text('mailbox.title')} text={text}>
      <h1>{text('mailbox.title')}</h1>
      <p class="soft">{text('mailbox.why')}</p>
      {mails.length === 0 && <p class="lead">{text('mailbox.empty')}</p>}
      {mails.map((mail, index) => (
        <details class="card" key={mail.id} open={open ? mail.id === open : index === 0}>
          <summary>
            {mail.subject}
            <br />
            <span class="soft small">
              {mail.toName} &lt;{mail.to}&gt; · {formatMoment(text.locale, mail.sentAt)}
            </span>
          </summary>
          <p class="lines">
            {linked(mail.text).map((part, place) =>
              part.startsWith('http') ? (
                <a key={place} href={part}>
                  {part}
                </a>
              ) : (
                part
              ),
            )}
          </p>
        </details>
      ))}
    </Layout>
  );
}

/** A text, cut where its links begin and end. */
function linked(text: string): string[] {
  return text.split(/(https?:\/\/[^\s<>"]+)/u);
}
