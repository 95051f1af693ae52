import { taskFinding, type Finding } from './finding.js';
import { isAbout, type TaskRule } from './safety-rule.js';
import { taskRules } from './task-rules.js';
import type { Context, Hazard, Supervision } from './work-context.js';

/** What may not be done, or only otherwise, at this age, with this supervision. Nothing found: the tasks are allowed. */
export function checkTasks(
  age: number,
  context: Context,
  hazards: readonly Hazard[],
  supervision: Supervision,
): Finding[] {
  return taskRulesFor(age, context)
    .filter(({ hazard }) => hazards.includes(hazard))
    .filter(({ allowedWithExpert }) => !(allowedWithExpert && supervision === 'expert'))
    .map((rule) => taskFinding(rule, age));
}

/** The rules on tasks that hold for an age and a place. */
export function taskRulesFor(age: number, { work, setting }: Context): TaskRule[] {
  return taskRules.filter(
    (rule) => isAbout(rule, age, work) && (rule.setting === undefined || rule.setting === setting),
  );
}

export type TaskAnswer = 'allowed' | 'onlyWithSupervision' | 'askFirst' | 'forbidden';

/** The answer in one word; `askFirst`: the safety approver may accept it. */
export function answerOnTasks(
  age: number,
  context: Context,
  hazards: readonly Hazard[],
  supervision: Supervision,
): TaskAnswer {
  const found = checkTasks(age, context, hazards, supervision);
  if (found.length === 0) return 'allowed';
  if (checkTasks(age, context, hazards, 'expert').some(({ severity }) => severity === 'block')) return 'forbidden';
  return found.some(({ severity }) => severity === 'block') ? 'onlyWithSupervision' : 'askFirst';
}
