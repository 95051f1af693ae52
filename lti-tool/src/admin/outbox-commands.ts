import { z } from 'zod';
import { deliveryReasons, deliveryStates, type Delivery } from '@buitenboord/shared/domain/delivery/delivery.js';
import { parkDelivery, retryDelivery } from '@buitenboord/shared/outbox/retry.js';
import { dueRowId } from '@buitenboord/shared/outbox/delivery-id.js';
import { Problem } from '@buitenboord/shared/problem.js';
import { auditEntries, deliveries, dueRows } from '@buitenboord/shared/store/collections.js';
import type { Store, Stored } from '@buitenboord/shared/store/port.js';
import { textIn } from '@buitenboord/shared/text/text.js';
import { openDeliveries, openStanding, retryGroup } from '@buitenboord/shared/use-cases/outbox/open-deliveries.js';
import { getSchool } from '@buitenboord/shared/use-cases/school/add-school.js';
import { nextStep, whyOpen } from '../outbox-page/group-words.js';
import { commandActor, defineCommand, UsageError, type Answer, type Command } from './command.js';
import { Id, schoolOption, Switch } from './inputs.js';

const deliveryOption = { value: 'ID', about: 'id of the delivery, from "outbox list"' };
const ended: readonly string[] = ['confirmed', 'withdrawn'];

const list = defineCommand({
  name: 'outbox list',
  about: 'Lists what is on its way out of the house, or got stuck. No names, no addresses.',
  options: { school: schoolOption, all: { about: 'shows what arrived or was withdrawn as well' } },
  schema: z.strictObject({ school: Id, all: Switch }),
  run: async ({ store }, { school, all }) => {
    await getSchool(store, school);
    const data = [];
    for (const state of deliveryStates.filter((candidate) => all || !ended.includes(candidate))) {
      for await (const row of store.each(deliveries, { where: { school, state } })) {
        const { id, target, revision, reason, attempts, stateAt } = row;
        // A mail server says that it took a mail, and then nothing more.
        if (!all && target === 'mail' && state === 'received') continue;
        data.push({ delivery: id, target, revision, state, reason: reason ?? null, attempts, since: stateAt });
      }
    }
    const lines = data.map(
      (row) =>
        `${row.delivery}  ${row.target}  ${row.state}${row.reason ? ` (${row.reason})` : ''}  revision ${row.revision}, ${row.attempts} attempts, since ${row.since}`,
    );
    return { lines: lines.length > 0 ? lines : ['Nothing is waiting.'], data };
  },
});

const explain = defineCommand({
  name: 'outbox explain',
  about: 'Says of one delivery where it stands, why, what happened to it, what comes next, and what a person can do.',
  options: { school: schoolOption, delivery: deliveryOption },
  schema: z.strictObject({ school: Id, delivery: Id }),
  run: async ({ store }, { school, delivery: id }) => {
    const delivery = await getDelivery(store, school, id);
    const due = await store.get(dueRows, { id: dueRowId({ school, id }) });
    const history = [];
    for await (const { at, action } of store.each(auditEntries, { where: { school, object: `deliveries/${id}` } }))
      history.push({ at, action });
    return explained(delivery, { next: due?.dueAt, isHeld: due?.lease !== undefined, history });
  },
});

interface Around {
  /** When it is tried next, or until when a worker holds it. */
  next: string | undefined;
  isHeld: boolean;
  history: readonly { at: string; action: string }[];
}

function explained(delivery: Stored<Delivery, 'school'>, { next, isHeld, history }: Around): Answer {
  const { id, target, revision, revisionAt, state, reason, detail, attempts, unsure, stateAt } = delivery;
  const text = textIn('en');
  const lms = 'the LMS';
  const standing = openStanding(delivery);
  const lines = [
    `${target} delivery ${id}, revision ${revision} of ${revisionAt}`,
    `${state} since ${stateAt}, ${attempts} attempts${unsure ? '; a request may have been applied' : ''}`,
    ...(standing === undefined ? ['It is done: nothing more will be sent.'] : [whyOpen(text, reason, lms)]),
    ...(detail === undefined ? [] : [`The other side said: ${detail}`]),
    ...(next === undefined
      ? []
      : [isHeld ? `A worker is busy with it, until ${next}.` : `It is tried again at ${next}.`]),
    ...(standing === 'stuck' ? [nextStep(text, reason, lms)] : []),
    ...history.map(({ at, action }) => `${at}  ${action}`),
  ];
  const fields = { delivery: id, target, revision, revisionAt, state, reason: reason ?? null, detail: detail ?? null };
  return { lines, data: { ...fields, attempts, unsure, since: stateAt, next: next ?? null, history } };
}

const retry = defineCommand({
  name: 'outbox retry',
  about: 'Tries again what got stuck or waits: one delivery, or everything with one reason.',
  more: 'The revision and its time stay, so nothing arrives twice; a running server sends it.',
  options: {
    school: schoolOption,
    delivery: deliveryOption,
    reason: { value: 'REASON', about: 'instead of one: all with this reason, such as platform-down' },
  },
  schema: z.strictObject({ school: Id, delivery: Id.optional(), reason: z.enum(deliveryReasons).optional() }),
  run: async ({ store, now }, { school, delivery, reason }) => {
    await getSchool(store, school);
    if ((delivery === undefined) === (reason === undefined))
      throw new UsageError('Say what to try again: --delivery or --reason, one of them.');
    const deps = { store, now };
    const by = commandActor;
    let retried = 0;
    if (delivery !== undefined) retried = (await retryDelivery(deps, { school, delivery, by })) ? 1 : 0;
    for (const group of await openDeliveries(store, school)) {
      if (group.reason === undefined || group.reason !== reason) continue;
      const choice = { school, target: group.target, reason: group.reason, activity: group.activity?.id };
      retried += await retryGroup(deps, { ...choice, by });
    }
    return {
      lines: [retried === 0 ? 'There was nothing to try again.' : `Tried again: ${retried}.`],
      data: { retried },
    };
  },
});

const park = defineCommand({
  name: 'outbox park',
  about: 'Puts a delivery aside that is being tried: nothing more is sent until somebody says retry.',
  options: { school: schoolOption, delivery: deliveryOption },
  schema: z.strictObject({ school: Id, delivery: Id }),
  run: async ({ store, now }, { school, delivery }) => {
    await getSchool(store, school);
    const parked = await parkDelivery({ store, now }, { school, delivery, by: commandActor, reason: 'put-aside' });
    return { lines: [parked ? 'Put aside.' : 'It wasn’t being tried.'], data: { parked } };
  },
});

async function getDelivery(store: Store, school: string, id: string): Promise<Stored<Delivery, 'school'>> {
  await getSchool(store, school);
  const delivery = await store.get(deliveries, { school, id });
  if (!delivery) throw new Problem('request/not-found', { delivery: id });
  return delivery;
}

export const outboxCommands: readonly Command[] = [list, explain, retry, park];
