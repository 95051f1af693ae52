import { describe, expect, it } from '@jest/globals';
import { expertNeed } from '@buitenboord/shared/domain/assessment/named-expert.js';

const counts = { kind: 'pta', line: 'l', code: 'SE2', scale: 'number' } as const;
const weighed = { companyRole: 'counts', companyWeight: 60 } as const;
const advice = { companyRole: 'advice', companyWeight: 0 } as const;

describe('who takes part in the school exam', () => {
  it('[assessment.named-expert] is missing where a company’s judgement weighs and nobody was named', () => {
    expect(expertNeed(counts, weighed, [])).toBe('missing');
  });

  it('[assessment.named-expert] is named by one who wasn’t withdrawn', () => {
    expect(expertNeed(counts, weighed, [{ withdrawnAt: '2026-05-01T10:00:00.000Z' }])).toBe('missing');
    expect(expertNeed(counts, weighed, [{ withdrawnAt: '2026-05-01T10:00:00.000Z' }, {}])).toBe('named');
  });

  it('needs nobody where the company only advises, or nothing counts', () => {
    expect(expertNeed(counts, advice, [])).toBe('none');
    expect(expertNeed({ kind: 'formative' }, weighed, [])).toBe('none');
    expect(expertNeed(counts, undefined, [])).toBe('none');
  });
});
