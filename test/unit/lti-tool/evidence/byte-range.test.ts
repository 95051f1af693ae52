import { describe, expect, it } from '@jest/globals';
import { byteRange } from '@buitenboord/lti-tool/evidence/byte-range.js';

const whole = { kind: 'whole' };
const part = (from: number, to: number) => ({ kind: 'part', from, to });

describe('a Range header on a file of 100 bytes', () => {
  it.each([
    [undefined, whole],
    ['bytes=0-', part(0, 99)],
    ['bytes=0-0', part(0, 0)],
    ['bytes=10-19', part(10, 19)],
    ['bytes=90-200', part(90, 99)],
    ['bytes=-10', part(90, 99)],
    ['bytes=-500', part(0, 99)],
    ['bytes=-0', { kind: 'unsatisfiable' }],
    ['bytes=100-', { kind: 'unsatisfiable' }],
    ['bytes=20-10', whole],
    ['bytes=0-1,5-6', whole],
    ['bytes=-', whole],
    ['items=0-1', whole],
    ['bytes=a-b', whole],
    ['bytes=99999999999999999999-', whole],
  ])('%s', (header, expected) => {
    expect(byteRange(header, 100)).toEqual(expected);
  });
});
