import busboy from 'busboy';
import { finished } from 'node:stream/promises';
import type { Readable } from 'node:stream';
import type { Request } from 'express';
import { maxFileBytes } from '@buitenboord/shared/domain/evidence/limits.js';
import { Problem } from '@buitenboord/shared/problem.js';

export interface PartReaders {
  field(name: string, value: string): void;
  /** One file at a time. What it leaves unread is thrown away, and the next part comes. */
  file(name: string, content: AsyncIterable<Uint8Array>): Promise<void>;
}

const limits = { parts: 24, files: 12, fields: 12, fieldNameSize: 64, fieldSize: 100_000, headerPairs: 32 };

/**
 * Reads a multipart form part by part. A file that is refused doesn't stop the rest: what was typed in the same form must arrive.
 * Throws Problem `evidence/incomplete` when the body ends before its end, and the first refusal of a reader when all has been read.
 */
export async function readMultipart(req: Request, readers: PartReaders): Promise<void> {
  const parser = parserFor(req);
  let refused: Error | undefined;
  let reading = Promise.resolve();
  const refuse = (error: unknown): void => {
    refused ??= error as Error;
  };
  parser.on('field', (name, value, { valueTruncated, nameTruncated }) => {
    if (valueTruncated || nameTruncated) refuse(new Problem('request/too-large', { field: name.slice(0, 20) }));
    else readers.field(name, value);
  });
  parser.on('file', (name, content, { filename }) => {
    // Its end may come while another is being read; unheard, an error would end the process.
    content.on('error', refuse);
    // A browser sends a nameless empty file for a field that was left alone.
    if (!filename) content.resume();
    else reading = reading.then(() => readFile(name, content, readers)).catch(refuse);
  });
  for (const limit of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const) {
    parser.on(limit, () => refuse(new Problem('request/too-large', { limit })));
  }
  await parseAll(req, parser);
  await reading;
  if (refused) throw refused;
}

function parserFor(req: Request): busboy.Busboy {
  try {
    return busboy({ headers: req.headers, limits: { ...limits, fileSize: maxFileBytes.video + 1 } });
  } catch (error) {
    throw new Problem('request/unsupported-type', {}, { cause: error });
  }
}

// A connection that is cut gives no end and no error to the parser: only the request knows.
async function parseAll(req: Request, parser: busboy.Busboy): Promise<void> {
  const cut = (): void => {
    if (!req.complete) parser.destroy(new Problem('evidence/incomplete'));
  };
  req.once('close', cut).once('error', cut);
  try {
    req.pipe(parser);
    await finished(parser);
  } catch (error) {
    req.unpipe(parser);
    // Read on and forget, so that the browser stops sending and listens.
    req.resume();
    throw new Problem('evidence/incomplete', {}, { cause: error });
  } finally {
    req.off('close', cut).off('error', cut);
  }
}

async function readFile(name: string, content: Readable, readers: PartReaders): Promise<void> {
  try {
    // Destroying a part's stream would leave the parser waiting for ever.
    await readers.file(name, content.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>);
  } finally {
    content.resume();
  }
}
