/** What 100,000 launches leave behind in memory: resident size after the first 10,000, when code is compiled and caches are full, and at the end. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drive } from './drive.mjs';
import { startPlatform } from './platform.mjs';
import { startUnderLoad } from './server-under-load.mjs';

const warmLaunches = 10_000;
const launches = 100_000;

export async function run({ say }) {
  const folder = mkdtempSync(join(tmpdir(), 'buitenboord-bench-'));
  const platform = await startPlatform();
  const server = await startUnderLoad({ script: 'test/bench/tool-server.mjs', args: [folder], platform });
  try {
    const restMb = server.residentMb();
    let [done, errors] = [0, 0];
    const until = async (count) => {
      while (done < count) {
        const driven = await drive({ url: server.url, platform, connections: 16, seconds: 5 });
        done += driven.launches;
        errors += driven.errors;
        say(`${done} launches: ${server.residentMb()} MB`);
      }
      return server.residentMb();
    };
    const warmMb = await until(warmLaunches);
    const endMb = await until(warmLaunches + launches);
    return {
      name: 'launch-memory',
      node: process.version,
      launches: done,
      errors,
      restMb,
      warmMb,
      endMb,
      growthMb: endMb - warmMb,
    };
  } finally {
    await server.stop();
    await platform.stop();
    rmSync(folder, { recursive: true });
  }
}
