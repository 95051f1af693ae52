import { ConfigurationError, loadEnvironmentFile, readEnvironment } from '@buitenboord/shared/runtime/env.js';
import { startServer } from './start-server.js';

/** `npm run serve`: the tool alone, from the environment, until it is told to stop. */
try {
  loadEnvironmentFile();
  const server = await startServer(readEnvironment(process.env));
  console.log(`Buitenboord is ready: ${server.url}`);
  const stop = () => {
    server.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
} catch (error) {
  console.error(wordsFor(error));
  process.exitCode = 1;
}

function wordsFor(error: unknown): string {
  if (error instanceof ConfigurationError) return error.message;
  const { code, port } = error as { code?: unknown; port?: unknown };
  if (code === 'EADDRINUSE') return `Port ${String(port)} is taken. Choose another: PORT=3100 npm run serve`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
