/** `npm run serve`: the tool alone, in this very process, which stops when npm is stopped. */
import { followNpm } from './follow-npm.mjs';
import { prepare } from './prepare.mjs';

followNpm();
await prepare();
await import('../lti-tool/dist/main.js');
