import { gradedComponent } from '../../domain/grade/grade-key.js';
import { workId } from '../../domain/evidence/work-id.js';
import type { Activity } from '../../domain/activity/assignment.js';
import type { Work } from '../../domain/evidence/work.js';
import type { Clock } from '../../ports/clock.js';
import { Problem } from '../../problem.js';
import { works } from '../../store/collections.js';
import { decideAgain } from '../../store/decide-again.js';
import { audit, put, type Store, type Stored } from '../../store/port.js';
import { findComponent } from '../pta/find-adopted-pta.js';
import { revisionsOf } from './find-grades.js';
import { gradeKeyOf } from './settle-grade.js';

interface Deps {
  store: Store;
  now: Clock;
}

export interface ResitToGive {
  activity: Stored<Activity, 'school'>;
  student: string;
  /** The attempt that was settled; the resit is the next one. */
  after: number;
  by: string;
}

/** Opens a next attempt for a student, when the PTA allows a resit of this component. Giving it twice changes nothing. */
export async function giveResit({ store, now }: Deps, { activity, student, after, by }: ResitToGive): Promise<void> {
  const { school, counting } = activity;
  const found = counting.kind === 'pta' ? await findComponent(store, school, counting.line, counting.code) : undefined;
  if (!found?.component.resit) throw new Problem('grade/no-resit', { activity: activity.id });
  const settled = await revisionsOf(store, school, gradeKeyOf(student, gradedComponent(activity), after));
  if (settled.length === 0) throw new Problem('grade/nothing-to-settle', { activity: activity.id });
  const attempt = after + 1;
  const id = workId(activity.id, student, attempt);
  await decideAgain(async () => {
    if (await store.get(works, { school, id })) return;
    const at = now().toISOString();
    const work: Work = {
      activity: activity.id,
      student,
      attempt,
      state: 'open',
      draft: '',
      read: [],
      versions: 0,
      savedAt: at,
    };
    await store.commit([
      put(works, { school, id }, work, 0),
      audit(school, { at, actor: by, action: 'grade/resit-given', object: `works/${id}` }),
    ]);
  });
}
