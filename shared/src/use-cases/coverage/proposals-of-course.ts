import type { Activity, Course } from '../../domain/activity/assignment.js';
import { proposeCoverage, type CoverageProposal, type SettledWork } from '../../domain/coverage/propose-coverage.js';
import type { ElectiveCoverage } from '../../domain/coverage/elective-coverage.js';
import type { SubtaskCoverage } from '../../domain/coverage/subtask-coverage.js';
import { workId } from '../../domain/evidence/work-id.js';
import { dutchDay } from '../../domain/pta/school-year.js';
import { activities, placements, settledGrades, works } from '../../store/collections.js';
import type { Store, Stored } from '../../store/port.js';
import { newestOfEach, type StoredGrade } from '../grade/find-grades.js';

interface About {
  elective: string;
  students: readonly { student: string; coverage: ElectiveCoverage }[];
  coverages: ReadonlyMap<string, readonly SubtaskCoverage[]>;
}

/** What settled works of a course could be marked as: for the students who follow the elective, and subtasks of their level only. */
export async function proposalsOfCourse(
  store: Store,
  course: Stored<Course, 'school'>,
  { elective, students, coverages }: About,
): Promise<CoverageProposal[]> {
  const { school, id } = course;
  const settled: SettledWork[] = [];
  for await (const activity of store.each(activities, { where: { school, course: id } })) {
    if (activity.elective === elective && activity.subtasks.length > 0)
      settled.push(...(await settledOf(store, activity)));
  }
  const open = new Map(
    students.map(({ student, coverage }) => [student, new Set(coverage.open.map(({ subtask }) => subtask.sloId))]),
  );
  const proposals = proposeCoverage(settled, [...coverages.values()].flat());
  return proposals.filter(({ student, subtask }) => open.get(student)?.has(subtask));
}

/** The works on an activity that have a grade or judgement and were handed in, the newest grade of each attempt. */
async function settledOf(store: Store, activity: Stored<Activity, 'school'>): Promise<SettledWork[]> {
  const { school, id, subtasks } = activity;
  const grades: StoredGrade[] = [];
  for await (const grade of store.each(settledGrades, { where: { school, activity: id } })) grades.push(grade);
  const companies = new Map<string, string>();
  for await (const { student, companyName } of store.each(placements, { where: { school, activity: id } }))
    companies.set(student, companyName);
  const found = await Promise.all(
    newestOfEach(grades).map(async ({ student, attempt, value, settledAt }) => {
      const work = workId(id, student, attempt);
      if (!(await store.get(works, { school, id: work }))) return undefined;
      const company = companies.get(student);
      const on = dutchDay(new Date(settledAt));
      return { student, work, subtasks, value, on, ...(company !== undefined && { company }) };
    }),
  );
  return found.filter((work) => work !== undefined);
}
