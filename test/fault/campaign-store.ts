import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dropDatabase } from '@buitenboord/shared/store/mongo/connect.js';
import { throwAway } from '../support/mongo-place.js';
import { openMongoDouble } from '../support/mongo-double/open-mongo-double.js';
import type { Chance } from './chance.js';

export const storeKinds = ['sqlite', 'mongo'] as const;
export type StoreKind = (typeof storeKinds)[number];

/** What a campaign's records lie on. */
export interface CampaignStore {
  url: string;
  /** From here on the database itself fails now and then, if it can. */
  storm(): void;
  calm(): void;
  end(): Promise<void>;
}

/** The share of MongoDB's commands that end in a cut connection or a step-down, before or after they were carried out. */
const stormShare = 0.01;

/** A fresh database: a file, or the double of a replica set, which lives on while workers are killed. */
export async function openCampaignStore(kind: StoreKind, chance: Chance): Promise<CampaignStore> {
  if (kind === 'sqlite') {
    const folder = await mkdtemp(join(tmpdir(), 'buitenboord-campaign-'));
    return {
      url: `sqlite:${join(folder, 'campaign.db')}`,
      storm: () => undefined,
      calm: () => undefined,
      end: () => rm(folder, { recursive: true, force: true }),
    };
  }
  const real = process.env.TEST_MONGODB_URL;
  if (real) {
    const url = throwAway(real);
    return { url, storm: () => undefined, calm: () => undefined, end: () => dropDatabase(url) };
  }
  // A minute on a real server; the campaign has no minute for what a killed worker left open.
  const double = await openMongoDouble({ transactionLifetimeMs: 1_500 });
  return {
    url: double.url,
    storm: () => double.faults.random(stormShare, () => chance.next()),
    calm: () => double.faults.calm(),
    end: () => double.close(),
  };
}
