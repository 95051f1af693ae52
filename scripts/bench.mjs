/** `npm run bench -- NAME [--json]`: measures in this machine and this run, as a ratio beside a peer or the physical limit. Names: the files of test/bench. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { prepare, root } from './prepare.mjs';

const [name, ...rest] = process.argv.slice(2);
const names = readdirSync(join(root, 'test/bench'))
  .filter((file) => file.endsWith('.bench.mjs'))
  .map((file) => file.replace('.bench.mjs', ''));
if (!name || !names.includes(name)) {
  console.error(`usage: npm run bench -- NAME [--json]\nnames: ${names.join(', ')}`);
  process.exit(2);
}
const json = rest.includes('--json');
await prepare();
const { run } = await import(`../test/bench/${name}.bench.mjs`);
const figures = await run({ say: json ? () => undefined : (line) => console.error(line) });
console.log(json ? JSON.stringify(figures) : JSON.stringify(figures, undefined, 2));
process.exit(0);
