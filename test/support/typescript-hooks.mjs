import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { transform } from '@swc/core';

const root = join(import.meta.dirname, '../..');

/** Finds our TypeScript sources where an import names the JavaScript that a build would make of them. */
export function resolve(specifier, context, next) {
  const [, workspace, file] = /^@buitenboord\/([^/]+)\/(.*)\.js$/u.exec(specifier) ?? [];
  if (workspace !== undefined)
    return next(sourceOf(pathToFileURL(join(root, workspace, 'src', `${file}.js`))), context);
  if (specifier.startsWith('.') && context.parentURL !== undefined)
    return next(sourceOf(new URL(specifier, context.parentURL)), context);
  return next(specifier, context);
}

/** Takes the types out, as the tests do. */
export async function load(url, context, next) {
  if (!/\.tsx?$/u.test(url)) return next(url, context);
  const { code } = await transform(await readFile(fileURLToPath(url), 'utf8'), {
    filename: fileURLToPath(url),
    sourceMaps: 'inline',
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', tsx: url.endsWith('x') },
      transform: { react: { runtime: 'automatic', importSource: 'preact' } },
    },
    module: { type: 'es6' },
  });
  return { format: 'module', source: code, shortCircuit: true };
}

function sourceOf(url) {
  const candidates = ['.ts', '.tsx'].map((extension) => url.href.replace(/\.js$/u, extension));
  return candidates.find((candidate) => existsSync(fileURLToPath(candidate))) ?? url.href;
}
