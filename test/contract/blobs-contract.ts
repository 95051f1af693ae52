import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Blobs, StoredBlob } from '@buitenboord/shared/blobs/port.js';

/** What the contract needs of an adapter: an empty place for files, and a look behind it that a test may have and the product not. */
export interface BlobsHarness {
  blobs: Blobs;
  /** A blob as it lies there. */
  raw: {
    read(school: string, sha256: string): Promise<Buffer>;
    write(school: string, sha256: string, bytes: Uint8Array): Promise<void>;
    /** Everything that lies there, half-written things too. */
    everything(): Promise<Buffer[]>;
  };
  dispose(): Promise<void>;
}

const chunk = 64 * 1024;
const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Bytes in parts of an odd size, as a network brings them. */
function parts(bytes: Uint8Array, size = 10_007): Readable {
  const count = Math.ceil(bytes.length / size);
  return Readable.from(Array.from({ length: count }, (_, index) => bytes.subarray(index * size, (index + 1) * size)));
}

/** What every place for files promises (shared/src/blobs/port.ts), run against one adapter. */
export function blobsContract(name: string, open: () => Promise<BlobsHarness>): void {
  describe(`blobs on ${name}`, () => {
    let harness: BlobsHarness;
    beforeEach(async () => {
      harness = await open();
    });
    afterEach(() => harness.dispose());

    contentContract(() => harness);
    integrityContract(() => harness);
  });
}

function contentContract(harness: () => BlobsHarness): void {
  it.each([0, 1, chunk - 1, chunk, chunk + 1, 2 * chunk, 2 * chunk + 1, 5_000_000])(
    'gives back %d bytes as they came',
    async (size) => {
      const { blobs } = harness();
      const content = randomBytes(size);
      expect(await blobs.put('one', parts(content))).toEqual({ sha256: sha256Of(content), bytes: size });
      const again = await buffer(await blobs.open('one', sha256Of(content)));
      expect(again.equals(content)).toBe(true);
    },
  );

  it.each([chunk, 3 * chunk, 1_000_000])('takes parts of %d bytes', async (size) => {
    const { blobs } = harness();
    const content = randomBytes(3 * chunk);
    const { sha256 } = await blobs.put('one', parts(content, size));
    expect((await buffer(await blobs.open('one', sha256))).equals(content)).toBe(true);
  });

  it('takes single bytes, on both sides of a chunk’s border', async () => {
    const { blobs } = harness();
    const content = randomBytes(2 * chunk);
    const [before, around, after] = [
      [0, chunk - 3],
      [chunk - 3, chunk + 3],
      [chunk + 3, 2 * chunk],
    ].map(([from, to]) => content.subarray(from, to)) as [Buffer, Buffer, Buffer];
    const inParts = Readable.from([before, ...Array.from(around, (byte) => Buffer.of(byte)), after]);
    const { sha256 } = await blobs.put('one', inParts);
    expect((await buffer(await blobs.open('one', sha256))).equals(content)).toBe(true);
  });

  it.each([
    ['the first byte', 0, 0],
    ['the last byte', 3 * chunk + 99, 3 * chunk + 99],
    ['a whole chunk', chunk, 2 * chunk - 1],
    ['a byte on either side of a border', chunk - 1, chunk],
    ['everything', 0, 3 * chunk + 99],
    ['the end and beyond', 3 * chunk, 99 * chunk],
    ['a middle', 1000, 3 * chunk - 1000],
  ])('reads a range: %s', async (_what, from, to) => {
    const { blobs } = harness();
    const content = randomBytes(3 * chunk + 100);
    const { sha256 } = await blobs.put('one', parts(content));
    const range = await buffer(await blobs.open('one', sha256, { from, to }));
    expect(range.equals(content.subarray(from, to + 1))).toBe(true);
  });

  it.each([
    { from: 10, to: 20 },
    { from: 5, to: 4 },
    { from: -1, to: 4 },
    { from: 0.5, to: 4 },
    { from: Number.NaN, to: 4 },
  ])('refuses the range %o of ten bytes', async (range) => {
    const { blobs } = harness();
    const { sha256 } = await blobs.put('one', parts(randomBytes(10)));
    await expect(blobs.open('one', sha256, range)).rejects.toMatchObject({ code: 'request/bad-input' });
  });

  it('keeps the same content once, also when it comes twice at once', async () => {
    const { blobs, raw } = harness();
    const content = randomBytes(100_000);
    const [first, second] = await Promise.all([blobs.put('one', parts(content)), blobs.put('one', parts(content))]);
    expect(first).toEqual(second);
    expect(await raw.everything()).toHaveLength(1);
    expect((await buffer(await blobs.open('one', first.sha256))).equals(content)).toBe(true);
  });

  it('names what a school has, and nothing of another', async () => {
    const { blobs } = harness();
    const put = async (school: string) => (await blobs.put(school, parts(randomBytes(10)))).sha256;
    const own = [await put('one'), await put('one'), await put('one')];
    await put('one1');
    await put('on');
    const named: string[] = [];
    for await (const name of blobs.names('one')) named.push(name);
    expect(named).toEqual(own.sort());
    for await (const name of blobs.names('nobody')) expect(name).toBeUndefined();
  });

  it('knows what it has, and removes it; twice is fine', async () => {
    const { blobs, raw } = harness();
    const { sha256 } = await blobs.put('one', parts(randomBytes(10)));
    expect(await blobs.has('one', sha256)).toBe(true);
    await blobs.remove('one', sha256);
    await blobs.remove('one', sha256);
    expect(await blobs.has('one', sha256)).toBe(false);
    await expect(blobs.open('one', sha256)).rejects.toMatchObject({ code: 'request/not-found' });
    expect(await raw.everything()).toEqual([]);
  });

  it.each([0, 1, 5 * chunk])('leaves nothing of an upload that broke off after %d bytes', async (bytes) => {
    const { blobs, raw } = harness();
    const lost = new Error('the line went dead');
    const broken = async function* () {
      yield* parts(randomBytes(bytes));
      await setTimeout(1);
      throw lost;
    };
    await expect(blobs.put('one', broken())).rejects.toBe(lost);
    expect(await raw.everything()).toEqual([]);
  });

  it('can be left before its end, and before its beginning', async () => {
    const { blobs } = harness();
    const { sha256 } = await blobs.put('one', parts(randomBytes(20 * chunk)));
    for await (const part of await blobs.open('one', sha256)) {
      expect((part as Buffer).length).toBeLessThanOrEqual(chunk);
      break;
    }
    const unread = await blobs.open('one', sha256);
    unread.destroy();
    await new Promise((closed) => unread.once('close', closed));
  });
}

