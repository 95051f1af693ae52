/** `npm run admin -- …`: one command on the store. */
import { prepare } from './prepare.mjs';

await prepare();
await import('../lti-tool/dist/admin.js');
