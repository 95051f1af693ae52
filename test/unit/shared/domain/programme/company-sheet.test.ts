import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { companySheet } from '@buitenboord/shared/domain/programme/company-sheet.js';
import type { ElectiveProgramme } from '@buitenboord/shared/domain/programme/elective-programme.js';
import { sloId } from '../../../../support/programme.js';

/** Subtasks with as many targets as each number says. */
function programme(...targets: number[]): ElectiveProgramme {
  return {
    ...{
      sloId: sloId(1),
      sloPrefix: 'K/X/01',
      title: 'Lassen',
      officialCode: '1305',
      profile: 'PIE',
      edition: null,
      tasks: [],
    },
    subtasks: targets.map((count, index) => ({
      ...{ sloId: sloId(100 + index), sloPrefix: `K/X/01/${index}`, title: `Deel ${index}`, officialTitle: null },
      leerwegen: ['kb'],
      targets: Array.from({ length: count }, (_, position) => ({
        sloId: sloId(1000 + index * 100 + position),
        text: 'De kandidaat kan iets.',
        leerwegen: ['kb'],
      })),
    })),
  };
}
const words = (text: string) => ({ plainText: () => text, lookAt: [] });

describe('the sheet for a company', () => {
  it('says each target in words for companies, and never the official text', () => {
    const { tasks, targets, explained } = companySheet(programme(2, 1), 'kb', {
      plainText: (target) => (target === sloId(1000) ? 'Leest de tekening.' : undefined),
      lookAt: [],
    });
    expect(tasks.map(({ lines }) => lines)).toEqual([['Leest de tekening.'], []]);
    expect([targets, explained]).toEqual([3, 1]);
  });

  it('asks the questions of the school’s assignments, each once, six at most', () => {
    const lookAt = ['Veilig', 'Netjes', 'Veilig', 'a', 'b', 'c', 'd', 'e'];
    expect(companySheet(programme(1), 'kb', { plainText: () => undefined, lookAt }).lookAt).toEqual([
      'Veilig',
      'Netjes',
      'a',
      'b',
      'c',
      'd',
    ]);
  });

  it('leaves out what doesn’t fit on one page, the longest list first, and says how many [programme.sheet-is-one-page]', () => {
    const { tasks } = companySheet(programme(60, 3), 'kb', words('Kort.'));
    expect(tasks[1]).toMatchObject({ more: 0 });
    expect(tasks[0]!.lines.length + tasks[0]!.more).toBe(60);
    expect(tasks[0]!.more).toBeGreaterThan(0);
  });

  it('never loses a subtask, and counts what it left out, whatever there is', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(counts, fc.string({ minLength: 1, maxLength: 500 }), (targets, text) => {
        const { tasks } = companySheet(programme(...targets), 'kb', words(text));
        expect(tasks.map(({ lines, more }) => lines.length + more)).toEqual(targets);
      }),
    );
  });
});
