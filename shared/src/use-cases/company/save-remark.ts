import type { Clock } from '../../ports/clock.js';
import { companyJudgements } from '../../store/collections.js';
import { decideAgain } from '../../store/decide-again.js';
import { change, type Store } from '../../store/port.js';
import { beginAssessment } from './begin-assessment.js';

interface Deps {
  store: Store;
  now: Clock;
}

/** Keeps what the supervisor typed, finished or not. */
export async function saveRemark(
  deps: Deps,
  { school, invitation, remark }: { school: string; invitation: string; remark: string },
): Promise<void> {
  await decideAgain(async () => {
    const draft = await beginAssessment(deps, { school, id: invitation });
    if (draft.remark !== remark) await deps.store.commit([change(companyJudgements, draft, { remark })]);
  });
}
