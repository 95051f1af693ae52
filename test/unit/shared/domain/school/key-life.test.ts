import { describe, expect, it } from '@jest/globals';
import { isPublished, signingKeyOf, stateOfKey } from '@buitenboord/shared/domain/school/key-life.js';

const day = (number: number) => `2026-06-0${number}T00:00:00.000Z`;
const at = (number: number) => Date.parse(day(number));
const first = { createdAt: day(1), publishedUntil: day(5) };
const second = { createdAt: day(2), signsFrom: day(3) };
const keys = [first, second];

describe('the life of a key', () => {
  it.each([
    [2, 'signing', 'coming'],
    [3, 'leaving', 'signing'],
    [4, 'leaving', 'signing'],
    [5, 'gone', 'signing'],
  ])('on day %i the old one is %s and the new one %s', (number, old, next) => {
    expect(keys.map((key) => stateOfKey(key, keys, at(number)))).toEqual([old, next]);
  });

  it('has one that signs, which is published', () => {
    for (const number of [1, 2, 3, 4, 5, 6]) {
      const signing = signingKeyOf(keys, at(number))!;
      expect(isPublished(signing, at(number))).toBe(true);
    }
  });

  it('has one too when a clock was set back to before the first was made', () => {
    const before = Date.parse('2026-05-31T23:50:00.000Z');
    expect(signingKeyOf(keys, before)).toBe(first);
    expect(keys.map((key) => stateOfKey(key, keys, before))).toEqual(['signing', 'coming']);
  });

  it('has none where none was made', () => {
    expect(signingKeyOf([], at(1))).toBeUndefined();
  });
});
