import type { AssessmentStep } from '../../domain/company/assessment-steps.js';
import { chosenLevels, stepAfter } from '../../domain/company/assessment-steps.js';
import type { Level } from '../../domain/grade/suggested-grade.js';
import type { Clock } from '../../ports/clock.js';
import { Problem } from '../../problem.js';
import { companyJudgements } from '../../store/collections.js';
import { decideAgain } from '../../store/decide-again.js';
import { change, type Store } from '../../store/port.js';
import { beginAssessment } from './begin-assessment.js';
import { getActivity } from './company-records.js';

interface Deps {
  store: Store;
  now: Clock;
}

export interface LevelChosen {
  school: string;
  invitation: string;
  /** From 1. */
  question: number;
  level: Level;
}

/** Keeps the level that was chosen for one criterion, and says where to go next. May be chosen anew until the last button. */
export async function chooseLevel(deps: Deps, input: LevelChosen): Promise<AssessmentStep> {
  const { school, invitation, question, level } = input;
  return decideAgain(async () => {
    const draft = await beginAssessment(deps, { school, id: invitation });
    const { rubric } = await getActivity(deps.store, school, draft.activity);
    if (question < 1 || question > rubric.length) throw new Problem('request/not-found', { invitation, question });
    const levels = chosenLevels(rubric.length, draft.levels).with(question - 1, level);
    await deps.store.commit([change(companyJudgements, draft, { levels })]);
    return stepAfter(levels, question);
  });
}
