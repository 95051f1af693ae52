import { companyDrift, type CompanyPeriod } from '../../domain/quality-sample/company-drift.js';
import { dutchDay } from '../../domain/pta/school-year.js';
import type { Clock } from '../../ports/clock.js';
import { qualitySamples, sampleCases } from '../../store/collections.js';
import type { Store } from '../../store/port.js';
import { calledStudent, type CalledStudent } from '../people/called-student.js';
import type { StoredCase, StoredSample } from './get-case.js';

/** A case in a list: how far it is, and nothing of any grade. */
export interface CaseLine extends CalledStudent {
  id: string;
  sample: string;
  state: StoredCase['state'];
  schoolWorkOn: string | undefined;
}

export interface SampleLine {
  id: string;
  component: string;
  drawnAt: string;
  population: number;
  drawn: number;
  /** How many have a second judgement, and how many are decided. */
  judged: number;
  decided: number;
}

export interface DueFollowUp extends CalledStudent {
  case: string;
  text: string;
  remindOn: string;
}

export interface SampleOverview {
  due: readonly DueFollowUp[];
  open: readonly CaseLine[];
  samples: readonly SampleLine[];
  drift: readonly CompanyPeriod[];
}

/** Whose samples: with `course` those of that course, and cases of it in samples of the whole school. */
export interface OverviewOf {
  school: string;
  course?: string;
}

/** Everything about samples on one page: what is due, what is open, what was drawn, and how far companies drift. */
export async function sampleOverview(
  { store, now }: { store: Store; now: Clock },
  of: OverviewOf,
): Promise<SampleOverview> {
  const cases = await casesFor(store, of);
  const today = dutchDay(now());
  const due: DueFollowUp[] = [];
  const open: CaseLine[] = [];
  for (const each of cases) {
    const { id, followUp, remindOn } = each;
    const called = await calledStudent(store, each);
    if (followUp && remindOn !== undefined && remindOn <= today)
      due.push({ case: id, ...called, text: followUp.text, remindOn });
    if (each.state !== 'decided') open.push(toLine(each, called));
  }
  const samples = (await samplesFor(store, of)).map((sample) => toSampleLine(sample, cases));
  return {
    due: due.sort((one, other) => (one.remindOn < other.remindOn ? -1 : 1)),
    open: open.sort(byName),
    samples,
    drift: companyDrift(cases),
  };
}

/** The cases of one sample, as lines, by name. */
export async function caseLines(store: Store, cases: readonly StoredCase[]): Promise<CaseLine[]> {
  const lines = await Promise.all(cases.map(async (each) => toLine(each, await calledStudent(store, each))));
  return lines.sort(byName);
}

function toLine({ id, sample, state, schoolWork }: StoredCase, called: CalledStudent): CaseLine {
  return { id, sample, ...called, state, schoolWorkOn: schoolWork?.doneOn };
}

function toSampleLine(
  { id, component, drawnAt, population, drawn }: StoredSample,
  cases: readonly StoredCase[],
): SampleLine {
  const own = cases.filter(({ sample }) => sample === id);
  return {
    ...{ id, component, drawnAt, population: population.length, drawn: drawn.length },
    judged: own.filter(({ second }) => second).length,
    decided: own.filter(({ state }) => state === 'decided').length,
  };
}

async function casesFor(store: Store, { school, course }: OverviewOf): Promise<StoredCase[]> {
  const found: StoredCase[] = [];
  const where = { school, ...(course !== undefined && { course }) };
  for await (const each of store.each(sampleCases, { where })) found.push(each);
  return found;
}

async function samplesFor(store: Store, { school, course }: OverviewOf): Promise<StoredSample[]> {
  const found: StoredSample[] = [];
  const where = { school, ...(course !== undefined && { course }) };
  const sort = { field: 'drawnAt', descending: true } as const;
  for await (const each of store.each(qualitySamples, { where, sort })) found.push(each);
  return found;
}

function byName(one: CaseLine, other: CaseLine): number {
  return (
    (one.name ?? '￿').localeCompare(other.name ?? '￿', 'nl') ||
    (one.courseNumber ?? 0) - (other.courseNumber ?? 0) ||
    (one.id < other.id ? -1 : 1)
  );
}
