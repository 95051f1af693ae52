import { z } from 'zod';
import { verifyAuditChain } from '@buitenboord/shared/store/audit-chain.js';
import { getSchool } from '@buitenboord/shared/use-cases/school/add-school.js';
import { defineCommand, type Command } from './command.js';
import { Id, schoolOption } from './inputs.js';

const verify = defineCommand({
  name: 'audit verify',
  about: 'Follows the audit trail of a school and says whether anything in it was changed.',
  options: { school: schoolOption },
  schema: z.strictObject({ school: Id }),
  run: async ({ store }, { school }) => {
    await getSchool(store, school);
    const verdict = await verifyAuditChain(store, school);
    if (verdict.kind === 'broken')
      return { lines: [`The audit trail is broken at entry ${verdict.at}.`], data: verdict, failed: true };
    return { lines: [`The audit trail is whole: ${verdict.entries} entries.`], data: verdict };
  },
});

export const auditCommands: readonly Command[] = [verify];
