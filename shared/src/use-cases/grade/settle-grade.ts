import { gradedComponent, scaleOf } from '../../domain/grade/grade-key.js';
import { fitsScale, sameGrade, type GradeValue } from '../../domain/grade/grade-value.js';
import type { SettledGrade } from '../../domain/grade/settled-grade.js';
import type { Activity } from '../../domain/activity/assignment.js';
import { naturalId } from '../../ids.js';
import type { Clock } from '../../ports/clock.js';
import { Problem } from '../../problem.js';
import { contentHash } from '../../store/audit.js';
import { activities, settledGrades, works } from '../../store/collections.js';
import { decideAgain } from '../../store/decide-again.js';
import { audit, change, put, type Store, type Stored, type Write } from '../../store/port.js';
import { workId } from '../../domain/evidence/work-id.js';
import { insistOnConditions } from '../assessment/keep-sitting.js';
import { findComponent } from '../pta/find-adopted-pta.js';
import { insistOnRounding } from './choose-rounding.js';
import { revisionsOf } from './find-grades.js';
import { gradeLeaves } from './grade-leaves.js';

interface Deps {
  store: Store;
  now: Clock;
}

export interface GradeToSettle {
  school: string;
  activity: string;
  student: string;
  attempt: number;
  value: GradeValue;
  evidenceTenths?: number;
  remark: string;
  /** Needed when a settled grade changes. */
  reason: string;
  by: string;
  /** The revision the teacher was looking at; 0 = none yet. Another one means somebody was faster. */
  seenRevision: number;
}

/**
 * Settles a grade: a new revision, never over an old one; the audit entry and what must leave for the LMS in the same commit.
 * A number that counts waits until the school has chosen how it rounds. The same grade again changes nothing. Refuses with `grade/…`, `pta/…` or
 * `store/conflict`.
 */
export async function settleGrade(deps: Deps, input: GradeToSettle): Promise<{ revision: number }> {
  return decideAgain(() => settleOnce(deps, input));
}

async function settleOnce({ store, now }: Deps, input: GradeToSettle): Promise<{ revision: number }> {
  const activity = await activityOf(store, input);
  await refuseUnlawful(store, activity, input);
  const component = gradedComponent(activity);
  const gradeKey = gradeKeyOf(input.student, component, input.attempt);
  const last = (await revisionsOf(store, input.school, gradeKey)).at(-1);
  if (last && saysTheSame(last, input)) return { revision: last.revision };
  if ((last?.revision ?? 0) !== input.seenRevision)
    throw new Problem('grade/changed-meanwhile', { activity: activity.id });
  if (last && input.reason.trim() === '') throw new Problem('grade/reason-needed', { activity: activity.id });
  const grade = nextRevision(input, { activity, component, gradeKey, revision: input.seenRevision + 1, at: now() });
  const id = `${gradeKey}.${grade.revision}`;
  await store.commit([
    put(settledGrades, { school: input.school, id }, grade, 0),
    ...(await closingWork(store, input)),
    ...(await gradeLeaves(store, activity, grade)),
    audit(input.school, {
      at: grade.settledAt,
      actor: input.by,
      action: last ? 'grade/changed' : 'grade/settled',
      object: `settledGrades/${id}`,
      ...(last && { before: contentHash(last.value) }),
      after: contentHash(grade.value),
    }),
  ]);
  return { revision: grade.revision };
}

/** What the revisions of one grade share. */
export function gradeKeyOf(student: string, component: string, attempt: number): string {
  return naturalId('grade', student, component, String(attempt));
}

async function activityOf(store: Store, { school, activity }: GradeToSettle): Promise<Stored<Activity, 'school'>> {
  const found = await store.get(activities, { school, id: activity });
  if (!found) throw new Problem('request/not-found', { activity });
  return found;
}

async function refuseUnlawful(store: Store, activity: Stored<Activity, 'school'>, input: GradeToSettle): Promise<void> {
  const { counting } = activity;
  await insistOnConditions(store, activity, input);
  if (!fitsScale(input.value, scaleOf(counting))) throw new Problem('grade/wrong-scale', { activity: activity.id });
  if (counting.kind === 'formative') return;
  const found = await findComponent(store, input.school, counting.line, counting.code);
  if (!found) throw new Problem('pta/component-unknown', { line: counting.line, code: counting.code });
  if (input.value.kind === 'tenths') await insistOnRounding(store, input.school);
  if (input.attempt > 1 && !found.component.resit) throw new Problem('grade/no-resit', { code: counting.code });
}

function saysTheSame(last: SettledGrade, input: GradeToSettle): boolean {
  const sameWords = last.remark === input.remark && last.evidenceTenths === input.evidenceTenths;
  return sameGrade(last.value, input.value) && sameWords;
}

function nextRevision(
  input: GradeToSettle,
  about: { activity: Stored<Activity, 'school'>; component: string; gradeKey: string; revision: number; at: Date },
): SettledGrade {
  return {
    gradeKey: about.gradeKey,
    revision: about.revision,
    student: input.student,
    component: about.component,
    attempt: input.attempt,
    activity: about.activity.id,
    course: about.activity.course,
    value: input.value,
    ...(input.evidenceTenths !== undefined && { evidenceTenths: input.evidenceTenths }),
    remark: input.remark,
    reason: input.reason.trim(),
    settledBy: input.by,
    settledAt: about.at.toISOString(),
  };
}

/** Once it is settled the student can't take the work back; who has to catch up still hands in. */
async function closingWork(store: Store, input: GradeToSettle): Promise<Write[]> {
  if (input.value.kind === 'catchUp') return [];
  const work = await store.get(works, {
    school: input.school,
    id: workId(input.activity, input.student, input.attempt),
  });
  return work && work.state !== 'assessed' ? [change(works, work, { state: 'assessed' })] : [];
}
