import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import exifr from 'exifr';
import sharp from 'sharp';
import type { EvidenceKind } from '@buitenboord/shared/domain/activity/assignment.js';
import { createMedia } from '@buitenboord/shared/media/create-media.js';
import type { PreparedMedia } from '@buitenboord/shared/ports/media.js';
import { aPdf, aPhoneJpeg, aPhoneVideo, aWebm, box, u32, videoSecrets } from '../../../support/media-files.js';

const media = createMedia();
let folder: string;
let made = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'buitenboord-media-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function prepare(content: Buffer, asked: EvidenceKind): Promise<PreparedMedia> {
  const path = join(folder, `file-${(made += 1)}`);
  await writeFile(path, content);
  return media.prepare({ path, bytes: content.length }, asked);
}

const refusedWith = (code: string) => expect.objectContaining({ code });

describe('a photo', () => {
  it('comes out without place, maker and description', async () => {
    const sent = await aPhoneJpeg();
    expect(await exifr.gps(sent)).toMatchObject({ latitude: expect.closeTo(52.37, 2) });
    const shown = await readFile((await prepare(sent, 'photo')).path);
    expect(await exifr.parse(shown, true)).toBeUndefined();
    expect(await exifr.gps(shown)).toBeUndefined();
    expect(shown.includes('SECRET')).toBe(false);
  });

  it('is turned upright before its orientation is forgotten', async () => {
    const { width, height } = await prepare(await aPhoneJpeg({ width: 400, height: 300, orientation: 6 }), 'photo');
    expect([width, height]).toEqual([300, 400]);
  });

  it('fits in 2560 px and keeps its shape', async () => {
    const { width, height } = await prepare(await aPhoneJpeg({ width: 4000, height: 3000 }), 'photo');
    expect([width, height]).toEqual([2560, 1920]);
  });

  it('is not blown up when it is small', async () => {
    expect(await prepare(await aPhoneJpeg({ width: 40, height: 30 }), 'photo')).toMatchObject({
      width: 40,
      height: 30,
    });
  });

  it('gets a small picture of about ten kilobytes, also of gravel', async () => {
    const { thumbnail } = await prepare(await aPhoneJpeg({ width: 3000, height: 3000 }), 'photo');
    const { width, height } = await sharp(thumbnail).metadata();
    expect([width, height]).toEqual([320, 320]);
    expect(thumbnail!.length).toBeLessThan(20_000);
  });

  it.each(['png', 'webp', 'avif'] as const)('may be a %s, and becomes a JPEG', async (format) => {
    const image = await sharp({ create: { width: 60, height: 40, channels: 4, background: '#ff000080' } })
      .toFormat(format)
      .toBuffer();
    const { mediaType, path } = await prepare(image, 'photo');
    expect(mediaType).toBe('image/jpeg');
    expect((await sharp(path).metadata()).format).toBe('jpeg');
  });

  it('loses what hung behind the image', async () => {
    const polyglot = Buffer.concat([await aPhoneJpeg(), Buffer.from('PK\u0003\u0004<script>alert(1)</script>')]);
    expect((await readFile((await prepare(polyglot, 'photo')).path)).includes('<script>')).toBe(false);
  });

  it('of more than 50 megapixels is refused before it is decoded', async () => {
    const bomb = await sharp({ create: { width: 8000, height: 6400, channels: 3, background: 'white' } })
      .png()
      .toBuffer();
    await expect(prepare(bomb, 'photo')).rejects.toEqual(refusedWith('evidence/too-many-pixels'));
  });

  it('that is cut off is refused', async () => {
    const whole = await aPhoneJpeg({ width: 1000, height: 1000 });
    await expect(prepare(whole.subarray(0, whole.length / 2), 'photo')).rejects.toEqual(
      refusedWith('evidence/unreadable'),
    );
  });

  it('of more than 25 MB is refused', async () => {
    const path = join(folder, 'large');
    await writeFile(path, await aPhoneJpeg());
    await expect(media.prepare({ path, bytes: 25 * 1024 * 1024 + 1 }, 'photo')).rejects.toEqual(
      refusedWith('evidence/too-large'),
    );
  });
});

