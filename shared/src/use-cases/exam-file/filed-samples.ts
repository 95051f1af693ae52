import { differenceOf } from '../../domain/quality-sample/difference.js';
import { qualitySamples, sampleCases } from '../../store/collections.js';
import type { Store } from '../../store/port.js';
import type { StoredCase } from '../quality-sample/get-case.js';
import type { FiledSample } from './exam-file.js';

/** The quality samples that a grade was in, in order of drawing. */
export async function filedSamples(store: Store, school: string, gradeKey: string): Promise<FiledSample[]> {
  const found: FiledSample[] = [];
  for await (const each of store.each(sampleCases, { where: { school, gradeKey } })) {
    const sample = await store.get(qualitySamples, { school, id: each.sample });
    if (sample)
      found.push({ sample: each.sample, drawnAt: sample.drawnAt, method: sample.method.kind, ...cameOf(each) });
  }
  return found.sort((one, other) => (one.drawnAt < other.drawnAt ? -1 : 1));
}

function cameOf({ schoolWork, first, second, decision }: StoredCase): Partial<FiledSample> {
  const difference = first && second && differenceOf(first.value, second.value);
  return {
    ...(schoolWork && { schoolWorkOn: schoolWork.doneOn }),
    ...(second && { second: second.value, secondAt: second.at }),
    ...(difference?.kind === 'tenths' && { differenceTenths: difference.tenths }),
    ...(decision && { decision: decision.kind, reason: decision.reason }),
  };
}
