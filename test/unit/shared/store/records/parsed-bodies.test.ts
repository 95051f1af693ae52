import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import type { Collection } from '@buitenboord/shared/store/port.js';
import { createParsedBodies } from '@buitenboord/shared/store/records/parsed-bodies.js';

const notes: Collection<{ text: string; tags: string[] }, never, 'school'> = {
  name: 'notes',
  schemaVersion: 1,
  schema: z.strictObject({ text: z.string(), tags: z.array(z.string()) }),
  indexed: [],
  scope: 'school',
};
const body = (text: string) => JSON.stringify({ text, tags: ['a'] });

describe('what a stored text says', () => {
  it('is read once, and the same for everybody', () => {
    const parse = createParsedBodies();
    expect(parse(notes, body('one'))).toEqual({ text: 'one', tags: ['a'] });
    expect(parse(notes, body('one'))).toBe(parse(notes, body('one')));
    expect(parse(notes, body('other'))).toEqual({ text: 'other', tags: ['a'] });
  });

  it('can be changed by nobody who reads it', () => {
    const read = createParsedBodies()(notes, body('one')) as { text: string; tags: string[] };
    expect(() => read.tags.push('b')).toThrow('not extensible');
    expect(() => (read.text = 'two')).toThrow('read only');
  });

  it('is refused each time when it does not fit', () => {
    const parse = createParsedBodies();
    for (const text of ['{"text":1,"tags":[]}', '{"text":1,"tags":[]}', 'no JSON'])
      expect(() => parse(notes, text)).toThrow();
  });

  it('is let go of when it was not read for long, and is then read again', () => {
    const parse = createParsedBodies();
    const first = parse(notes, body('first'));
    for (let count = 0; count < 1000; count += 1) parse(notes, body(String(count)));
    expect(parse(notes, body('first'))).not.toBe(first);
    expect(parse(notes, body('first'))).toEqual(first);
  });

  it('belongs to its collection: another one may read the same text differently', () => {
    const parse = createParsedBodies();
    const loud = { ...notes, schema: notes.schema.transform(({ text, tags }) => ({ text: text.toUpperCase(), tags })) };
    parse(notes, body('one'));
    expect(parse(loud, body('one'))).toMatchObject({ text: 'ONE' });
  });
});
