import { withFileWindow, type FileWindow } from '../file-window.js';
import { elementAt, malformed, voidElement, type Element } from './elements.js';

// RFC 9559 §5.1: the Segment, and what may stand in it.
const ebmlHeader = 0x1a45dfa3;
const segment = 0x18538067;
const info = 0x1549a966;
const tracks = 0x1654ae6b;
const cluster = 0x1f43b675;
/** Needed to play: SeekHead, Cues; Void and CRC-32 say nothing. */
const harmless = [0x114d9b74, 0x1c53bb6b, 0xec, 0xbf];
/** Tags, Attachments, Chapters: words of the maker, among them places. */
const wordy = [0x1254c367, 0x1941a469, 0x1043a770];
const topOfSegment: readonly number[] = [info, tracks, cluster, ...harmless, ...wordy];

/** Empties the tags, attachments and chapters of a WebM file in place. Throws Problem `evidence/unreadable` when it isn't one or holds other things. */
export async function voidWebmTags(path: string): Promise<void> {
  await withFileWindow(path, async (file) => {
    const header = await elementAt(file, 0, file.size);
    if (header.id !== ebmlHeader || header.end === undefined) throw malformed(0);
    const body = await elementAt(file, header.end, file.size);
    if (body.id !== segment || (body.end ?? file.size) !== file.size) throw malformed(header.end);
    await cleanSegment(file, body.contentStart);
  });
}

async function cleanSegment(file: FileWindow, from: number): Promise<void> {
  let at = from;
  while (at < file.size) {
    const element = await elementAt(file, at, file.size);
    if (element.id === cluster) {
      at = element.end ?? (await endOfCluster(file, element));
      continue;
    }
    if (element.end === undefined) throw malformed(at);
    if (element.id === info) await cleanInfo(file, element.contentStart, element.end);
    if (element.id === tracks) await insistOnPictureAndSound(file, element.contentStart, element.end);
    if (!topOfSegment.includes(element.id) || wordy.includes(element.id))
      await voidElement(file, { ...element, end: element.end });
    at = element.end;
  }
}

// A cluster of unknown size ends where something begins that can't stand in it.
async function endOfCluster(file: FileWindow, element: Element): Promise<number> {
  let at = element.contentStart;
  while (at < file.size) {
    const child = await elementAt(file, at, file.size);
    if (child.id === cluster || (topOfSegment.includes(child.id) && child.id > 0xff)) return at;
    if (child.end === undefined) throw malformed(at);
    at = child.end;
  }
  return at;
}

/** Title, and the names of files before and after. */
const infoWords = [0x7ba9, 0x7384, 0x3c83ab, 0x3e83bb];

async function cleanInfo(file: FileWindow, from: number, to: number): Promise<void> {
  for await (const child of childrenOf(file, from, to))
    if (infoWords.includes(child.id)) await voidElement(file, child);
}

const trackEntry = 0xae;
const trackType = 0x83;

// 1 is picture, 2 is sound; subtitles and metadata tracks could hold anything.
async function insistOnPictureAndSound(file: FileWindow, from: number, to: number): Promise<void> {
  for await (const entry of childrenOf(file, from, to)) {
    if (entry.id !== trackEntry) continue;
    for await (const child of childrenOf(file, entry.contentStart, entry.end)) {
      if (child.id !== trackType) continue;
      const type = await file.read(child.contentStart, child.end - child.contentStart);
      if (type.length !== 1 || (type[0] !== 1 && type[0] !== 2)) throw malformed(child.start);
    }
  }
}

async function* childrenOf(file: FileWindow, from: number, to: number): AsyncGenerator<Element & { end: number }> {
  let at = from;
  while (at < to) {
    const child = await elementAt(file, at, to);
    if (child.end === undefined) throw malformed(at);
    yield { ...child, end: child.end };
    at = child.end;
  }
}
