import { setTimeout as wait } from 'node:timers/promises';
import { verifyAuditChain } from '@buitenboord/shared/store/audit-chain.js';
import { deliveries, dueRows } from '@buitenboord/shared/store/collections.js';
import { openStore } from '@buitenboord/shared/store/open-store.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import { retryDelivery } from '@buitenboord/shared/outbox/retry.js';
import { openCampaignStore, type StoreKind } from './campaign-store.js';
import { chanceOf, type Chance } from './chance.js';
import { judge, type Verdict } from './judge.js';
import { openCampaignPlatform, type CampaignPlatform } from './platform.js';
import { keepWorkers, type Workers } from './workers.js';
import { standUp, type World } from './world.js';

export interface CampaignWanted {
  store: StoreKind;
  seed: number;
  minutes: number;
  /** Goes on until so many workers were killed, also after the minutes. */
  kills: number;
  mutant: boolean;
  say: (line: string) => void;
}

export interface CampaignResult extends Verdict {
  changes: number;
  kills: number;
}

const tenMinutesMs = 10 * 60_000;
const drainWithinMs = 240_000;

/** Grades are settled while workers are killed and the platform fails in every way; then everything works again, and what came of it is judged. */
export async function runCampaign(wanted: CampaignWanted): Promise<CampaignResult> {
  const chance = chanceOf(wanted.seed);
  const platform = await openCampaignPlatform(chanceOf(wanted.seed + 1));
  const place = await openCampaignStore(wanted.store, chanceOf(wanted.seed + 3));
  const store = await openStore(place.url);
  const setup = { storeUrl: place.url, secret: 'the secret of a campaign, and of nothing else' };
  const pace = { timeoutMs: 500, leaseMs: 4_000, intervalMs: 100 };
  const world = await standUp(store, platform, chance);
  const workers = keepWorkers(2, { ...setup, ...pace, mutant: wanted.mutant }, chanceOf(wanted.seed + 2));
  place.storm();
  try {
    const changes = await settleUnderFire(wanted, { store, world, workers, chance });
    workers.spare();
    platform.calm();
    place.calm();
    for (const { column } of world.schools) column.locked = false;
    // Late enough for everything that a clock or a wait put off.
    workers.setClocks(7 * tenMinutesMs);
    await drain(store, world);
    const verdict = await judge(store, world.grades);
    await checkTrails(store, world, verdict);
    sayMore(wanted, platform, verdict);
    return { ...verdict, changes, kills: workers.kills };
  } finally {
    await workers.stop();
    await store.close();
    await platform.close();
    await place.end();
  }
}

interface Battlefield {
  store: Store;
  world: World;
  workers: Workers;
  chance: Chance;
}

/** Answers how many revisions were settled and acknowledged. */
async function settleUnderFire(wanted: CampaignWanted, { world, workers, chance }: Battlefield): Promise<number> {
  const until = performance.now() + wanted.minutes * 60_000;
  let offset = 0;
  let changes = 0;
  const now = () => new Date(Date.now() + offset);
  for (let turn = 0; performance.now() < until || workers.kills < wanted.kills; turn += 1) {
    await world.settleOne(now());
    changes += 1;
    if (turn % 100 === 39) world.teacherPuts(now());
    if (turn % 20 === 9) world.teacherLetsGo();
    if (turn % 4 === 3) await world.decideOne(now);
    if (turn % 150 === 149) {
      offset = chance.pick([-tenMinutesMs, 0, tenMinutesMs]);
      workers.setClocks(offset);
    }
    if (turn % 100 === 60) world.schools[chance.below(world.schools.length)]!.column.locked = true;
    if (turn % 100 === 90) for (const { column } of world.schools) column.locked = false;
    if (turn === 300) world.schools[1]!.column.gone = true;
    if (turn % 300 === 0) wanted.say(`${changes} changes, ${workers.kills} kills`);
    await wait(10 + chance.below(40));
  }
  return changes;
}

/** Waits until nothing is due; what was parked meanwhile a person tries again, now that everything works. */
async function drain(store: Store, world: World): Promise<void> {
  const now = () => new Date();
  for (const until = performance.now() + drainWithinMs; performance.now() < until; await wait(300)) {
    let isBusy = (await store.find(dueRows, { where: {}, limit: 1 })).items.length > 0;
    for (const { school } of world.schools) {
      for await (const { id, reason } of store.each(deliveries, { where: { school, state: 'parked' } })) {
        if (reason === 'column-gone') continue;
        isBusy = true;
        await retryDelivery({ store, now }, { school, delivery: id, by: 'administrator' });
      }
    }
    if (!isBusy) return;
  }
}

async function checkTrails(store: Store, world: World, verdict: Verdict): Promise<void> {
  for (const school of new Set(world.schools.map((each) => each.school))) {
    const chain = await verifyAuditChain(store, school);
    if (chain.kind === 'whole') continue;
    verdict.lost += 1;
    verdict.findings.push(`lost: the audit trail of ${school} is broken`);
  }
}

function sayMore({ say }: CampaignWanted, { faults }: CampaignPlatform, { findings }: Verdict): void {
  say(`faults: ${[...faults].map(([name, times]) => `${name} ${times}`).join(', ')}`);
  findings.slice(0, 40).forEach(say);
}
