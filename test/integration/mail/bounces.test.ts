import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startBounceReader, type BounceReader } from '@buitenboord/connectors/mail/bounces.js';
import { markBounced } from '@buitenboord/shared/outbox/mark-bounced.js';
import {
  aBrokenNotice,
  aDeliveryStatus,
  aDeliveryStatusWithMail,
  anOrdinaryMail,
  aPlainNotice,
} from '../../support/bounce-mails.js';
import { imapServer, type TestImapServer } from '../../support/imap-server.js';
import { anInvitedCompany } from '../../support/outbox-mail.js';

describe('reading what came back', () => {
  let stage: Awaited<ReturnType<typeof anInvitedCompany>>;
  let imap: TestImapServer;
  let reader: BounceReader | undefined;
  const reported: unknown[] = [];

  beforeEach(async () => {
    stage = await anInvitedCompany();
    await stage.round();
    imap = await imapServer();
  });
  afterEach(async () => {
    await reader?.stop();
    await imap.stop();
    await stage.store.close();
    reported.length = 0;
  });
  const reading = (imapUrl = imap.url) => {
    reader = startBounceReader({
      imapUrl,
      intervalMs: 3_600_000,
      markBounced: (bounce) => markBounced({ store: stage.store, now: stage.clock }, bounce),
      report: (error) => reported.push(error),
    });
    return reader;
  };

  it.each([
    ['the headers', () => aDeliveryStatus({ messageId: stage.messageId }), '550 5.1.1 …: Deze brievenbus bestaat niet'],
    ['the whole', () => aDeliveryStatusWithMail(stage.messageId), '550 5.1.1 …: Deze brievenbus bestaat niet'],
    ['a plain copy', () => aPlainNotice(stage.messageId), 'host mx.bakkerij.example: 552 5.2.2 De brievenbus is vol'],
  ])('a notice with %s of our mail parks it and shows at the invitation', async (_name, source, detail) => {
    const notice = imap.add(source());
    expect(await reading().read()).toBe(1);
    expect(await stage.mail()).toMatchObject({ state: 'parked', reason: 'mail-bounced', detail });
    expect((await stage.invitation()).mailProblem).toBe(detail);
    expect([...notice.flags]).toEqual(['\\Seen']);
    expect(await stage.facts()).toEqual(['delivery/received', 'delivery/parked']);
    expect(reported).toEqual([]);
  });

  it('leaves everything else as it was found, and fetches it once', async () => {
    const others = [
      imap.add(anOrdinaryMail()),
      imap.add(aBrokenNotice()),
      imap.add('\u0000\u0001 no mail at all'),
      imap.add(aDeliveryStatus({ messageId: stage.messageId, action: 'delayed' })),
      imap.add(aDeliveryStatus({ messageId: '<somebody.elses.1@other.example>' })),
    ];
    const mailbox = reading();
    expect(await mailbox.read()).toBe(0);
    imap.add(aDeliveryStatus({ messageId: stage.messageId }));
    expect(await mailbox.read()).toBe(1);
    expect(others.flatMap(({ flags }) => [...flags])).toEqual([]);
    expect(imap.fetched).toBe(6);
  });

  it('reads a notice again when it could not be recorded', async () => {
    const notice = imap.add(aDeliveryStatus({ messageId: stage.messageId }));
    const failing = startBounceReader({
      imapUrl: imap.url,
      intervalMs: 3_600_000,
      markBounced: () => Promise.reject(new Error('disk full')),
      report: (error) => reported.push(error),
    });
    await failing.stop();
    expect(reported).toEqual([expect.objectContaining({ message: 'disk full' })]);
    expect([...notice.flags]).toEqual([]);
    expect(await reading().read()).toBe(1);
  });

  it('tells the log when the mailbox cannot be opened, and goes on', async () => {
    await reading(imap.url.replace('secret', 'wrong')).stop();
    expect(reported).toHaveLength(1);
  });

  it('takes a bounce of an earlier revision, or a second one, for no news', async () => {
    imap.add(aDeliveryStatus({ messageId: stage.messageId }));
    const again = imap.add(aDeliveryStatus({ messageId: stage.messageId }));
    expect(await reading().read()).toBe(2);
    expect([...again.flags]).toEqual(['\\Seen']);
    expect(await stage.facts()).toEqual(['delivery/received', 'delivery/parked']);
  });
});
