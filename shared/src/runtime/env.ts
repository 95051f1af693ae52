import { existsSync } from 'node:fs';
import { z } from 'zod';
import { parsePrivateList, type PrivateAllowed } from './private-addresses.js';

const switchOn = z
  .enum(['0', '1'])
  .default('0')
  .transform((value) => value === '1');

/** 0, 1, or a list of names, addresses and networks. */
const privatePlatforms = z
  .string()
  .default('0')
  .transform((value, context): PrivateAllowed => {
    if (value === '0' || value === '1') return value === '1';
    const list = parsePrivateList(value);
    if (list) return list;
    context.addIssue({ code: 'custom', message: 'not a list of names, addresses and networks' });
    return z.NEVER;
  });

/** What a runnable reads from its environment. docs/configuration.md is checked against this schema by a test. */
export const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000).describe('Port to listen on. Example: 3000'),
  HOST: z.string().default('127.0.0.1').describe('Address to listen on. Example: 0.0.0.0'),
  BASE_URL: z
    .url({ protocol: /^https?$/u })
    .describe('Public address of the tool, without a slash at the end. Example: https://buitenboord.school.example'),
  STORE_URL: z
    .string()
    .regex(/^(sqlite|mongodb(\+srv)?):/u)
    .default('sqlite:./data/buitenboord.db')
    .describe('Where records live: a file, or a replica set (mongodb://…). Example: sqlite:./data/buitenboord.db'),
  DATA_DIR: z.string().min(1).default('./data').describe('Folder for files, encrypted. Example: ./data'),
  APP_SECRET: z
    .string()
    .min(32)
    .describe(
      'At least 32 random characters; everything sealed depends on it. Example: the output of `openssl rand -base64 48`',
    ),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/u })
    .optional()
    .describe(
      'Mail server. Without it no mail is sent, and the teacher sees why; with DEMO_MAILBOX=1 it is kept on the demo mailbox page. Example: smtps://user:password@mail.example:465',
    ),
  MAIL_FROM: z
    .string()
    .default('Buitenboord <no-reply@localhost>')
    .describe('Sender of mails. Example: Buitenboord <no-reply@school.example>'),
  BOUNCE_IMAP_URL: z
    .url({ protocol: /^imaps?$/u })
    .optional()
    .describe(
      'Mailbox that receives bounces, read every five minutes. Example: imaps://user:password@mail.example:993',
    ),
  TRUST_PROXY: z
    .string()
    .default('')
    .describe('Proxies in front, as Express understands it; empty for none. Example: loopback'),
  ALLOW_PRIVATE_PLATFORMS: privatePlatforms.describe(
    'Which LMSs inside your own network are allowed, by name, address or network; 0 is none, and 1 is all of them, over http too, for practice only. Example: lms.school.example,10.1.2.0/24',
  ),
  KEY_OVERLAP_HOURS: z.coerce
    .number()
    .int()
    .min(1)
    .max(2160)
    .default(48)
    .describe(
      'At a change of keys: how long the new key is published before it signs, and the old one after. Example: 48',
    ),
  DEMO_MAILBOX: switchOn.describe('1 shows the demo mailbox page; for practice only. Example: 0'),
  LOG_LEVEL: z.enum(['info', 'warn', 'silent']).default('info').describe('How much to log. Example: info'),
});
export type Environment = z.infer<typeof Environment>;

/** The environment, parsed once. All complaints at once, each naming the variable and an example. */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = Environment.safeParse(given);
  if (parsed.success) {
    insistOnHttps(parsed.data);
    return { ...parsed.data, BASE_URL: parsed.data.BASE_URL.replace(/\/+$/u, '') };
  }
  const complaints = parsed.error.issues.map(({ path }) => {
    const name = String(path[0]) as keyof typeof Environment.shape;
    return `${name}: ${Environment.shape[name].description ?? ''}`;
  });
  throw new ConfigurationError([...new Set(complaints)]);
}

/** LTI asks for https on every address (Security Framework §3), and no browser keeps our cookies without it. Practice on one computer is the exception. */
function insistOnHttps({ BASE_URL, ALLOW_PRIVATE_PLATFORMS }: Environment): void {
  const { protocol, hostname } = new URL(BASE_URL);
  const onThisComputer = /^(?:localhost|127\.0\.0\.1|\[::1\])$/u.test(hostname);
  if (protocol === 'https:' || onThisComputer || ALLOW_PRIVATE_PLATFORMS === true) return;
  throw new ConfigurationError([
    'BASE_URL: must begin with https://; http is for practice only, on localhost or with ALLOW_PRIVATE_PLATFORMS=1',
  ]);
}

/** The configuration can't be used; `complaints` has one line a variable. */
export class ConfigurationError extends Error {
  constructor(readonly complaints: readonly string[]) {
    super(`Configuration:\n${complaints.map((line) => `  ${line}`).join('\n')}`);
    this.name = 'ConfigurationError';
  }
}

/** Adds the variables of a `.env` file in the current folder, if there is one. What the environment has already stays. */
export function loadEnvironmentFile(path = '.env'): void {
  if (existsSync(path)) process.loadEnvFile(path);
}
