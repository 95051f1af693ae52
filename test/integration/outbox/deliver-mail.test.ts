import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { retryDelivery } from '@buitenboord/shared/outbox/retry.js';
import { aLife, mortalStore } from '../../support/mortal.js';
import { anInvitedCompany } from '../../support/outbox-mail.js';

describe('a mail on its way to a company', () => {
  let stage: Awaited<ReturnType<typeof anInvitedCompany>>;
  beforeEach(async () => {
    stage = await anInvitedCompany();
  });
  afterEach(() => stage.store.close());
  const choice = () => ({ school: stage.at.school, delivery: stage.id, by: stage.at.teacher });

  it('is received once the mail server has taken it, and clears what stood at the invitation', async () => {
    await stage.changeInvitation({ mailProblem: 'an earlier one' });
    expect(await stage.round()).toEqual({ tried: 1, delivered: 1 });
    expect(await stage.mail()).toMatchObject({ state: 'received', unsure: false });
    expect((await stage.invitation()).mailProblem).toBeUndefined();
    expect(await stage.open()).toBe(0);
    expect(await stage.facts()).toEqual(['delivery/received']);
  });

  it('is parked when it is refused, and the invitation says why', async () => {
    stage.mailer.answers.push({ kind: 'refused', detail: '550 5.1.1 unknown' });
    await stage.round();
    expect(await stage.mail()).toMatchObject({ state: 'parked', reason: 'mail-refused', detail: '550 5.1.1 unknown' });
    expect((await stage.invitation()).mailProblem).toBe('550 5.1.1 unknown');
    expect(await stage.facts()).toEqual(['delivery/parked']);
  });

  it('is tried again later under the same Message-ID', async () => {
    stage.mailer.answers.push({ kind: 'later', detail: '450 greylisted' });
    await stage.round();
    expect(await stage.mail()).toMatchObject({ state: 'ready', reason: 'mail-server-down', unsure: false });
    expect((await stage.invitation()).mailProblem).toBeUndefined();
    stage.clock.advance(60_000);
    await stage.round();
    expect(await stage.mail()).toMatchObject({ state: 'received' });
    expect(new Set(stage.mailer.sent.map(({ messageId }) => messageId)).size).toBe(1);
    expect(`<${stage.mailer.sent[0]!.messageId}@school.example>`).toBe(stage.messageId);
  });

  it('is not repeated by itself when nobody knows whether it left', async () => {
    stage.mailer.answers.push({ kind: 'unsure', detail: 'connection closed' });
    await stage.round();
    stage.clock.advance(3_600_000);
    expect(await stage.round()).toEqual({ tried: 0, delivered: 0 });
    expect(await stage.mail()).toMatchObject({ state: 'unknown', reason: 'mail-server-down', unsure: true });
    expect((await stage.invitation()).mailProblem).toBe('connection closed');
    expect(stage.mailer.sent).toHaveLength(1);
  });

  it('goes again when a person says so', async () => {
    stage.mailer.answers.push({ kind: 'unsure', detail: 'connection closed' });
    await stage.round();
    expect(await retryDelivery(stage.deps, choice())).toBe(true);
    await stage.round();
    expect(await stage.mail()).toMatchObject({ state: 'received' });
    expect((await stage.invitation()).mailProblem).toBeUndefined();
    expect(await stage.facts()).toEqual(['delivery/unknown', 'delivery/retried', 'delivery/received']);
  });

  it('is not sent for an invitation that was withdrawn or is done', async () => {
    await stage.changeInvitation({ state: 'withdrawn' });
    await stage.round();
    expect(await stage.mail()).toMatchObject({ state: 'withdrawn' });
    expect(stage.mailer.sent).toEqual([]);
  });

  it('keeps its outcome when the company opens the invitation in the same moment', async () => {
    await stage.changeInvitation({ mailProblem: 'an earlier one' });
    let reads = 0;
    const store: typeof stage.store = {
      ...stage.store,
      async commit(writes) {
        const touchesInvitation = writes.some(
          (write) => write.kind === 'put' && write.collection.name === 'invitations',
        );
        if (touchesInvitation && (reads += 1) === 1)
          await stage.changeInvitation({ openedAt: '2026-06-10T10:00:00.000Z' });
        return stage.store.commit(writes);
      },
    };
    await stage.round({ store });
    expect(await stage.mail()).toMatchObject({ state: 'received' });
    const { openedAt, mailProblem } = await stage.invitation();
    expect([openedAt, mailProblem]).toEqual(['2026-06-10T10:00:00.000Z', undefined]);
  });

  it('is never sent twice by itself, at whatever step the worker is killed', async () => {
    for (let step = 1; step <= 24; step += 1) {
      const one = await anInvitedCompany();
      await one.round({ store: mortalStore(aLife(step), one.store) }).catch(() => undefined);
      one.clock.advance(61_000);
      await one.round();
      expect([step, one.mailer.sent.length <= 1]).toEqual([step, true]);
      const { state } = await one.mail();
      expect([step, ['received', 'unknown']]).toEqual([step, expect.arrayContaining([state])]);
      if (state === 'received') expect([step, one.mailer.sent.length]).toEqual([step, 1]);
      else expect([step, (await one.invitation()).mailProblem]).toEqual([step, 'interrupted while sending']);
      await one.store.close();
    }
  });

  it('waits its turn after an error that nobody foresaw, and the log hears of it', async () => {
    const reported: unknown[] = [];
    const broken = new TypeError('a bug');
    stage.mailer.answers.push(broken);
    await stage.round({ report: (error) => reported.push(error) });
    expect(reported).toEqual([broken]);
    expect(await stage.open()).toBe(1);
    stage.clock.advance(61_000);
    await stage.round();
    expect(await stage.mail()).toMatchObject({ state: 'unknown' });
  });
});
