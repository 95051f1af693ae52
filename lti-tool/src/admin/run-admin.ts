import { isProblem } from '@buitenboord/shared/problem.js';
import { ConfigurationError, readEnvironment } from '@buitenboord/shared/runtime/env.js';
import { createVault } from '@buitenboord/shared/runtime/vault.js';
import { openStore } from '@buitenboord/shared/store/open-store.js';
import { textIn } from '@buitenboord/shared/text/text.js';
import { auditCommands } from './audit-commands.js';
import { UsageError, type Answer, type Command, type Context } from './command.js';
import { grantCommands } from './grant-commands.js';
import { helpOn, helpOnAll } from './help.js';
import { outboxCommands } from './outbox-commands.js';
import { personCommands } from './person-commands.js';
import { ltijsCommands } from './ltijs-commands.js';
import { keyCommands } from './key-commands.js';
import { platformCommands } from './platform-commands.js';
import { platformRulesCommands } from './platform-rules-command.js';
import { platformEndingCommands } from './platform-ending-commands.js';
import { platformTestCommands } from './platform-test-commands.js';
import { programmeCommands } from './programme-commands.js';
import { ptaCommands } from './pta-commands.js';
import { roundingCommands } from './rounding-commands.js';
import { readArguments } from './read-arguments.js';
import { sampleCommands } from './sample-commands.js';
import { schoolCommands } from './school-commands.js';
import { storeCommands } from './store-commands.js';

export const commands: readonly Command[] = [
  ...schoolCommands,
  ...platformCommands,
  ...platformRulesCommands,
  ...platformTestCommands,
  ...platformEndingCommands,
  ...keyCommands,
  ...ptaCommands,
  ...roundingCommands,
  ...programmeCommands,
  ...grantCommands,
  ...personCommands,
  ...auditCommands,
  ...sampleCommands,
  ...outboxCommands,
  ...storeCommands,
  ...ltijsCommands,
];

/** Where a command's lines go. */
export interface Output {
  out(line: string): void;
  err(line: string): void;
}

type Variables = Readonly<Record<string, string | undefined>>;

const codes = { done: 0, failed: 1, misunderstood: 2 } as const;

/** Runs one command line and answers its exit code: 0 done, 1 refused or failed, 2 not understood. */
export async function runAdmin(argv: readonly string[], env: Variables, output: Output): Promise<number> {
  try {
    return await run(argv, env, output);
  } catch (error) {
    output.err(sentenceFor(error));
    return error instanceof UsageError ? codes.misunderstood : codes.failed;
  }
}

async function run(argv: readonly string[], env: Variables, output: Output): Promise<number> {
  if (argv.length === 0 || argv[0] === '--help') {
    helpOnAll(commands).forEach((line) => output.out(line));
    return argv.length === 0 ? codes.misunderstood : codes.done;
  }
  const { command, rest } = findCommand(argv);
  const { help, json, values } = readArguments(command, rest);
  if (help) {
    helpOn(command).forEach((line) => output.out(line));
    return codes.done;
  }
  const work = command.prepare(values);
  const answer = await withContext(env, work);
  if (json) output.out(JSON.stringify(answer.data));
  else answer.lines.forEach((line) => output.out(line));
  return answer.failed ? codes.failed : codes.done;
}

/** A command is one word or two: "registration-link", "school add". */
function findCommand(argv: readonly string[]): { command: Command; rest: readonly string[] } {
  for (const length of [2, 1]) {
    const name = argv.slice(0, length).join(' ');
    const command = commands.find((candidate) => candidate.name === name);
    if (command) return { command, rest: argv.slice(length) };
  }
  const words = argv.filter((word) => !word.startsWith('-')).slice(0, 2);
  throw new UsageError(`Unknown command "${words.join(' ')}". See npm run admin -- --help`);
}

async function withContext(env: Variables, work: (context: Context) => Promise<Answer>): Promise<Answer> {
  const environment = readEnvironment(env);
  const store = await openStore(environment.STORE_URL);
  try {
    // npm runs scripts in the project's folder and says here where the person stands.
    return await work({
      store,
      env: environment,
      vault: createVault(environment.APP_SECRET),
      now: () => new Date(),
      folder: env.INIT_CWD ?? process.cwd(),
    });
  } finally {
    await store.close();
  }
}

function sentenceFor(error: unknown): string {
  if (error instanceof UsageError) return error.message;
  if (error instanceof ConfigurationError) return error.message;
  if (isProblem(error)) {
    const facts = Object.entries(error.facts).flatMap(([name, value]) =>
      value === undefined ? [] : [`${name} ${value}`],
    );
    return `${textIn('en')(`problem.${error.code}`)} (${[error.code, ...facts].join(', ')})`;
  }
  return error instanceof Error ? (error.message.split('\n', 1)[0] ?? error.name) : String(error);
}
