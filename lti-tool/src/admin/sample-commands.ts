import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'zod';
import { replayDraw, SampleExport, type Replay } from '@buitenboord/shared/use-cases/quality-sample/sample-export.js';
import { defineCommand, UsageError, type Command } from './command.js';

const replay = defineCommand({
  name: 'sample replay',
  about: 'Does the draw of a quality sample again from its export, and says whether the same grades come out.',
  more: 'It needs nothing but the file: no school, and no grade in the database, is looked at.',
  options: { file: { value: 'FILE', about: 'the JSON that the page of the sample gives' } },
  schema: z.strictObject({ file: z.string().min(1) }),
  run: async ({ folder }, { file }) => {
    const verdict = replayDraw(await readExport(resolve(folder, file)));
    return { lines: [sentenceFor(verdict)], data: verdict, failed: verdict.kind !== 'same' };
  },
});

async function readExport(path: string): Promise<SampleExport> {
  const text = await readFile(path, 'utf8');
  const parsed = SampleExport.safeParse(parsedJson(text));
  if (!parsed.success) throw new UsageError('This file isn’t the export of a quality sample.');
  return parsed.data;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function sentenceFor(verdict: Replay): string {
  switch (verdict.kind) {
    case 'same':
      return `The same ${verdict.drawn} of ${verdict.population} grades come out: the draw is as it was.`;
    case 'population-changed':
      return `The grades in the file aren’t those that were drawn from: their hash is ${verdict.hash}.`;
    case 'other-draw':
      return `Another draw comes out: ${verdict.missing.length} of the file missing, ${verdict.extra.length} extra.`;
  }
}

export const sampleCommands: readonly Command[] = [replay];
