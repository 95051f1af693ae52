import type { Delivery, MailPayload } from '../domain/delivery/delivery.js';
import type { Mailer, MailOutcome } from '../ports/mailer.js';
import type { Tried } from './deliver-grade.js';
import { messageIdOf } from './delivery-id.js';
import { saveStep, type Ending, type Held, type LeaseDeps } from './held-delivery.js';
import { areInvitationsOver, mailProblemWrites } from './mail-problem.js';
import { parked, shortDetail, tryLater } from './try-ending.js';

export interface MailDeps extends LeaseDeps {
  mailer: Mailer;
  random: () => number;
}

/** Hands a mail to the mail server, once: where nobody can tell whether it left, a person decides whether it goes again. */
export async function deliverMail(deps: MailDeps, held: Held, payload: MailPayload): Promise<Tried> {
  if (held.delivery.unsure)
    return { held, ending: withProblem(deps, held, payload, unknown('interrupted while sending')) };
  if (await areInvitationsOver(deps.store, held.school, payload)) {
    return { held, ending: { fields: { state: 'withdrawn' } } };
  }
  const attempts = held.delivery.attempts + 1;
  const sent = await saveStep(deps, held, { state: 'sent', unsure: true, attempts });
  const messageId = messageIdOf({ school: held.school, id: held.delivery.id }, held.delivery.revision);
  const outcome = await deps.mailer.send(held.school, payload, messageId);
  return { held: sent, ending: withProblem(deps, sent, payload, endingOf(deps, sent.delivery, outcome)) };
}

function endingOf(deps: MailDeps, delivery: Delivery, outcome: MailOutcome): Ending {
  switch (outcome.kind) {
    case 'accepted':
      return { fields: { state: 'received', unsure: false, reason: undefined, detail: undefined } };
    case 'refused':
      return parked('mail-refused', outcome.detail, { unsure: false });
    case 'later':
      return tryLater(
        deps,
        delivery,
        { reason: 'mail-server-down', detail: outcome.detail },
        { state: 'ready', unsure: false },
      );
    case 'unsure':
      return unknown(outcome.detail);
  }
}

function unknown(detail: string): Ending {
  return { fields: { state: 'unknown', reason: 'mail-server-down', detail: shortDetail(detail) } };
}

/** A mail that will not go any further shows at its invitation; one that was taken clears what stood there. */
function withProblem({ store }: MailDeps, { school }: Held, mail: MailPayload, ending: Ending): Ending {
  if (ending.dueAt !== undefined) return ending;
  const problem = ending.fields.state === 'received' ? undefined : ending.fields.detail;
  return { ...ending, also: () => mailProblemWrites(store, school, mail, problem) };
}
