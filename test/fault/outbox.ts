/** `npm run fault -- outbox`: see scripts/fault.mjs. */
import { parseArgs } from 'node:util';
import { storeKinds } from './campaign-store.js';
import { runCampaign, type CampaignResult } from './outbox-campaign.js';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '1' },
    kills: { type: 'string', default: '0' },
    store: { type: 'string', default: 'sqlite' },
    json: { type: 'boolean', default: false },
  },
});
const [seed, minutes, kills] = [Number(values.seed), Number(values.minutes), Number(values.kills)];
const store = storeKinds.find((kind) => kind === values.store);
if (!store || ![seed, minutes, kills].every((number) => Number.isFinite(number) && number >= 0)) {
  console.error('usage: npm run fault -- outbox [--seed N] [--minutes M] [--kills K] [--store sqlite|mongo] [--json]');
  process.exit(2);
}
const say = (line: string) => {
  if (!values.json) console.log(line);
};

say('First without the protection: the campaign has to see what that does.');
if (!(await isHarmSeen())) {
  console.error('The campaign saw no harm in a tool without protection: it proves nothing.');
  process.exit(3);
}
say('And now as it is.');
const result = await runCampaign({ store, seed, minutes, kills, mutant: false, say });
console.log(summary(result));
const { lost, stale, duplicates, stuck } = result;
process.exit(lost + stale + duplicates + stuck === 0 ? 0 : 1);

/** A short run may be lucky on a slow machine; a longer one isn't. */
async function isHarmSeen(): Promise<boolean> {
  for (const [n, mutantMinutes] of [0.15, 0.4, 0.8].entries()) {
    const wanted = { store: store!, seed: seed + n, minutes: mutantMinutes, kills: 16, mutant: true };
    const mutant = await runCampaign({ ...wanted, say: () => undefined });
    say(`without: ${summary(mutant)}`);
    if (mutant.lost + mutant.stale + mutant.duplicates > 0) return true;
  }
  return false;
}

function summary({ changes, kills: killed, lost, stale, duplicates, stuck }: CampaignResult): string {
  return JSON.stringify({ changes, kills: killed, lost, stale, duplicates, stuck });
}
