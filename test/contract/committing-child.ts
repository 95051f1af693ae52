import { identities } from '@buitenboord/shared/store/collections.js';
import { openStore } from '@buitenboord/shared/store/open-store.js';
import { audit, put } from '@buitenboord/shared/store/port.js';

/** A process that commits and says so, one number a line, until it has done `count` or is killed: node … committing-child.ts <store url> <name> <count> */
const [storeUrl = '', name = '', count = '0'] = process.argv.slice(2);

const school = 'school';
const store = await openStore(storeUrl);
const at = '2026-01-01T00:00:00.000Z';

for (let number = 1; number <= Number(count); number += 1) {
  const id = `${name}-${number}`;
  await store.commit([
    // First, so that the transaction begins with reading the chain: what it reads may not change before it writes.
    audit(school, { at, actor: 'system', action: 'test', object: `${identities.name}/${id}` }),
    put(
      identities,
      { school, id },
      { person: name, issuer: 'https://lms.example', subject: 'x'.repeat(number % 250) },
      0,
    ),
  ]);
  process.stdout.write(`${number}\n`);
}
await store.close();
