import { drawRule, type SampleExport } from './sample-export.js';
import type { Clock } from '../../ports/clock.js';
import { contentHash } from '../../store/audit.js';
import { decideAgain } from '../../store/decide-again.js';
import { audit, type Store } from '../../store/port.js';
import { casesOf, getSample, type SampleAddress, type StoredCase } from './get-case.js';

interface Deps {
  store: Store;
  now: Clock;
}

/** A sample for an inspector: the whole draw, and what came of it, without names. Recorded before it goes out: it holds the first grades. */
export async function exportSample(
  { store, now }: Deps,
  { by, ...address }: SampleAddress & { by: string },
): Promise<SampleExport> {
  const { school, id } = address;
  const { component, method, seed, population, populationHash, drawn, drawnAt } = await getSample(store, address);
  const cases = (await casesOf(store, school, id)).map(toJudged);
  const exported: SampleExport = {
    ...{ format: 'buitenboord-quality-sample', formatVersion: 1, rule: drawRule, sample: id },
    ...{ component, drawnAt, method, seed, population, populationHash, drawn, cases },
  };
  const fact = { at: now().toISOString(), actor: by, action: 'sample/exported', object: `qualitySamples/${id}` };
  await decideAgain(() => store.commit([audit(school, { ...fact, after: contentHash(exported) })]));
  return exported;
}

function toJudged(found: StoredCase): SampleExport['cases'][number] {
  const { gradeKey, revision, schoolWork, first, second, decision } = found;
  return {
    ...{ gradeKey, revision },
    ...(schoolWork && { schoolWorkOn: schoolWork.doneOn }),
    ...(first && { first: first.value }),
    ...(second && { second: second.value }),
    ...(decision && { decision: decision.kind, reason: decision.reason, revisionSince: decision.revision }),
  };
}
