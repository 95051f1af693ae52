/** Installs the peers where they are missing: 35 MB that only the bench needs. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export function installPeers() {
  const folder = import.meta.dirname;
  if (existsSync(join(folder, 'node_modules/ltijs'))) return;
  const options = ['--no-save', '--no-package-lock', '--no-audit', '--no-fund', '--silent', '--workspaces=false'];
  execFileSync('npm', ['install', ...options], { cwd: folder, stdio: 'inherit' });
}
