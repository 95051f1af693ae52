import { register } from 'node:module';

// `node --import test/support/typescript.mjs file.ts`: a child process from our sources, without a build.
register('./typescript-hooks.mjs', import.meta.url);
