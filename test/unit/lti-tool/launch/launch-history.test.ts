import { describe, expect, it } from '@jest/globals';
import { historyOf } from '@buitenboord/lti-tool/launch/launch-history.js';

describe('where a launch was copied from', () => {
  it.each<[string, Record<string, string>, { contexts: string[]; links: string[] }]>([
    ['nothing told', {}, { contexts: [], links: [] }],
    ['Moodle', { context_history: '4,2' }, { contexts: ['4', '2'], links: [] }],
    [
      'ids that hold a comma and a sign',
      { context_history: 'a%2Cb, c', link_history: '100%' },
      { contexts: ['a,b', 'c'], links: ['100%'] },
    ],
    [
      'Blackboard and Brightspace',
      { 'Context.id.history': 'x', 'ResourceLink.id.history': 'l1,l2' },
      { contexts: ['x'], links: ['l1', 'l2'] },
    ],
    ['empty', { context_history: '', link_history: ' , ' }, { contexts: [], links: [] }],
  ])('by %s', (_title, custom, history) => {
    expect(historyOf(custom)).toEqual(history);
  });

  it('goes back ten copies at most', () => {
    const custom = { context_history: Array.from({ length: 30 }, (_none, n) => String(n)).join(',') };
    expect(historyOf(custom).contexts).toHaveLength(10);
  });
});
