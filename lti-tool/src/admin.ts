import { loadEnvironmentFile } from '@buitenboord/shared/runtime/env.js';
import { runAdmin } from './admin/run-admin.js';

/** The commands of who runs the installation. They work on the same store as the server, while it runs. */
loadEnvironmentFile();
process.exitCode = await runAdmin(process.argv.slice(2), process.env, {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
});
