import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '@buitenboord/lti-tool/app.js';
import { companyRoutes } from '@buitenboord/lti-tool/company/company-routes.js';
import { supervisorMails } from '@buitenboord/lti-tool/company/supervisor-mails.js';
import { companyLinkRoutes } from '@buitenboord/lti-tool/link/company-link-routes.js';
import { createDiskBlobs } from '@buitenboord/shared/blobs/disk/create-disk-blobs.js';
import type { MailPayload } from '@buitenboord/shared/domain/delivery/delivery.js';
import { workId } from '@buitenboord/shared/domain/evidence/work-id.js';
import { newId } from '@buitenboord/shared/ids.js';
import { createLog } from '@buitenboord/shared/runtime/log.js';
import { createVault } from '@buitenboord/shared/runtime/vault.js';
import {
  collections,
  companyJudgements,
  deliveries,
  evidence,
  handIns,
  invitations,
  works,
} from '@buitenboord/shared/store/collections.js';
import { put, type AnyCollection } from '@buitenboord/shared/store/port.js';
import { inviteSupervisors } from '@buitenboord/shared/use-cases/company/invite-supervisors.js';
import { nameCompany } from '@buitenboord/shared/use-cases/company/name-company.js';
import { openingSealedMail } from '@buitenboord/shared/use-cases/company/sealed-mail.js';
import { fileKeyOf } from '@buitenboord/shared/use-cases/school-keys.js';
import { fixedClock } from './fixed-clock.js';
import { aSchool, type SchoolWanted } from './school.js';
import { openTestStore } from './test-store.js';

export const aBakery = { name: 'Bakkerij Deeg', contactName: 'Anna Bakker', contactEmail: 'anna@deeg.example' };

/** A Tuesday, ten in the morning in Amsterdam. */
const begin = '2026-06-02T08:00:00.000Z';

/** A school, its tool with the company's and the teacher's pages, and what was mailed so far. */
export async function aCompanyStage(wanted: SchoolWanted & { logged?: string[] } = {}) {
  const store = await openTestStore();
  const clock = fixedClock(begin);
  const vault = createVault('a secret of at least thirty-two characters');
  const mails = supervisorMails('https://tool.example');
  const directory = await mkdtemp(join(tmpdir(), 'buitenboord-company-'));
  const blobs = createDiskBlobs({ directory, keyOf: (school) => fileKeyOf({ store, vault, now: clock }, school) });
  const at = await aSchool(store, wanted);
  const deps = { store, vault, mails, now: clock, blobs };
  const lines = wanted.logged;
  const log = lines ? createLog('info', { write: (line) => lines.push(line) }) : createLog('silent');
  const app = createApp({ ...deps, log, trustProxy: '' }, [...companyLinkRoutes(deps), ...companyRoutes(deps)]);
  const { school, activity, teacher: by } = at;

  async function mailed(): Promise<MailPayload[]> {
    const { items } = await store.find(deliveries, { where: { school, target: 'mail' }, limit: 500 });
    const opened: MailPayload[] = [];
    const mailer = openingSealedMail(
      { send: (_school, mail) => (opened.push(mail), Promise.resolve({ kind: 'accepted' as const })) },
      vault,
    );
    const inOrder = [...items].sort((one, other) => one.revisionAt.localeCompare(other.revisionAt));
    for (const { payload } of inOrder) if (payload.target === 'mail') await mailer.send(school, payload, 'id');
    return opened;
  }

  return {
    ...deps,
    deps,
    at,
    app,
    mailed,
    /** The paths of all links mailed so far, oldest mail first. */
    links: async () => (await mailed()).flatMap(({ text }) => text.match(/\/link\/[\w-]{43}/gu) ?? []),
    name: (students: readonly string[] = at.students.slice(0, 1), company = aBakery) =>
      nameCompany(deps, { school, activity, students, company, by }),
    invite: (students: readonly string[] = at.students.slice(0, 1), seen?: string) =>
      inviteSupervisors(deps, { school, activity, students, by, ...(seen !== undefined && { seen }) }),
    invitations: async () => (await store.find(invitations, { where: { school }, limit: 500 })).items,
    judgements: async () => (await store.find(companyJudgements, { where: { school }, limit: 500 })).items,
    work: (student = at.students[0]!) => store.get(works, { school, id: workId(activity, student, 1) }),
    /** The student hands in a photo (its bytes are `bytes`) and a sentence; answers the photo's id. */
    async handsIn(bytes = 'a photo', student = at.students[0]!, number = 1) {
      const blob = await blobs.put(school, once(bytes));
      const [id, work] = [newId(), workId(activity, student, 1)];
      const seen = (await store.get(works, { school, id: work }))?.version ?? 0;
      const about = { work, activity, student };
      const handedInAt = clock().toISOString();
      const file = { ...about, kind: 'photo', blob: blob.sha256, mediaType: 'image/jpeg', bytes: blob.bytes } as const;
      const version = { ...about, number, text: 'Ik heb <b>gelast</b>.', evidence: [id], handedInAt };
      await store.commit([
        put(evidence, { school, id }, { ...file, addedAt: handedInAt }, 0),
        put(handIns, { school, id: `${work}.v${number}` }, version, 0),
        put(works, { school, id: work }, aWork({ activity, student }, number, handedInAt), seen),
      ]);
      return id;
    },
    /** Every record of the school and of the installation, as text. */
    async everything() {
      const all: Record<string, unknown[]> = {};
      for (const [name, collection] of Object.entries(collections)) {
        const query = { where: collection.scope === 'school' ? { school } : {}, limit: 500 };
        all[name] = [...(await store.find(collection as AnyCollection, query as never)).items];
      }
      return JSON.stringify(all);
    },
    async close() {
      await store.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

export type CompanyStage = Awaited<ReturnType<typeof aCompanyStage>>;

function aWork(about: { activity: string; student: string }, versions: number, handedInAt: string) {
  const read: ('task' | 'safety')[] = [];
  return {
    ...about,
    attempt: 1,
    state: 'handedIn' as const,
    draft: '',
    read,
    versions,
    handedInAt,
    savedAt: handedInAt,
  };
}

async function* once(bytes: string): AsyncIterable<Uint8Array> {
  await Promise.resolve();
  yield Buffer.from(bytes);
}
