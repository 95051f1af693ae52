import type { Text } from './text.js';

export interface ShownStudent {
  /** As the LMS or a teacher told it. */
  name?: string | undefined;
  /** By which somebody without a name is called in the course. */
  courseNumber?: number | undefined;
}

/** What a student is called: the name, else "Leerling 7". */
export function studentName(text: Text, { name, courseNumber }: ShownStudent): string {
  if (name !== undefined) return name;
  return courseNumber === undefined ? text('overview.nobody') : text('student.numbered', { number: courseNumber });
}

/** The same for people outside the school, where a sentence has a word of its own for somebody who can't be called anything. */
export function studentCalled(text: Text, { name, courseNumber }: ShownStudent): string | undefined {
  return name ?? (courseNumber === undefined ? undefined : text('student.numbered', { number: courseNumber }));
}
