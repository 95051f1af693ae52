import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'zod';
import { openBlobPlace } from '@buitenboord/shared/blobs/blob-place.js';
import type { BlobPlace } from '@buitenboord/shared/blobs/port.js';
import { schools } from '@buitenboord/shared/store/collections.js';
import { copyStore, openRows, type StoreCopied } from '@buitenboord/shared/store/copy/copy-store.js';
import { describeServer } from '@buitenboord/shared/store/mongo/connect.js';
import { isClean, type ProofReport } from '@buitenboord/shared/store/mongo/proof.js';
import { openStore } from '@buitenboord/shared/store/open-store.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import { fileKeyOf } from '@buitenboord/shared/use-cases/school-keys.js';
import { getSchool } from '@buitenboord/shared/use-cases/school/add-school.js';
import { defineCommand, UsageError, type Command, type Context } from './command.js';
import { Id, schoolOption } from './inputs.js';
import { runCampaign, runContract } from './store-verify.js';

const Url = z
  .string()
  .regex(/^(sqlite:.+|mongodb(\+srv)?:\/\/.+)$/u)
  .max(2048);

const copy = defineCommand({
  name: 'store copy',
  about: 'Copies records and files from one store to another, and says whether both are the same afterwards.',
  more: 'Stop the server first. A copy that was cut goes on where it was: give the command again.',
  options: {
    from: { value: 'URL', about: 'sqlite:… or mongodb://…, as in STORE_URL' },
    to: { value: 'URL', about: 'the same, empty or a copy of the same' },
    school: { ...schoolOption, about: `${schoolOption.about}; all schools without it` },
  },
  schema: z.strictObject({ from: Url, to: Url, school: Id.optional() }),
  run: async (context, { from, to, school }) => {
    if (from === to) throw new UsageError('--from and --to are the same store.');
    const source = await openStore(from);
    try {
      if (school !== undefined) await getSchool(source, school);
      const records = await copyRecords(from, to, school);
      const files = await copyFiles(context, source, { from, to, school });
      const failed = records.different.length > 0;
      const lines = [
        `${records.records} records (${records.written} written), ${files} files copied.`,
        failed ? `Not the same: ${records.different.join(', ')}.` : `Both are the same: ${records.hash}`,
      ];
      return { lines, data: { ...records, files }, failed };
    } finally {
      await source.close();
    }
  },
});

async function copyRecords(from: string, to: string, school: string | undefined): Promise<StoreCopied> {
  const source = await openRows(from);
  try {
    const target = await openRows(to);
    try {
      return await copyStore(source, target, school);
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

/** Files are named by their content, so that one that arrived under its name is the same. Two files of SQLite share their folder. */
async function copyFiles(
  { env, vault, now }: Context,
  store: Store,
  { from, to, school }: { from: string; to: string; school: string | undefined },
): Promise<number> {
  if (from.startsWith('sqlite:') && to.startsWith('sqlite:')) return 0;
  const source = await openBlobPlace(from, env.DATA_DIR);
  const target = await openBlobPlace(to, env.DATA_DIR);
  try {
    let copied = 0;
    for await (const { id } of store.each(schools, { where: {} })) {
      if (school === undefined || school === id)
        copied += await copyFilesOf(id, { source, target, keyOf: (of) => fileKeyOf({ store, vault, now }, of) });
    }
    return copied;
  } finally {
    await source.close();
    await target.close();
  }
}

async function copyFilesOf(
  school: string,
  { source, target, keyOf }: { source: BlobPlace; target: BlobPlace; keyOf: (school: string) => Promise<Buffer> },
): Promise<number> {
  const [here, there] = [source.blobs(keyOf), target.blobs(keyOf)];
  let copied = 0;
  for await (const name of here.names(school)) {
    if (await there.has(school, name)) continue;
    const { sha256 } = await there.put(school, await here.open(school, name));
    if (sha256 !== name) throw new Error(`The file ${name} isn’t what its name says. Put it back from a backup.`);
    copied += 1;
  }
  return copied;
}

const verify = defineCommand({
  name: 'store verify',
  about: 'Proves on your own MongoDB that it keeps what the store promises, and writes a report.',
  more: 'Runs the contract and the campaign in throw-away databases beside yours; needs the development packages (npm install) and some minutes.',
  options: {
    url: { value: 'URL', about: 'mongodb://… of a replica set, with the right to make and drop databases' },
    out: { value: 'FILE', about: 'where the report goes; mongodb.json without it' },
    minutes: { value: 'N', about: 'how long workers are killed; 3 without it' },
  },
  schema: z.strictObject({
    url: z.string().regex(/^mongodb(\+srv)?:\/\//u),
    out: z.string().min(1).default('mongodb.json'),
    minutes: z.coerce.number().min(0.1).max(120).default(3),
  }),
  run: async ({ folder, now }, { url, out, minutes }) => {
    const server = await describeServer(url);
    const contract = await runContract(url);
    const campaign = await runCampaign(url, minutes);
    const at = now().toISOString();
    const report: ProofReport = {
      format: 'buitenboord-store-verify',
      formatVersion: 1,
      at,
      server,
      contract,
      campaign,
    };
    const file = resolve(folder, out);
    await writeFile(file, `${JSON.stringify(report, null, 2)}\n`);
    const failed = !isClean(report);
    const lines = [
      `MongoDB ${server.version}, replica set ${server.replicaSet}`,
      `Contract: ${contract.passed} passed, ${contract.failed} failed.`,
      `Campaign: ${JSON.stringify(campaign)}`,
      `${failed ? 'It doesn’t keep the promises.' : 'It keeps the promises.'} The report is in ${file}.`,
    ];
    return { lines, data: report, failed };
  },
});

export const storeCommands: readonly Command[] = [copy, verify];
