import { createServer, type AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { createSmtpMailer } from '@buitenboord/connectors/mail/smtp-mailer.js';
import type { MailPayload } from '@buitenboord/shared/domain/delivery/delivery.js';
import type { MailOutcome } from '@buitenboord/shared/ports/mailer.js';
import type { SMTPServerOptions } from 'smtp-server';
import { refusal, smtpServer, type TestSmtpServer } from '../../support/smtp-server.js';

const mail: MailPayload = {
  target: 'mail',
  to: 'anna@bakkerij.example',
  toName: 'Anna Bakker',
  subject: 'Kijk je mee met Sanne?',
  text: 'Hallo Anna,\n\nWil je meekijken?\nhttps://buitenboord.example/c/abc',
};

let server: TestSmtpServer | undefined;
afterEach(async () => {
  await server?.stop();
  server = undefined;
});

async function sendTo(options: SMTPServerOptions, changed: Partial<MailPayload> = {}): Promise<MailOutcome> {
  server = await smtpServer(options);
  return mailerTo(server.url).send('school', { ...mail, ...changed }, 'school.delivery.1');
}

function mailerTo(smtpUrl: string) {
  return createSmtpMailer({
    smtpUrl,
    from: { name: 'Buitenboord', address: 'noreply@school.example' },
    replyTo: 'stage@school.example',
    returnPath: 'bounces@school.example',
  });
}

describe('handing a mail to a mail server', () => {
  it('is accepted, as text, with our Message-ID and a word that a machine wrote it', async () => {
    expect(await sendTo({})).toEqual({ kind: 'accepted' });
    const [received] = server!.received;
    expect(received).toMatchObject({ from: 'bounces@school.example', to: ['anna@bakkerij.example'] });
    const parsed = await simpleParser(received!.source);
    expect(parsed.messageId).toBe('<school.delivery.1@school.example>');
    expect(parsed.headers.get('auto-submitted')).toBe('auto-generated');
    expect(parsed.replyTo?.text).toBe('stage@school.example');
    expect(parsed.subject).toBe(mail.subject);
    expect(parsed.text?.trim()).toBe(mail.text);
    expect(parsed.html).toBe(false);
  });

  it('leaves no way to add a header through a name or a subject', async () => {
    const toName = 'Anna\r\nBcc: iedereen@school.example\r\nX-Evil: 1';
    const subject = 'Hoi\nCc: iedereen@school.example\u2028X-Evil: 2';
    expect(await sendTo({}, { toName, subject })).toEqual({ kind: 'accepted' });
    const [received] = server!.received;
    expect(received!.to).toEqual(['anna@bakkerij.example']);
    const { headers } = await simpleParser(received!.source);
    expect([...headers.keys()].filter((name) => ['bcc', 'cc', 'x-evil'].includes(name))).toEqual([]);
  });

  it('is refused for ever when the mailbox does not exist, in the server’s words and without the address', async () => {
    const outcome = await sendTo({
      onRcptTo: (_address, _session, done) =>
        done(refusal(550, '5.1.1 <anna@bakkerij.example>: anna@bakkerij.example is hier onbekend')),
    });
    expect(outcome).toEqual({ kind: 'refused', detail: '550 5.1.1 …: … is hier onbekend' });
  });

  it('is refused for ever when the content is', async () => {
    const outcome = await sendTo({
      onData: (stream, _session, done) => stream.resume().on('end', () => done(refusal(554, '5.7.1 Spam'))),
    });
    expect(outcome).toEqual({ kind: 'refused', detail: '554 5.7.1 Spam' });
  });

  it.each([
    ['the recipient', { onRcptTo: (_a, _s, done) => done(refusal(450, '4.2.0 Greylisted')) }],
    [
      'the content',
      { onData: (stream, _s, done) => stream.resume().on('end', () => done(refusal(451, '4.3.0 Later'))) },
    ],
    ['the connection', { onConnect: (_s, done) => done(refusal(421, '4.3.2 Busy')) }],
    ['the connection, and means our address', { onConnect: (_s, done) => done(refusal(554, '5.7.1 Not from you')) }],
  ] satisfies [string, SMTPServerOptions][])('may try later when the server puts off %s', async (_name, options) => {
    expect(await sendTo(options)).toMatchObject({ kind: 'later' });
  });

  it('may try later when the password is refused: that is about us and not about this mail', async () => {
    server = await smtpServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(refusal(535, '5.7.8 No')),
    });
    const mailer = mailerTo(server.url.replace('://', '://user:wrong@'));
    expect(await mailer.send('school', mail, 'school.delivery.1')).toMatchObject({ kind: 'later' });
  });

  it('may try later when nobody answers', async () => {
    expect(await mailerTo('smtp://127.0.0.1:1').send('school', mail, 'school.delivery.1')).toMatchObject({
      kind: 'later',
    });
  });

  it.each([
    ['before', 'MAIL', 'later'],
    ['before', 'RCPT', 'later'],
    ['after', '.', 'unsure'],
  ])('knows what a connection dropped %s the content (at %s) means', async (_when, dropAt, kind) => {
    const dropping = await serverThatDropsAt(dropAt);
    const outcome = await mailerTo(dropping.url).send('school', mail, 'school.delivery.1');
    await dropping.stop();
    expect(outcome).toMatchObject({ kind });
  });
});

/** Talks SMTP up to a line, and hangs up there without an answer. */
async function serverThatDropsAt(dropAt: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.write('220 here\r\n');
    let inData = false;
    socket.on('data', (chunk) => {
      for (const line of chunk.toString().split('\r\n').filter(Boolean)) {
        if (line.startsWith(dropAt) && (inData || dropAt !== '.')) return socket.destroy();
        if (inData) continue;
        inData = line === 'DATA';
        socket.write(inData ? '354 go on\r\n' : '250 fine\r\n');
      }
      return undefined;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, stop: () => new Promise((resolve) => server.close(() => resolve())) };
}
