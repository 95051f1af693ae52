import { chosenLevels, openQuestions } from '../../domain/company/assessment-steps.js';
import { isOfEnd } from '../../domain/assessment/moment.js';
import type { CompanyJudgement, Invitation } from '../../domain/company/company.js';
import type { Clock } from '../../ports/clock.js';
import { Problem } from '../../problem.js';
import { contentHash } from '../../store/audit.js';
import { companyJudgements, invitations, works } from '../../store/collections.js';
import { decideAgain } from '../../store/decide-again.js';
import { audit, change, type Store, type Stored, type Write } from '../../store/port.js';
import { findNewestWork, getActivity, judgementId } from './company-records.js';
import { findNewestHandIn } from './read-assessment.js';
import { saveRemark } from './save-remark.js';

interface Deps {
  store: Store;
  now: Clock;
}

export type Finished = { kind: 'done' } | { kind: 'missing'; questions: readonly number[] };

/**
 * Makes the draft the company's answer, for good. Once more changes nothing; with a question open it stays a draft, and the remark is kept.
 * Work that is handed in can't be taken back from here on: it was assessed.
 */
export async function finishAssessment(
  deps: Deps,
  input: { school: string; invitation: string; remark: string; attitude?: string },
): Promise<Finished> {
  const { store, now } = deps;
  return decideAgain(async () => {
    const invitation = await store.get(invitations, { school: input.school, id: input.invitation });
    if (!invitation) throw new Problem('link/unknown', { invitation: input.invitation });
    if (invitation.state === 'done') return { kind: 'done' };
    if (invitation.state === 'withdrawn') throw new Problem('link/withdrawn', { invitation: invitation.id });
    const id = judgementId(invitation.id);
    const draft = await store.get(companyJudgements, { school: invitation.school, id });
    const { rubric } = await getActivity(store, invitation.school, invitation.activity);
    const questions = openQuestions(chosenLevels(rubric.length, draft?.levels ?? []));
    if (!draft || questions.length > 0) {
      await saveRemark(deps, input);
      return { kind: 'missing', questions };
    }
    const attitude = input.attitude?.trim() ? { attitude: input.attitude } : { attitude: undefined };
    const said = { ...draft, remark: input.remark, ...attitude };
    await store.commit(await finishingWrites(store, invitation, said, now().toISOString()));
    return { kind: 'done' };
  });
}

async function finishingWrites(
  store: Store,
  invitation: Stored<Invitation, 'school'>,
  draft: Stored<CompanyJudgement, 'school'>,
  at: string,
): Promise<Write[]> {
  const handIn = await findNewestHandIn(store, invitation);
  return [
    // The draft comes with the last remark in it.
    change(companyJudgements, draft, { state: 'done', doneAt: at, ...(handIn && { handIn: handIn.id }) }),
    change(invitations, invitation, { state: 'done', doneAt: at }),
    ...(await closingWork(store, invitation)),
    audit(invitation.school, {
      at,
      actor: `company:${invitation.id}`,
      action: 'company/assessed',
      object: `companyJudgements/${draft.id}`,
      after: contentHash([draft.levels, draft.remark, handIn?.id ?? null, draft.attitude ?? null]),
    }),
  ];
}

/** Before the end the work goes on. A company may judge what it saw at work before anything was handed in: the student can still hand in then. */
async function closingWork(store: Store, invitation: Stored<Invitation, 'school'>) {
  const { school, activity, student, attempt } = invitation;
  if (!isOfEnd(invitation)) return [];
  const work = await findNewestWork(store, { school, activity, student });
  return work?.state === 'handedIn' && work.attempt === attempt ? [change(works, work, { state: 'assessed' })] : [];
}
