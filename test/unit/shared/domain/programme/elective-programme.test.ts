import { describe, expect, it } from '@jest/globals';
import { builtInProgramme } from '@buitenboord/shared/domain/programme/built-in-programme.js';
import { levelOf, levelsFor, subtasksFor } from '@buitenboord/shared/domain/programme/elective-programme.js';
import type { ElectiveSubtask } from '@buitenboord/shared/domain/programme/elective-programme.js';
import { plateWork, sloId } from '../../../../support/programme.js';

const subtask = (number: number, fields: Partial<ElectiveSubtask>): ElectiveSubtask => ({
  ...{ sloId: sloId(number), sloPrefix: `K/X/01/0${number}`, title: `Deel ${number}`, officialTitle: null },
  ...{ leerwegen: ['bb', 'kb', 'gl'], targets: [] },
  ...fields,
});

describe('the subtasks of a student', () => {
  const target = (number: number, leerwegen: ElectiveSubtask['leerwegen']) => ({
    sloId: sloId(number),
    text: 'x',
    leerwegen,
  });
  const subtasks = [
    subtask(1, { targets: [target(11, ['bb', 'kb']), target(12, ['gl'])] }),
    subtask(2, { leerwegen: ['kb', 'gl'] }),
  ];

  it('are those of her level, with the targets of that level [programme.by-leerweg]', () => {
    const shown = (level: 'bb' | 'kb' | 'gl') =>
      subtasksFor({ subtasks }, level).map(({ title, targets }) => [title, targets.map((each) => each.sloId)]);
    expect(shown('bb')).toEqual([['Deel 1', [sloId(11)]]]);
    expect(shown('gl')).toEqual([
      ['Deel 1', [sloId(12)]],
      ['Deel 2', []],
    ]);
    expect(subtasksFor({ subtasks }, 'tl')).toEqual([]);
  });
});

describe('the level of an elective', () => {
  it('is kb for a bb student who chose so [programme.bb-may-follow-kb]', () => {
    expect(levelsFor('bb')).toEqual(['bb', 'kb']);
    expect(levelsFor('kb')).toEqual(['kb']);
    expect(levelOf('bb', 'kb')).toBe('kb');
    expect(levelOf('bb', undefined)).toBe('bb');
  });

  it('must be said for a tl student [programme.tl-on-top]', () => {
    expect(levelOf('tl', undefined)).toBeUndefined();
    expect(levelOf('tl', 'gl')).toBe('gl');
    expect(levelsFor('tl')).not.toContain('tl');
    expect(levelsFor('gl')).toEqual(['gl']);
  });
});

describe('a programme that comes with the product', () => {
  it('has short titles and no official texts', () => {
    const programme = builtInProgramme(plateWork)!;
    expect(programme.edition).toBeNull();
    expect(programme.subtasks).toHaveLength(5);
    for (const { officialTitle, targets } of programme.subtasks) expect([officialTitle, targets]).toEqual([null, []]);
    expect(builtInProgramme(sloId(1))).toBeUndefined();
  });
});
