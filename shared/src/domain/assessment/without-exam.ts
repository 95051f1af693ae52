import type { Assignment, Criterion } from '../activity/assignment.js';
import { isExamSecret } from './sitting.js';

type Content = Pick<Assignment, 'title' | 'task' | 'safety' | 'rubric' | 'kind'>;

const elsewhere = 'Ligt op school.';

function normOf(number: number): Criterion {
  const behaviour = { practise: elsewhere, sufficient: elsewhere, good: elsewhere };
  return { title: `Norm ${number} van het correctievoorschrift`, behaviour };
}

/**
 * An assignment as it may be stored. Of a part of the cspe neither task nor norms are kept, whatever was typed: papers stay secret until the start
 * (Uitvoeringsbesluit WVO 3.19), and here they have no place after it either.
 */
export function withoutExam<A extends Content>(assignment: A): A {
  if (!isExamSecret(assignment)) return assignment;
  const task = `Onderdeel van het cspe. ${elsewhere}`;
  return { ...assignment, task, safety: '', rubric: [normOf(1), normOf(2), normOf(3)] };
}
