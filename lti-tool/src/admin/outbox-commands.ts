import { z } from 'zod';
import { deliveryStates } from '@buitenboord/shared/domain/delivery/delivery.js';
import { deliveries } from '@buitenboord/shared/store/collections.js';
import { getSchool } from '@buitenboord/shared/use-cases/school/add-school.js';
import { defineCommand, type Command } from './command.js';
import { Id, schoolOption, Switch } from './inputs.js';

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

export const outboxCommands: readonly Command[] = [list];