function integrityContract(harness: () => BlobsHarness): void {
  const putThree = async (): Promise<StoredBlob> => harness().blobs.put('one', parts(randomBytes(2 * chunk + 500)));

  const expectUnreadable = (school: string, { sha256 }: StoredBlob) =>
    expect(harness().blobs.open(school, sha256).then(buffer)).rejects.toThrow();

  it('shows nothing of the content, and nothing twice, to who looks at the disk', async () => {
    const { blobs, raw } = harness();
    const content = Buffer.from('Sam soldeerde een frame. '.repeat(20_000));
    await blobs.put('one', parts(content));
    await blobs.put('two', parts(content));
    const [first, second, ...others] = await raw.everything();
    expect(others).toEqual([]);
    for (const stored of [first!, second!]) {
      // Long enough that half a megabyte of noise doesn't hold it by chance.
      expect(stored.includes('soldeerde')).toBe(false);
    }
    expect(first!.subarray(-1000).equals(second!.subarray(-1000))).toBe(false);
  });

  it('notices any single changed byte', async () => {
    const { raw } = harness();
    const blob = await putThree();
    const stored = await raw.read('one', blob.sha256);
    const places = [0, 4, 5, 30, 40, 50, 76, 77, 100, chunk, chunk + 100, stored.length - 1];
    for (const place of places) {
      const changed = Buffer.from(stored);
      changed[place]! ^= 1;
      await raw.write('one', blob.sha256, changed);
      await expectUnreadable('one', blob);
    }
    await raw.write('one', blob.sha256, stored);
    expect(await buffer(await harness().blobs.open('one', blob.sha256))).toHaveLength(blob.bytes);
  });

  it('notices that it was cut off or made longer, also at a chunk’s border and also in a range', async () => {
    const { blobs, raw } = harness();
    const blob = await putThree();
    const stored = await raw.read('one', blob.sha256);
    for (const length of [0, 10, 77, 77 + chunk + 16, 77 + 2 * (chunk + 16), stored.length - 1]) {
      await raw.write('one', blob.sha256, stored.subarray(0, length));
      await expectUnreadable('one', blob);
      await expect(blobs.open('one', blob.sha256, { from: 0, to: 0 }).then(buffer)).rejects.toThrow();
    }
    await raw.write('one', blob.sha256, Buffer.concat([stored, Buffer.alloc(chunk + 16)]));
    await expectUnreadable('one', blob);
  });

  it('notices that its chunks changed places', async () => {
    const { raw } = harness();
    const blob = await putThree();
    const stored = await raw.read('one', blob.sha256);
    const sealed = chunk + 16;
    const start = stored.length - 500 - 16 - 2 * sealed;
    const [first, second] = [
      stored.subarray(start, start + sealed),
      stored.subarray(start + sealed, start + 2 * sealed),
    ];
    await raw.write(
      'one',
      blob.sha256,
      Buffer.concat([stored.subarray(0, start), second, first, stored.subarray(start + 2 * sealed)]),
    );
    await expectUnreadable('one', blob);
  });

  it('does not open under another blob’s name, whole or in part', async () => {
    const { blobs, raw } = harness();
    const [mine, other] = [await putThree(), await putThree()];
    const [mineStored, otherStored] = [await raw.read('one', mine.sha256), await raw.read('one', other.sha256)];
    await raw.write('one', mine.sha256, otherStored);
    await expectUnreadable('one', mine);
    await expect(blobs.open('one', mine.sha256, { from: 0, to: 9 }).then(buffer)).rejects.toThrow();
    await raw.write('one', mine.sha256, Buffer.concat([mineStored.subarray(0, 77), otherStored.subarray(77)]));
    await expectUnreadable('one', mine);
  });

  it('keeps schools apart: neither found nor opened by another', async () => {
    const { blobs, raw } = harness();
    const blob = await putThree();
    expect(await blobs.has('two', blob.sha256)).toBe(false);
    await expect(blobs.open('two', blob.sha256)).rejects.toMatchObject({ code: 'request/not-found' });
    const of2 = await blobs.put('two', parts(randomBytes(10)));
    await raw.write('two', blob.sha256, await raw.read('one', blob.sha256));
    await expectUnreadable('two', blob);
    await blobs.remove('two', blob.sha256);
    expect(await blobs.has('one', blob.sha256)).toBe(true);
    expect(await blobs.has('two', of2.sha256)).toBe(true);
  });

  it.each(['../one', 'a/b', '..', '.', '', 'a\0b', '.temporary', 'C:', 'a'.repeat(300), '%2e%2e'])(
    'knows no school %j',
    async (school) => {
      const { blobs, raw } = harness();
      const notFound = { code: 'request/not-found' };
      await expect(blobs.put(school, parts(randomBytes(10)))).rejects.toMatchObject(notFound);
      await expect(blobs.open(school, 'a'.repeat(64))).rejects.toMatchObject(notFound);
      await expect(blobs.has(school, 'a'.repeat(64))).rejects.toMatchObject(notFound);
      await expect(blobs.remove(school, 'a'.repeat(64))).rejects.toMatchObject(notFound);
      expect(await raw.everything()).toEqual([]);
    },
  );

  it.each(['../../etc/passwd', 'A'.repeat(64), 'a'.repeat(63), `${'a'.repeat(64)}/..`, `${'a'.repeat(64)}\n`, ''])(
    'knows no blob %j',
    async (sha256) => {
      await expect(harness().blobs.open('one', sha256)).rejects.toMatchObject({ code: 'request/not-found' });
      await expect(harness().blobs.remove('one', sha256)).rejects.toMatchObject({ code: 'request/not-found' });
    },
  );
}
