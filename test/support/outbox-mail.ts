import type { Invitation } from '@buitenboord/shared/domain/company/company.js';
import type { MailPayload } from '@buitenboord/shared/domain/delivery/delivery.js';
import type { Mailer, MailOutcome } from '@buitenboord/shared/ports/mailer.js';
import { deliveryId } from '@buitenboord/shared/outbox/delivery-id.js';
import { intendDelivery } from '@buitenboord/shared/outbox/intend.js';
import { deliveries, invitations } from '@buitenboord/shared/store/collections.js';
import { change, put } from '@buitenboord/shared/store/port.js';
import { madeAt } from './records.js';
import { anOutbox, type OutboxStage } from './outbox.js';

/** A mail server that answers as told: what `answers` holds, in order, and then that it accepts. */
export interface ToldMailer extends Mailer {
  readonly answers: (MailOutcome | Error)[];
  readonly sent: { to: string; messageId: string }[];
}

function toldMailer(): ToldMailer {
  const answers: ToldMailer['answers'] = [];
  const sent: ToldMailer['sent'] = [];
  return {
    answers,
    sent,
    async send(_school, mail, messageId) {
      sent.push({ to: mail.to, messageId });
      await Promise.resolve();
      const answer = answers.shift() ?? { kind: 'accepted' };
      if (answer instanceof Error) throw answer;
      return answer;
    },
  };
}

const key = 'invitation:1:1';
const invitation = 'invitation-1';

/** A company that is invited, and the mail to it on its way. */
export async function anInvitedCompany() {
  const stage: OutboxStage = await anOutbox();
  const { store, at } = stage;
  const mailer = toldMailer();
  const deps = { ...stage.deps, mailer };
  const record = {
    activity: at.activity,
    student: stage.student,
    attempt: 1,
    placement: 'placement-1',
    state: 'invited',
    invitedBy: at.teacher,
    invitedAt: madeAt,
    expiresAt: '2026-07-01T10:00:00.000Z',
  } as const;
  const payload: MailPayload = {
    target: 'mail',
    to: 'anna@bakkerij.example',
    toName: 'Anna Bakker',
    subject: 'Kijk je mee?',
    text: 'Hallo Anna',
    invitation,
  };
  const intention = {
    school: at.school,
    target: 'mail' as const,
    key,
    payload,
    activity: at.activity,
    at: stage.clock(),
  };
  await store.commit([
    put(invitations, { school: at.school, id: invitation }, record, 0),
    ...(await intendDelivery(store, intention)),
  ]);
  const id = deliveryId('mail', key);
  const theInvitation = async () => (await store.get(invitations, { school: at.school, id: invitation }))!;
  return {
    ...stage,
    deps,
    mailer,
    id,
    messageId: `<${at.school}.${id}.1@school.example>`,
    round: (changed: Partial<typeof deps> = {}) => stage.round({ ...deps, ...changed }),
    mail: async () => (await store.get(deliveries, { school: at.school, id }))!,
    invitation: theInvitation,
    changeInvitation: async (fields: Partial<Invitation>) =>
      store.commit([change(invitations, await theInvitation(), fields)]),
  };
}
