import type { Delivery } from '../domain/delivery/delivery.js';
import { deliveries, dueRows } from '../store/collections.js';
import { decideAgain } from '../store/decide-again.js';
import { change, remove, type Store, type Stored, type Write } from '../store/port.js';
import { dueRowId, parseMessageId } from './delivery-id.js';
import { deliveryFact } from './held-delivery.js';
import { mailProblemWrites } from './mail-problem.js';
import { shortDetail } from './try-ending.js';

interface Deps {
  store: Store;
  now: () => Date;
}

export interface Bounce {
  /** The Message-ID of the mail that came back. */
  messageId: string;
  /** The mail server's own sentence, without addresses. */
  detail: string;
}

/** Parks a mail that was accepted and came back, and shows it at its invitation. Says whether it was one of ours; safe to repeat. */
export async function markBounced(deps: Deps, bounce: Bounce): Promise<boolean> {
  const named = parseMessageId(bounce.messageId);
  if (!named) return false;
  return decideAgain(async () => {
    const delivery = await deps.store.get(deliveries, { school: named.school, id: named.id });
    if (delivery?.payload.target !== 'mail') return false;
    if (delivery.revision === named.revision && mayHaveLeft(delivery)) {
      await deps.store.commit(await bounceWrites(deps, delivery, shortDetail(bounce.detail)));
    }
    return true;
  });
}

/** A refused or already bounced mail has its reason; a ready one has not left. */
function mayHaveLeft({ state }: Delivery): boolean {
  return state === 'received' || state === 'sent' || state === 'unknown';
}

async function bounceWrites(
  { store, now }: Deps,
  delivery: Stored<Delivery, 'school'>,
  detail: string,
): Promise<Write[]> {
  const at = now().toISOString();
  const fields = { state: 'parked', reason: 'mail-bounced', detail, unsure: false, stateAt: at } as const;
  const row = await store.get(dueRows, { id: dueRowId(delivery) });
  const mail = delivery.payload.target === 'mail' ? delivery.payload : {};
  return [
    change(deliveries, delivery, fields),
    ...(row ? [remove(dueRows, row)] : []),
    ...(await mailProblemWrites(store, delivery.school, mail, detail)),
    deliveryFact(delivery, { ...delivery, ...fields }, 'system', at),
  ];
}
