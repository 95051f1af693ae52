import { describe, expect, it } from '@jest/globals';
import { judgeFile, maxFileBytes, maxFilesEver } from '@buitenboord/shared/domain/evidence/limits.js';

const asked = [
  { kind: 'photo', count: 2 },
  { kind: 'text', count: 1 },
] as const;
const none = { present: [], everAdded: 0 };
const refused = (because: string) => ({ kind: 'refused', because });

describe('one more file', () => {
  it('is welcome up to its limit in bytes, and not one more', () => {
    expect(judgeFile({ kind: 'photo', bytes: maxFileBytes.photo }, asked, none)).toEqual({ kind: 'welcome' });
    expect(judgeFile({ kind: 'photo', bytes: maxFileBytes.photo + 1 }, asked, none)).toEqual(refused('too-large'));
  });

  it('of a kind that isn’t asked for is refused', () => {
    expect(judgeFile({ kind: 'video', bytes: 1 }, asked, none)).toEqual(refused('kind-not-asked'));
  });

  it('is refused when there are as many as were asked for; other kinds don’t count', () => {
    const photo = { kind: 'photo' } as const;
    const one = { present: [photo, { kind: 'video' } as const], everAdded: 2 };
    expect(judgeFile({ kind: 'photo', bytes: 1 }, asked, one)).toEqual({ kind: 'welcome' });
    const two = { present: [photo, photo], everAdded: 2 };
    expect(judgeFile({ kind: 'photo', bytes: 1 }, asked, two)).toEqual(refused('too-many'));
  });

  it('is refused to who adds and removes without end', () => {
    expect(judgeFile({ kind: 'photo', bytes: 1 }, asked, { present: [], everAdded: maxFilesEver })).toEqual(
      refused('too-many'),
    );
  });
});
