/** A server of the bench on core 0, with what it costs read from outside: processor time and memory as the system counts them. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Linux counts processor time in hundredths of a second. */
const tickMs = 10;

export async function startUnderLoad({ script, args = [], platform }) {
  const startedAt = performance.now();
  const child = spawn('taskset', ['-c', '0', process.execPath, script, ...args], {
    env: { ...process.env, PLATFORM: JSON.stringify(platform.registration), NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = new Promise((resolve) => child.on('close', resolve));
  const line = await Promise.race([
    new Promise((resolve) => child.stdout.once('data', resolve)),
    gone.then(() => Promise.reject(new Error(`${script} ended before it was ready.`))),
  ]);
  return {
    url: JSON.parse(String(line)).url,
    readyMs: Math.round(performance.now() - startedAt),
    cpuMs() {
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1].split(' ');
      return (Number(fields[11]) + Number(fields[12])) * tickMs;
    },
    residentMb() {
      const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1];
      return Math.round(Number(kilobytes) / 1024);
    },
    async stop() {
      child.kill('SIGTERM');
      await gone;
    },
  };
}
