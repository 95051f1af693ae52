interface Bounced {
  messageId: string;
  action?: 'failed' | 'delayed';
}

const original = (messageId: string) => `From: Buitenboord <noreply@school.example>
To: anna@bakkerij.example
Subject: Kijk je mee met Sanne?
Message-ID: ${messageId}
Auto-Submitted: auto-generated`;

/** A delivery status notification as RFC 3464 has it: a sentence for people, fields for machines, and the headers of the mail that came back. */
export function aDeliveryStatus({ messageId, action = 'failed' }: Bounced): string {
  return `From: MAILER-DAEMON@mx.bakkerij.example
To: bounces@school.example
Subject: Undelivered Mail Returned to Sender
Message-ID: <20260610.bounce@mx.bakkerij.example>
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="grens"

--grens
Content-Type: text/plain; charset=utf-8

We konden uw bericht niet bezorgen.

--grens
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.bakkerij.example
Arrival-Date: Wed, 10 Jun 2026 12:00:00 +0200

Final-Recipient: rfc822; anna@bakkerij.example
Action: ${action}
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 <anna@bakkerij.example>:
  Deze brievenbus
  bestaat niet

--grens
Content-Type: text/rfc822-headers

${original(messageId)}

--grens--
`;
}

/** The same, with the whole mail that came back. */
export function aDeliveryStatusWithMail(messageId: string): string {
  return aDeliveryStatus({ messageId })
    .replace('text/rfc822-headers', 'message/rfc822')
    .replace('Auto-Submitted: auto-generated\n', 'Auto-Submitted: auto-generated\n\nHallo Anna,\n');
}

/** A notice of a server that makes no machine-readable part. */
export function aPlainNotice(messageId: string): string {
  return `From: Mail Delivery System <Mailer-Daemon@mx.bakkerij.example>
To: bounces@school.example
X-Failed-Recipients: anna@bakkerij.example
Subject: Mail delivery failed: returning message to sender
Message-ID: <20260610.notice@mx.bakkerij.example>
Content-Type: text/plain; charset=utf-8

This message was created automatically by mail delivery software.

  anna@bakkerij.example
    host mx.bakkerij.example: 552 5.2.2 De brievenbus is vol

------ This is a copy of your message's headers ------

${original(messageId)}
`;
}

export function anOrdinaryMail(): string {
  return `From: Anna Bakker <anna@bakkerij.example>
To: bounces@school.example
Subject: Re: Kijk je mee met Sanne?
Message-ID: <antwoord@bakkerij.example>
In-Reply-To: <school.delivery.1@school.example>
Content-Type: text/plain; charset=utf-8

Dank je wel, 550 keer.
`;
}

/** Claims to be a notice, and ends in the middle of its own headers. */
export function aBrokenNotice(): string {
  return `From: MAILER-DAEMON@mx.example
Content-Type: multipart/report; report-type=delivery-status; boundary="grens"

--grens
Content-Type: message/delivery-status

Action: fai`;
}
