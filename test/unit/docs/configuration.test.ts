import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { Environment, readEnvironment } from '@buitenboord/shared/runtime/env.js';
import type { PrivateList } from '@buitenboord/shared/runtime/private-addresses.js';

const root = join(import.meta.dirname, '../../..');
const fields = Environment.shape;
const names = Object.keys(fields) as (keyof typeof fields)[];

interface Row {
  name: string;
  meaning: string;
  standard: string;
  example: string;
  required: string;
}

/** The rows of the page's first table: `NAME`, meaning, default, example, yes or no. */
function rowsOfPage(): Row[] {
  const page = readFileSync(join(root, 'docs/configuration.md'), 'utf8');
  const lines = page.split('\n').filter((line) => line.startsWith('|') && line.split('|').length === 7);
  return lines.slice(2).map((line) => {
    const [, name = '', meaning = '', standard = '', example = '', required = ''] = line
      .split('|')
      .map((cell) => cell.trim());
    return { name: bare(name), meaning, standard: bare(standard), example: bare(example), required };
  });
}

function bare(cell: string): string {
  return cell === '–' ? '' : cell.replaceAll('`', '');
}

/** A default as somebody would type it. */
function typed(value: string | number | boolean | PrivateList | undefined): string {
  if (value === undefined || typeof value === 'object') return '';
  return typeof value === 'boolean' ? String(Number(value)) : String(value);
}

/** The names in a file of variables, switched off by a # or not. */
function namesIn(file: string): string[] {
  return [...file.matchAll(/^#?([A-Z][A-Z_]+)=/gmu)].map(([, name]) => name!);
}

describe('docs/configuration.md', () => {
  const rows = rowsOfPage();

  it('names every variable of the environment, and no other', () => {
    expect(rows.map(({ name }) => name)).toEqual(names);
  });

  it.each(rows)('tells the default of $name, and whether it is required', ({ name, standard, required }) => {
    const absent = fields[name as (typeof names)[number]].safeParse(undefined);
    expect(required).toBe(absent.success ? 'no' : 'yes');
    expect(standard).toBe(typed(absent.data));
  });

  it.each(rows)('gives an example of $name that works', ({ name, example, meaning }) => {
    expect(meaning).not.toBe('');
    expect(fields[name as (typeof names)[number]].safeParse(example).success).toBe(true);
  });
});

describe('.env.example', () => {
  const file = readFileSync(join(root, '.env.example'), 'utf8');

  it('names every variable of the environment, and no other', () => {
    expect(namesIn(file)).toEqual(names);
  });

  it('is accepted once a secret is filled in, with what is switched off switched on', () => {
    const everything = parseEnv(file.replace(/^#(?=[A-Z_]+=)/gmu, ''));
    expect(() => readEnvironment({ ...everything, APP_SECRET: 'x'.repeat(32) })).not.toThrow();
    expect(() => readEnvironment(everything)).toThrow('APP_SECRET');
  });
});
