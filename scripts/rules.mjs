/** `npm run rules`: writes docs/rules.md from the rules in the code and the titles of the tests that show them. */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { prepare, root } from './prepare.mjs';
import { rulesOfModule, rulesPage, titlesIn } from './rules-page.mjs';

await prepare();
const domain = join(root, 'shared/dist/domain');
const concepts = [];
for (const concept of readdirSync(domain).sort()) {
  const file = join(domain, concept, 'rules.js');
  if (existsSync(file)) concepts.push({ concept, rules: rulesOfModule(await import(pathToFileURL(file).href)) });
}
const { page, complaints } = rulesPage(concepts, titlesIn(root));
writeFileSync(join(root, 'docs/rules.md'), page);
for (const complaint of complaints) console.error(complaint);
if (complaints.length > 0) process.exitCode = 1;
