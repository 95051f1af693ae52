import type { Judgement } from '../../domain/assessment/judgement.js';
import { momentsOf } from '../../domain/assessment/moment.js';
import { gradedComponent } from '../../domain/grade/grade-key.js';
import { naturalId } from '../../ids.js';
import type { Clock } from '../../ports/clock.js';
import { Problem } from '../../problem.js';
import { contentHash } from '../../store/audit.js';
import { judgements } from '../../store/collections.js';
import { decideAgain } from '../../store/decide-again.js';
import { audit, put, type Store } from '../../store/port.js';
import { getActivity } from '../company/company-records.js';
import { attemptsOf } from '../grade/find-grades.js';

interface Deps {
  store: Store;
  now: Clock;
}

export type JudgementToKeep = Omit<Judgement, 'at'> & { school: string };

/** One per attempt, moment and judge. */
export function judgementIdOf(of: Pick<Judgement, 'activity' | 'student' | 'attempt' | 'moment' | 'judge'>): string {
  return naturalId('judgement', of.activity, of.student, String(of.attempt), of.moment, of.judge);
}

/**
 * Keeps what the student or the teacher says on the rubric; again takes the place of what was said. Changes no grade. Throws `assessment/settled` to a
 * student whose grade was settled, and `request/not-found` for a moment or a criterion that the activity doesn't have.
 */
export async function keepJudgement({ store, now }: Deps, { school, ...said }: JudgementToKeep): Promise<void> {
  const activity = await getActivity(store, school, said.activity);
  const fits = momentsOf(activity).includes(said.moment) && said.levels.length <= activity.rubric.length;
  if (!fits) throw new Problem('request/not-found', { activity: activity.id, moment: said.moment });
  await decideAgain(async () => {
    if (said.judge === 'self') await insistOnUnsettled(store, school, said, gradedComponent(activity));
    const key = { school, id: judgementIdOf(said) };
    const before = await store.get(judgements, key);
    const at = now().toISOString();
    await store.commit([
      put(judgements, key, { ...said, at }, before?.version ?? 0),
      audit(school, {
        at,
        actor: said.by,
        action: said.judge === 'self' ? 'assessment/self' : 'assessment/judged',
        object: `judgements/${key.id}`,
        ...(before && { before: contentHash([before.levels, before.remark]) }),
        after: contentHash([said.levels, said.remark]),
      }),
    ]);
  });
}

async function insistOnUnsettled(
  store: Store,
  school: string,
  { activity, student, attempt }: Judgement | Omit<Judgement, 'at'>,
  component: string,
): Promise<void> {
  const grades = await attemptsOf(store, school, student, component);
  const settled = grades.some((grade) => grade.attempt === attempt && grade.value.kind !== 'catchUp');
  if (settled) throw new Problem('assessment/settled', { activity });
}
