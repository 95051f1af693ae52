/** `@lti-tool/core` 1.0.6 leaves extensions and index files off some imports and imports JSON without saying so; plain Node refuses both. */
import { readFile } from 'node:fs/promises';

export async function resolve(specifier, context, next) {
  try {
    return await next(specifier, context);
  } catch (error) {
    if (!specifier.startsWith('.')) throw error;
    return next(error.code === 'ERR_UNSUPPORTED_DIR_IMPORT' ? `${specifier}/index.js` : `${specifier}.js`, context);
  }
}

export async function load(url, context, next) {
  if (!url.endsWith('/@lti-tool/core/package.json')) return next(url, context);
  const { version } = JSON.parse(await readFile(new URL(url), 'utf8'));
  return { format: 'module', shortCircuit: true, source: `export const version = ${JSON.stringify(version)};` };
}
