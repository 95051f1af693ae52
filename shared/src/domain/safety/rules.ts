import type { Rule } from '../rules/rule.js';
import { taskRules } from './task-rules.js';
import { timeRules } from './time-rules.js';

const assumedAge: Rule = {
  id: 'safety.assumed-age',
  says: 'While the date of birth isn’t known, a student counts as the youngest that the year level has, and the page says so.',
  source: 'Inference of ours: who doesn’t skip a class is 12 by the end of the calendar year in which year 1 begins',
  confidence: 'low',
  readOn: '2026-11-24',
};

/** The rules of this folder, for docs/rules.md. */
export const rules: readonly Rule[] = [...timeRules, ...taskRules, assumedAge];
