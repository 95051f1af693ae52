import { rational, type Rational } from '../grade/rational.js';
import { dutchDay, schoolYearOf } from '../pta/school-year.js';
import type { SampleCase } from './quality-sample.js';

/** With fewer students a mean says more about one of them than about the company, so none is given. */
export const fewestForDrift = 3;

/** What a comparison gave in a period: a mean in hundredths of a grade, second minus the other; `undefined` while it is about too few students. */
export interface Drift {
  /** Second judgements. */
  count: number;
  meanHundredths: number | undefined;
}

/** A company in one period: how second judgements stood to the settled grades, and to the company's own judgement. No student. */
export interface CompanyPeriod {
  company: string;
  name: string;
  /** Half a school year: "2026-2027 1" is August up to and including January. */
  period: string;
  settled: Drift;
  ownJudgement: Drift;
}

type Judged = Pick<SampleCase, 'student' | 'company' | 'companyName' | 'first' | 'second'>;

/** The half of the school year in which something happened. */
export function periodOf(at: string): string {
  const day = dutchDay(new Date(at));
  const month = day.slice(5, 7);
  return `${schoolYearOf(day)} ${month >= '08' || month === '01' ? 1 : 2}`;
}

/** Per company and period how far second judgements lie from the first ones: by name of the company, oldest period first. */
export function companyDrift(cases: readonly Judged[]): CompanyPeriod[] {
  const groups = new Map<string, Judged[]>();
  for (const each of cases) {
    if (each.company === undefined || !each.second || !each.first) continue;
    const key = JSON.stringify([each.company, periodOf(each.second.at)]);
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups]
    .map(([key, judged]): CompanyPeriod => {
      const [company, period] = JSON.parse(key) as [string, string];
      const settled = drift(judged.flatMap(againstSettled));
      return {
        company,
        name: judged.at(-1)?.companyName ?? '',
        period,
        settled,
        ownJudgement: drift(judged.flatMap(againstCompany)),
      };
    })
    .sort((one, other) => one.name.localeCompare(other.name, 'nl') || (one.period < other.period ? -1 : 1));
}

interface Compared {
  student: string;
  hundredths: number;
}

function againstSettled({ student, first, second }: Judged): Compared[] {
  if (first?.value.kind !== 'tenths' || second?.value.kind !== 'tenths') return [];
  return [{ student, hundredths: (second.value.tenths - first.value.tenths) * 10 }];
}

function againstCompany({ student, first, second }: Judged): Compared[] {
  if (first?.companyHundredths === undefined || second?.value.kind !== 'tenths') return [];
  return [{ student, hundredths: second.value.tenths * 10 - first.companyHundredths }];
}

function drift(compared: readonly Compared[]): Drift {
  const count = compared.length;
  const students = new Set(compared.map(({ student }) => student)).size;
  if (students < fewestForDrift) return { count, meanHundredths: undefined };
  const sum = compared.reduce((total, { hundredths }) => total + hundredths, 0);
  return { count, meanHundredths: roundedAwayFromZero(rational(BigInt(Math.abs(sum)), BigInt(count)), sum < 0) };
}

// Half a hundredth counts as a whole one, whichever side it lies: milder and stricter are treated alike.
function roundedAwayFromZero({ numerator, denominator }: Rational, negative: boolean): number {
  const whole = Number((2n * numerator + denominator) / (2n * denominator));
  return negative ? -whole : whole;
}
