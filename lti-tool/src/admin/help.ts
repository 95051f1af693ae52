import type { Command } from './command.js';
import { everywhere } from './read-arguments.js';

/** All commands, one a line. */
export function helpOnAll(commands: readonly Command[]): string[] {
  const width = Math.max(...commands.map(({ name }) => name.length)) + 2;
  return [
    'Usage: npm run admin -- <command> [options]',
    '',
    ...commands.map(({ name, about }) => `  ${name.padEnd(width)}${about}`),
    '',
    'Every command has --help and --json. The environment is the server’s own (docs/configuration.md).',
  ];
}

/** How one command works. */
export function helpOn(command: Command): string[] {
  const options = Object.entries({ ...command.options, ...everywhere });
  const shown = options.map(([name, { value, about }]) => ({
    flag: value === undefined ? `--${name}` : `--${name} ${value}`,
    name,
    about,
  }));
  const width = Math.max(...shown.map(({ flag }) => flag.length)) + 2;
  return [
    `Usage: npm run admin -- ${command.name} [options]`,
    command.about,
    ...(command.more === undefined ? [] : [command.more]),
    '',
    ...shown.map(
      ({ flag, name, about }) => `  ${flag.padEnd(width)}${about}${isNeeded(command, name) ? ' (needed)' : ''}`,
    ),
  ];
}

function isNeeded(command: Command, option: string): boolean {
  return Object.hasOwn(command.options, option) && command.isRequired(option);
}