describe('what is no photo, video or PDF', () => {
  it.each([
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['an SVG with an XML head', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['HTML', '<!doctype html><script>alert(1)</script>'],
    ['a Windows program', 'MZ\u0090\u0000\u0003\u0000\u0000\u0000'],
    ['a shell script', '#!/bin/sh\nrm -rf /'],
    ['a ZIP', 'PK\u0003\u0004\u0014\u0000\u0000\u0000\u0008\u0000aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'],
    ['a GIF', 'GIF89a/*'],
    ['a HEIC', '\u0000\u0000\u0000\u0018ftypheic\u0000\u0000\u0000\u0000mif1heic'],
    ['text', 'Hoi'],
    ['one byte', 'x'],
  ])('is refused as a photo: %s', async (_name, content) => {
    await expect(prepare(Buffer.from(content, 'latin1'), 'photo')).rejects.toEqual(
      refusedWith('evidence/type-not-allowed'),
    );
  });

  it('is refused under another kind than it is', async () => {
    await expect(prepare(await aPhoneJpeg(), 'document')).rejects.toEqual(refusedWith('evidence/type-not-allowed'));
    await expect(prepare(aPdf, 'photo')).rejects.toEqual(refusedWith('evidence/type-not-allowed'));
    await expect(prepare(await aPhoneJpeg(), 'video')).rejects.toEqual(refusedWith('evidence/type-not-allowed'));
  });

  it('a PDF stays as it was sent', async () => {
    const prepared = await prepare(aPdf, 'document');
    expect(prepared.mediaType).toBe('application/pdf');
    expect(await readFile(prepared.path)).toEqual(aPdf);
  });
});

describe('a video', () => {
  it.each([
    ['with its description at the end', {}],
    ['with its description first', { moovFirst: true }],
    ['with 64-bit sizes', { wide: true }],
    ['from QuickTime', { brand: 'qt  ' }],
  ])('loses every place it holds, %s', async (_name, wanted) => {
    const sent = aPhoneVideo(wanted);
    for (const secret of videoSecrets) expect(sent.includes(secret)).toBe(true);
    const shown = await readFile((await prepare(sent, 'video')).path);
    expect(videoSecrets.filter((secret) => shown.includes(secret))).toEqual([]);
  });

  it('keeps its length and its picture in its place', async () => {
    const sent = aPhoneVideo();
    const shown = await readFile((await prepare(sent, 'video')).path);
    expect(shown.length).toBe(sent.length);
    const at = sent.indexOf(Buffer.alloc(4000, 7));
    expect(shown.subarray(at, at + 4000)).toEqual(Buffer.alloc(4000, 7));
    expect(shown.includes('vide')).toBe(true);
  });

  it.each([
    [
      'a box larger than the file',
      Buffer.concat([aPhoneVideo().subarray(0, 24), u32(0x7fffffff), Buffer.from('moov')]),
    ],
    [
      'a box smaller than its head',
      Buffer.concat([aPhoneVideo().subarray(0, 24), u32(4), Buffer.from('moov'), Buffer.alloc(20)]),
    ],
    ['no description', Buffer.concat([aPhoneVideo().subarray(0, 24), box('mdat', Buffer.alloc(100))])],
    ['no picture', Buffer.concat([aPhoneVideo().subarray(0, 24), box('moov', box('mvhd', Buffer.alloc(100)))])],
    ['an end too early', aPhoneVideo().subarray(0, -40)],
  ])('is refused with %s', async (_name, content) => {
    await expect(prepare(content, 'video')).rejects.toEqual(refusedWith('evidence/unreadable'));
  });

  it('never hangs or throws anything but a refusal, whatever bytes are changed', async () => {
    const sent = aPhoneVideo({ pictureBytes: 50 });
    for (let at = 24; at < sent.length; at += 3) {
      const damaged = Buffer.from(sent);
      damaged[at] = (damaged[at]! + 129) % 256;
      await prepare(damaged, 'video').catch((error: unknown) =>
        expect(error).toEqual(refusedWith('evidence/unreadable')),
      );
    }
  });
});

describe('a WebM video', () => {
  it.each([
    ['with sizes', {}],
    ['as a browser records it', { live: true }],
  ])('loses its tags and title, %s', async (_name, wanted) => {
    const sent = aWebm(wanted);
    expect(sent.includes('SECRET-TAG')).toBe(true);
    const { path, mediaType } = await prepare(sent, 'video');
    const shown = await readFile(path);
    expect(mediaType).toBe('video/webm');
    expect(shown.includes('SECRET')).toBe(false);
    expect(shown.length).toBe(sent.length);
    expect(shown.includes(Buffer.alloc(300, 9))).toBe(true);
  });

  it('with subtitles or metadata is refused: they could hold anything', async () => {
    await expect(prepare(aWebm({ trackType: 17 }), 'video')).rejects.toEqual(refusedWith('evidence/unreadable'));
  });

  it('that is cut off is refused', async () => {
    await expect(prepare(aWebm().subarray(0, -3), 'video')).rejects.toEqual(refusedWith('evidence/unreadable'));
  });
});
