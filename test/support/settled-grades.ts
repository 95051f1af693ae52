import type { SettledGrade } from '@buitenboord/shared/domain/grade/settled-grade.js';
import { naturalId } from '@buitenboord/shared/ids.js';
import { settledGrades } from '@buitenboord/shared/store/collections.js';
import { put, type Store } from '@buitenboord/shared/store/port.js';

/** A settled grade straight in the store, as if a teacher had settled it; 7,4 unless told otherwise. */
export async function aSettledGrade(
  store: Store,
  at: { school: string; course: string; activity: string; teacher: string },
  grade: { student: string; component: string } & Partial<SettledGrade>,
): Promise<SettledGrade> {
  const { student, component, attempt = 1, revision = 1 } = grade;
  const gradeKey = naturalId('grade', student, component, String(attempt));
  const value: SettledGrade = {
    gradeKey,
    revision,
    attempt,
    activity: at.activity,
    course: at.course,
    value: { kind: 'tenths', tenths: 74 },
    remark: '',
    reason: '',
    settledBy: at.teacher,
    settledAt: '2026-11-09T10:00:00.000Z',
    ...grade,
  };
  await store.commit([put(settledGrades, { school: at.school, id: `${gradeKey}.${revision}` }, value, 0)]);
  return value;
}
