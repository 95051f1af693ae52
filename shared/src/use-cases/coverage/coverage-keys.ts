import { naturalId } from '../../ids.js';

/** One record per student and elective. */
export function studentElectiveKey(student: string, elective: string): string {
  return naturalId('student-elective', student, elective);
}

/** One record per student, elective and subtask. */
export function coverageKey(student: string, elective: string, subtask: string): string {
  return naturalId('subtask-coverage', student, elective, subtask);
}
