/** The id of a student's work on an activity: one an attempt. */
export function workId(activity: string, student: string, attempt: number): string {
  return `${activity}.${student}.${attempt}`;
}
