import { describe, expect, it } from '@jest/globals';
import { choosePlainText, type PlainText } from '@buitenboord/shared/domain/programme/plain-text.js';
import { sloId } from '../../../../support/programme.js';

const aText = (fields: Partial<PlainText>): PlainText => ({
  ...{
    target: sloId(1),
    audience: 'student',
    school: 'ours',
    text: 'Je kunt dit.',
    author: 'a',
    writtenAt: '2026-06-01T08:00:00.000Z',
  },
  ...fields,
});
const reviewed = (day: string) => ({ reviewedBy: 'b', reviewedAt: `2026-06-${day}T08:00:00.000Z` });

describe('the words a school uses', () => {
  it('are its own before anybody else’s, reviewed or not', () => {
    const own = aText({});
    expect(choosePlainText([aText({ school: 'other', ...reviewed('02') }), own], 'ours')).toBe(own);
  });

  it('are another school’s only when somebody reviewed them there, the last first [programme.plain-text-is-reviewed]', () => {
    const [first, last] = [aText({ school: 'b', ...reviewed('02') }), aText({ school: 'c', ...reviewed('03') })];
    expect(choosePlainText([aText({ school: 'a' }), first, last], 'ours')).toBe(last);
    expect(choosePlainText([aText({ school: 'a' })], 'ours')).toBeUndefined();
  });

  it('are the same whatever the order they are found in', () => {
    const same = ['d', 'b', 'c'].map((school) => aText({ school, ...reviewed('02') }));
    expect(choosePlainText(same, 'ours')?.school).toBe(choosePlainText([...same].reverse(), 'ours')?.school);
  });
});
