import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import type { Blobs } from '@buitenboord/shared/blobs/port.js';
import type { Evidence } from '@buitenboord/shared/domain/evidence/work.js';
import { Problem } from '@buitenboord/shared/problem.js';
import type { Stored } from '@buitenboord/shared/store/port.js';
import { byteRange } from './byte-range.js';

type StoredEvidence = Stored<Evidence, 'school'>;

interface Answering {
  req: Request;
  res: Response;
}

/** Whether a request asks for a later part of a file: a player going on with what it began. */
export function isContinuation(req: Request, { bytes }: Pick<Evidence, 'bytes'>): boolean {
  const range = byteRange(req.headers.range, bytes);
  return range.kind === 'part' && range.from > 0;
}

/**
 * Sends the original of a file, whole or in part, as an attachment that can't run. Whether this reader may see it, and the audit record
 * before it (recordView), are the caller's.
 */
export async function sendEvidence({ req, res }: Answering, blobs: Blobs, file: StoredEvidence): Promise<void> {
  const range = byteRange(req.headers.range, file.bytes);
  if (range.kind === 'unsatisfiable') {
    res.status(416).set('Content-Range', `bytes */${file.bytes}`).end();
    return;
  }
  const { from, to } = range.kind === 'part' ? range : { from: 0, to: file.bytes - 1 };
  const content = await blobs.open(file.school, file.blob, { from, to });
  setFileHeaders(res, file, file.mediaType);
  res.set({ 'Accept-Ranges': 'bytes', 'Content-Length': String(to - from + 1) });
  if (range.kind === 'part') res.status(206).set('Content-Range', `bytes ${from}-${to}/${file.bytes}`);
  await send(res, content);
}

/** Sends the small picture of a file; without one it isn't there. Looking at it isn't recorded: lists are full of them. */
export async function sendThumbnail({ res }: Answering, blobs: Blobs, file: StoredEvidence): Promise<void> {
  if (file.thumbnail === undefined) throw new Problem('request/not-found', { evidence: file.id });
  const content = await blobs.open(file.school, file.thumbnail);
  setFileHeaders(res, file, 'image/jpeg');
  await send(res, content);
}

const extensions: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'video/mp4': 'mp4',
  'video/quicktime': 'mov',
  'video/webm': 'webm',
  'application/pdf': 'pdf',
};

// What somebody uploaded never runs, never shows as a page of ours, and stays in no shared cache (ASVS 5.0 V3.2, V5.4).
function setFileHeaders(res: Response, { kind, id }: StoredEvidence, mediaType: string): void {
  // Generated, of letters and digits only (RFC 6266 §4.3): what somebody called the file is never kept.
  const name = `${kind}-${id.replace(/[^A-Za-z0-9]/gu, '').slice(0, 6)}.${extensions[mediaType] ?? 'bin'}`;
  res.set({
    'Content-Type': mediaType,
    'Content-Disposition': `attachment; filename="${name}"`,
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'private, no-store',
  });
}

async function send(res: Response, content: NodeJS.ReadableStream): Promise<void> {
  try {
    await pipeline(content, res);
  } catch (error) {
    // A reader who goes on to the next photo closes the connection of this one.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
}
