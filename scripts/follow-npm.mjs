/**
 * npm runs a script through a shell and passes no signal on: whoever stops npm would leave the server behind, holding its port. Who loses the shell that
 * started it stops as if it had got the signal itself.
 */
export function followNpm() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, 300).unref();
}
