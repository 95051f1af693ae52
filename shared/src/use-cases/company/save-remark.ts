import type { Clock } from '../../ports/clock.js';
import { companyJudgements } from '../../store/collections.js';
import { decideAgain } from '../../store/decide-again.js';
import { change, type Store } from '../../store/port.js';
import { beginAssessment } from './begin-assessment.js';

interface Deps {
  store: Store;
  now: Clock;
}

/** Keeps what the supervisor typed, finished or not. `attitude` only where it was asked. */
export async function saveRemark(
  deps: Deps,
  { school, invitation, remark, attitude }: { school: string; invitation: string; remark: string; attitude?: string },
): Promise<void> {
  await decideAgain(async () => {
    const draft = await beginAssessment(deps, { school, id: invitation });
    const said = { remark, ...(attitude !== undefined && { attitude }) };
    const same = draft.remark === remark && (attitude ?? draft.attitude) === draft.attitude;
    if (!same) await deps.store.commit([change(companyJudgements, draft, said)]);
  });
}
