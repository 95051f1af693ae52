import type { Clock } from '../../ports/clock.js';
import { Problem } from '../../problem.js';
import { contentHash } from '../../store/audit.js';
import { sampleCases } from '../../store/collections.js';
import { audit, change, type Store } from '../../store/port.js';
import { getCase, type SampleAddress } from './get-case.js';

interface Deps {
  store: Store;
  now: Clock;
}

export interface SchoolWorkDone extends SampleAddress {
  /** The day, `yyyy-mm-dd`. */
  doneOn: string;
  /** What the student made or did, in a few words. */
  seen: string;
  by: string;
}

/** Records that the student did the same at school. It can be corrected until there is a second judgement. */
export async function recordSchoolWork({ store, now }: Deps, input: SchoolWorkDone): Promise<void> {
  const { school, id, doneOn, seen, by } = input;
  const found = await getCase(store, input);
  if (found.state !== 'drawn') throw new Problem('sample/already-judged', { case: id });
  const at = now().toISOString();
  const schoolWork = { doneOn, seen: seen.trim(), recordedBy: by, recordedAt: at };
  await store.commit([
    change(sampleCases, found, { schoolWork }),
    audit(school, {
      ...{ at, actor: by, action: 'sample/school-work', object: `sampleCases/${id}` },
      ...(found.schoolWork && { before: contentHash(found.schoolWork) }),
      after: contentHash(schoolWork),
    }),
  ]);
}
