import busboy from 'busboy';
import type { Request, RequestHandler } from 'express';
import { Problem } from '@buitenboord/shared/problem.js';

/** Enough for every table a school sends; evidence comes in through its own door. */
const mostCarried = 2 * 1024 * 1024;
const limits = { files: 1, fileSize: 512 * 1024, fields: 100, fieldSize: 512 * 1024, parts: 101 };

/** Reads a form with a file (RFC 7578) into memory: fields as text, the file as bytes, so that such a form works without script. */
export const readSmallFile: RequestHandler = (req, _res, next) => {
  const body = Object.create(null) as Record<string, string | Buffer>;
  const parser = parserFor(req);
  if (!parser) return next(new Problem('request/unsupported-type'));
  let over = false;
  const end = (error?: unknown): void => {
    if (over) return;
    over = true;
    req.unpipe(parser);
    req.resume();
    req.body = body;
    next(error);
  };
  const tooLarge = (): void => end(new Problem('request/too-large'));
  let carried = 0;
  parser.on('field', (name, value, info) => {
    carried += value.length;
    if (info.valueTruncated || carried > mostCarried) return tooLarge();
    body[name] = value;
  });
  parser.on('file', (name, stream) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('limit', tooLarge);
    stream.on('close', () => (body[name] = Buffer.concat(chunks)));
  });
  parser.on('filesLimit', tooLarge).on('fieldsLimit', tooLarge).on('partsLimit', tooLarge);
  parser.on('error', (cause) => end(new Problem('request/unsupported-type', {}, { cause })));
  parser.on('close', () => end());
  req.pipe(parser);
};

function parserFor(req: Request): busboy.Busboy | undefined {
  if (!/^multipart\/form-data\b/iu.test(req.headers['content-type'] ?? '')) return undefined;
  try {
    return busboy({ headers: req.headers, limits });
  } catch {
    // Without a boundary it throws at once.
    return undefined;
  }
}
