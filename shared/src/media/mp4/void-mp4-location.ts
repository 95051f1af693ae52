import { Problem } from '../../problem.js';
import { withFileWindow, type FileWindow } from '../file-window.js';
import { boxesIn, malformed, voidBox, type Box } from './boxes.js';
import { neededBoxes } from './needed-boxes.js';
import { samplePlaces } from './sample-places.js';

/**
 * Empties everything in an MP4 or MOV file that isn't needed to play its picture and sound, in place and without moving a byte: user data,
 * metadata, unknown boxes, and whole tracks that are neither picture nor sound (cameras write a GPS reading a second into those).
 * Throws Problem `evidence/unreadable` when the file isn't whole.
 */
export async function voidMp4Location(path: string): Promise<void> {
  await withFileWindow(path, async (file) => {
    const top = await keepNeeded(file, { type: 'file', contentStart: 0, end: file.size });
    const moov = top.filter(({ type }) => type === 'moov');
    const [movie] = moov;
    if (!movie || moov.length > 1) throw malformed(0);
    const tracks = (await keepNeeded(file, movie)).filter(({ type }) => type === 'trak');
    const media = top.filter(({ type }) => type === 'mdat');
    let pictures = 0;
    for (const track of tracks) {
      const handler = await keepTrack(file, track);
      if (handler === 'vide') pictures += 1;
      if (handler === 'vide' || handler === 'soun') continue;
      await dropTrack(file, track, { media, inFragments: top.some(({ type }) => type === 'moof') });
    }
    if (pictures === 0) throw new Problem('evidence/unreadable', { pictures });
    for (const fragment of top.filter(({ type }) => type === 'moof')) await keepFragment(file, fragment);
  });
}

// Empties what isn't needed in a container and answers what is left.
async function keepNeeded(file: FileWindow, container: Pick<Box, 'type' | 'contentStart' | 'end'>): Promise<Box[]> {
  const needed = neededBoxes[container.type] ?? [];
  const kept: Box[] = [];
  for (const box of await boxesIn(file, container.contentStart, container.end)) {
    if (needed.includes(box.type)) kept.push(box);
    else await voidBox(file, box);
  }
  return kept;
}

async function keepFragment(file: FileWindow, fragment: Box): Promise<void> {
  for (const box of await keepNeeded(file, fragment)) if (box.type === 'traf') await keepNeeded(file, box);
}

// Cleans a track at all its levels and answers what it holds: vide, soun, meta, text …
async function keepTrack(file: FileWindow, track: Box): Promise<string> {
  let handler = '';
  for (const mdia of (await keepNeeded(file, track)).filter(isBox('mdia'))) {
    const inside = await keepNeeded(file, mdia);
    for (const hdlr of inside.filter(isBox('hdlr'))) handler = await handlerOf(file, hdlr);
    for (const minf of inside.filter(isBox('minf'))) {
      for (const stbl of (await keepNeeded(file, minf)).filter(isBox('stbl'))) await keepNeeded(file, stbl);
    }
  }
  return handler;
}

function isBox(type: string): (box: Box) => boolean {
  return (box) => box.type === type;
}

// Version and flags (4), then pre_defined (4) in ISO or the component's type in QuickTime, then the handler.
async function handlerOf(file: FileWindow, hdlr: Box): Promise<string> {
  const head = await file.read(hdlr.contentStart, 12);
  if (head.length < 12 || hdlr.end - hdlr.contentStart < 12) throw malformed(hdlr.start);
  return head.toString('latin1', 8, 12);
}

interface Surroundings {
  media: readonly Box[];
  /** Samples of a fragmented file are described elsewhere: no phone makes such a file with tracks of metadata. */
  inFragments: boolean;
}

async function dropTrack(file: FileWindow, track: Box, { media, inFragments }: Surroundings): Promise<void> {
  if (inFragments) throw malformed(track.start);
  for (const stbl of await tablesOf(file, track)) {
    for (const { at, bytes } of await samplePlaces(file, stbl)) {
      if (bytes === 0) continue;
      // A place outside the media would let a file wipe its own description.
      if (!media.some((mdat) => at >= mdat.contentStart && at + bytes <= mdat.end)) throw malformed(at);
      await file.wipe(at, bytes);
    }
  }
  await voidBox(file, track);
}

async function tablesOf(file: FileWindow, track: Box): Promise<Box[]> {
  let level = [track];
  for (const type of ['mdia', 'minf', 'stbl']) {
    const inside = await Promise.all(level.map((box) => boxesIn(file, box.contentStart, box.end)));
    level = inside.flat().filter(isBox(type));
  }
  return level;
}
