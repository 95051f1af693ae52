import { describe, expect, it } from '@jest/globals';
import { createDemoMailer } from '@buitenboord/connectors/mail/demo-mailer.js';
import { demoMails } from '@buitenboord/shared/store/collections.js';
import { fixedClock } from '../../support/fixed-clock.js';
import { openTestStore } from '../../support/test-store.js';

describe('the mailbox of the demo', () => {
  it('keeps a mail once, however often it is sent', async () => {
    const store = await openTestStore();
    const mailer = createDemoMailer({ store, now: fixedClock('2026-06-10T10:00:00.000Z') });
    const mail = { target: 'mail', to: 'a@b.example', toName: 'A', subject: 'S', text: 'T' } as const;
    expect(await mailer.send('school', mail, 'school.one.1')).toEqual({ kind: 'accepted' });
    expect(await mailer.send('school', mail, 'school.one.1')).toEqual({ kind: 'accepted' });
    const { items } = await store.find(demoMails, { where: { school: 'school' } });
    expect(items).toEqual([
      expect.objectContaining({ to: 'a@b.example', text: 'T', sentAt: '2026-06-10T10:00:00.000Z' }),
    ]);
    expect((await store.find(demoMails, { where: { school: 'other' } })).items).toEqual([]);
    await store.close();
  });
});
