import type { z } from 'zod';
import type { Clock } from '@buitenboord/shared/ports/clock.js';
import type { Vault } from '@buitenboord/shared/ports/vault.js';
import type { Environment } from '@buitenboord/shared/runtime/env.js';
import type { Store } from '@buitenboord/shared/store/port.js';

/** What a command works with. It shares the store with a running server. */
export interface Context {
  store: Store;
  env: Environment;
  /** Opens what the server sealed, and seals what it can open. */
  vault: Vault;
  now: Clock;
  /** The folder that file names are relative to. */
  folder: string;
}

/** What a command says: lines for a person, or the same as data for a program. */
export interface Answer {
  lines: readonly string[];
  data: unknown;
  /** Done, and the answer is bad news: exit code 1. */
  failed?: boolean;
}

export interface Option {
  about: string;
  /** What stands for the value in the help; without one it is a switch. */
  value?: string;
}

interface Definition<S extends z.ZodRawShape> {
  /** "school add" */
  name: string;
  about: string;
  /** A second sentence for the command's own help. */
  more?: string;
  options: { readonly [K in keyof S & string]: Option };
  schema: z.ZodObject<S>;
  run(context: Context, input: z.infer<z.ZodObject<S>>): Promise<Answer>;
}

export interface Command {
  name: string;
  about: string;
  more?: string;
  options: Readonly<Record<string, Option>>;
  isRequired(option: string): boolean;
  /** Checks what was typed, and gives back what to do. Throws UsageError with everything that is wrong. */
  prepare(values: Readonly<Record<string, unknown>>): (context: Context) => Promise<Answer>;
}

/** The command can't be understood: one line for a person, exit code 2. */
export class UsageError extends Error {}

/** Who the audit trail names for what a command did. */
export const commandActor = 'command';

/** Makes a command whose input is parsed before anything is opened. */
export function defineCommand<S extends z.ZodRawShape>(definition: Definition<S>): Command {
  const { name, about, more, options, schema } = definition;
  return {
    name,
    about,
    ...(more !== undefined && { more }),
    options,
    isRequired: (option) => !(schema.shape[option] as unknown as z.ZodType).safeParse(undefined).success,
    prepare: (values) => {
      const parsed = schema.safeParse(values);
      if (parsed.success) return (context) => definition.run(context, parsed.data);
      const wrong = new Set(parsed.error.issues.map(({ path }) => String(path[0])));
      const complaints = [...wrong].map((option) => `--${option} ${complaintAbout(values[option], options[option])}`);
      throw new UsageError(complaints.join('; '));
    },
  };
}

function complaintAbout(value: unknown, option: Option | undefined): string {
  const meant = option ? ` (${option.about})` : '';
  return value === undefined ? `is missing${meant}` : `can't be used${meant}`;
}
