import type { FileWindow } from '../file-window.js';
import { boxesIn, malformed, type Box } from './boxes.js';

export interface Place {
  at: number;
  bytes: number;
}

/** The sample tables of one track. A track of metadata has some thousands of samples; more memory than this isn't given to it. */
const maxTableBytes = 16 * 1024 * 1024;

/** Where the samples of a track lie in the file, a place per chunk (ISO/IEC 14496-12 §8.7). */
export async function samplePlaces(file: FileWindow, stbl: Box): Promise<Place[]> {
  const tables = new Map((await boxesIn(file, stbl.contentStart, stbl.end)).map((box) => [box.type, box]));
  const sizes = sampleSizes(await tableOf(file, tables.get('stsz'), stbl));
  const wide = tables.has('co64');
  const chunks = chunkOffsets(await tableOf(file, tables.get(wide ? 'co64' : 'stco'), stbl), wide);
  const perChunk = samplesPerChunk(await tableOf(file, tables.get('stsc'), stbl));
  const places: Place[] = [];
  let sample = 0;
  let run = 0;
  for (const [index, at] of chunks.entries()) {
    while ((perChunk[run + 1]?.firstChunk ?? Infinity) <= index + 1) run += 1;
    const count = perChunk[run]?.samples ?? 0;
    const bytes = sizes.total(sample, count);
    sample += count;
    places.push({ at, bytes });
  }
  return places;
}

async function tableOf(file: FileWindow, box: Box | undefined, stbl: Box): Promise<Buffer> {
  if (!box || box.end - box.contentStart > maxTableBytes) throw malformed(stbl.start);
  const table = await file.read(box.contentStart, box.end - box.contentStart);
  // Version and flags, then at least a count.
  if (table.length < 8) throw malformed(box.start);
  return table;
}

// Counts in a table may lie: never more entries than there are bytes for.
function entries(table: Buffer, countAt: number, entryBytes: number): number {
  const from = countAt + 4;
  return Math.max(0, Math.min(table.readUInt32BE(countAt), Math.floor((table.length - from) / entryBytes)));
}

function sampleSizes(table: Buffer): { total(from: number, count: number): number } {
  const uniform = table.readUInt32BE(4);
  if (uniform > 0) return { total: (_from, count) => uniform * count };
  const count = table.length < 12 ? 0 : entries(table, 8, 4);
  return {
    total(from, wanted) {
      let bytes = 0;
      for (let each = from; each < Math.min(from + wanted, count); each += 1)
        bytes += table.readUInt32BE(12 + each * 4);
      return bytes;
    },
  };
}

function chunkOffsets(table: Buffer, wide: boolean): number[] {
  const width = wide ? 8 : 4;
  return Array.from({ length: entries(table, 4, width) }, (_, index) => {
    const at = 8 + index * width;
    return wide ? Number(table.readBigUInt64BE(at)) : table.readUInt32BE(at);
  });
}

function samplesPerChunk(table: Buffer): { firstChunk: number; samples: number }[] {
  return Array.from({ length: entries(table, 4, 12) }, (_, index) => ({
    firstChunk: table.readUInt32BE(8 + index * 12),
    samples: table.readUInt32BE(12 + index * 12),
  }));
}
