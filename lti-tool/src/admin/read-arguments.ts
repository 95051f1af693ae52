import { parseArgs } from 'node:util';
import { UsageError, type Command, type Option } from './command.js';

export const everywhere: Readonly<Record<'help' | 'json', Option>> = {
  help: { about: 'says how the command works' },
  json: { about: 'answers as JSON' },
};

export interface ReadArguments {
  help: boolean;
  json: boolean;
  /** The command's own options. */
  values: Readonly<Record<string, unknown>>;
}

/** Reads a command's options, strictly: what isn't known is refused rather than ignored. */
export function readArguments(command: Command, argv: readonly string[]): ReadArguments {
  const known = Object.entries({ ...command.options, ...everywhere });
  const options = Object.fromEntries(
    known.map(([name, { value }]) => [name, { type: value === undefined ? 'boolean' : 'string' } as const]),
  );
  try {
    const { help, json, ...values } = parseArgs({
      args: withValues(argv, options),
      options,
      strict: true,
      allowPositionals: false,
    }).values;
    return { help: help === true, json: json === true, values: { ...values } };
  } catch (error) {
    // Node's sentences are clear enough; the first is the one that says what is wrong.
    const { code, message } = error as { code?: unknown; message: string };
    if (typeof code !== 'string' || !code.startsWith('ERR_PARSE_ARGS_')) throw error;
    throw new UsageError(message.split(/\.\s/u, 1)[0]);
  }
}

/** An id may begin with a hyphen, which Node would take for an option: `--school -x` becomes `--school=-x`. */
function withValues(
  argv: readonly string[],
  options: Readonly<Record<string, { type: 'string' | 'boolean' }>>,
): string[] {
  const args: string[] = [];
  for (let index = 0; index < argv.length; index += 1) {
    const [word = '', next] = argv.slice(index, index + 2);
    const wantsValue = word.startsWith('--') && options[word.slice(2)]?.type === 'string';
    const takesNext = wantsValue && next !== undefined && !next.startsWith('--');
    args.push(takesNext ? `${word}=${next}` : word);
    if (takesNext) index += 1;
  }
  return args;
}
