import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from '@jest/globals';
import fc from 'fast-check';

interface Sha256 {
  update(bytes: Uint8Array): void;
  hex(): string;
}
const asset = join(import.meta.dirname, '../../../../lti-tool/src/assets/sha256.js');
const { createSha256 } = (await import(pathToFileURL(asset).href)) as { createSha256: () => Sha256 };
const expected = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

it('the page’s SHA-256 says what Node’s says, whatever the pieces', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 8 }), (pieces) => {
      const digest = createSha256();
      for (const piece of pieces) digest.update(piece);
      expect(digest.hex()).toBe(expected(Buffer.concat(pieces)));
    }),
  );
});

it('the page’s SHA-256 is right around the edges of a block', () => {
  for (let length = 0; length <= 130; length += 1) {
    const content = randomBytes(length);
    const digest = createSha256();
    digest.update(content);
    expect(digest.hex()).toBe(expected(content));
  }
});
