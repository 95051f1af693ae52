import { describe, expect, it } from '@jest/globals';
import { companyDrift, periodOf } from '@buitenboord/shared/domain/quality-sample/company-drift.js';
import type { SampleCase } from '@buitenboord/shared/domain/quality-sample/quality-sample.js';

type Case = Parameters<typeof companyDrift>[0][number];

function aCase(student: string, [first, second]: [number, number], fields: Partial<SampleCase> = {}): Case {
  return {
    student,
    company: 'c1',
    companyName: 'Bouwbedrijf',
    first: { value: { kind: 'tenths', tenths: first }, revision: 1 },
    second: { value: { kind: 'tenths', tenths: second }, remark: '', by: 't', at: '2026-11-10T09:00:00.000Z' },
    ...fields,
  };
}

describe('how far a company’s judgement drifts', () => {
  it('is the mean of second minus first, from three students on [sample.drift-of-companies]', () => {
    const three = [aCase('a', [70, 60]), aCase('b', [70, 65]), aCase('c', [70, 70])];
    expect(companyDrift(three)[0]?.settled).toEqual({ count: 3, meanHundredths: -50 });
    expect(companyDrift(three.slice(1))[0]?.settled).toEqual({ count: 2, meanHundredths: undefined });
  });

  it('is never about one student, however often she was in a sample [sample.drift-of-companies]', () => {
    const oneStudent = [1, 2, 3, 4].map(() => aCase('a', [70, 60]));
    expect(companyDrift(oneStudent)[0]?.settled).toEqual({ count: 4, meanHundredths: undefined });
    expect(JSON.stringify(companyDrift(oneStudent))).not.toContain('"a"');
  });

  it('rounds half a hundredth away from zero on both sides', () => {
    const of = (seconds: number[]) =>
      companyDrift(seconds.map((second, index) => aCase(`s${index}`, [50, second])))[0]?.settled.meanHundredths;
    expect(of([50, 50, 51])).toBe(3);
    expect(of([50, 50, 49])).toBe(-3);
    expect(of([50, 50, 50])).toBe(0);
  });

  it('also lies beside the company’s own judgement, where the PTA has a table for it', () => {
    const own = (student: string) =>
      aCase(student, [70, 60], {
        first: { value: { kind: 'tenths', tenths: 70 }, revision: 1, companyHundredths: 833 },
      });
    const [found] = companyDrift([own('a'), own('b'), own('c'), aCase('d', [70, 60])]);
    expect(found?.ownJudgement).toEqual({ count: 3, meanHundredths: -233 });
  });

  it('keeps companies and half school years apart', () => {
    const later = {
      value: { kind: 'tenths' as const, tenths: 60 },
      remark: '',
      by: 't',
      at: '2027-02-01T09:00:00.000Z',
    };
    const found = companyDrift([
      aCase('a', [70, 60]),
      aCase('b', [70, 60], { second: later }),
      aCase('c', [70, 60], { company: 'c2', companyName: 'Aannemer' }),
    ]);
    expect(found.map(({ name, period }) => `${name} ${period}`)).toEqual([
      'Aannemer 2026-2027 1',
      'Bouwbedrijf 2026-2027 1',
      'Bouwbedrijf 2026-2027 2',
    ]);
    expect(periodOf('2027-01-31T23:30:00.000Z')).toBe('2026-2027 2');
  });
});
