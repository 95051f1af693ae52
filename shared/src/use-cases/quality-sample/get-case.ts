import type { QualitySample, SampleCase } from '../../domain/quality-sample/quality-sample.js';
import { Problem } from '../../problem.js';
import { qualitySamples, sampleCases } from '../../store/collections.js';
import type { Store, Stored } from '../../store/port.js';

export type StoredCase = Stored<SampleCase, 'school'>;
export type StoredSample = Stored<QualitySample, 'school'>;

/** Which record, and for whom: with `course` only what belongs to that course. */
export interface SampleAddress {
  school: string;
  id: string;
  course?: string;
}

/** A case of a sample, or Problem `request/not-found`. */
export async function getCase(store: Store, { school, id, course }: SampleAddress): Promise<StoredCase> {
  const found = await store.get(sampleCases, { school, id });
  if (!found || (course !== undefined && found.course !== course)) throw new Problem('request/not-found', { case: id });
  return found;
}

/** A sample, or Problem `request/not-found`. Who belongs to one course sees no sample of the whole school. */
export async function getSample(store: Store, { school, id, course }: SampleAddress): Promise<StoredSample> {
  const found = await store.get(qualitySamples, { school, id });
  if (!found || (course !== undefined && found.course !== course))
    throw new Problem('request/not-found', { sample: id });
  return found;
}

/** The cases of a sample, in order of grade key. */
export async function casesOf(store: Store, school: string, sample: string): Promise<StoredCase[]> {
  const found: StoredCase[] = [];
  for await (const each of store.each(sampleCases, { where: { school, sample } })) found.push(each);
  return found.sort((one, other) => (one.gradeKey < other.gradeKey ? -1 : 1));
}
