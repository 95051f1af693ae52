import { findItem, must, nextId, type AppliedScore, type Grade, type GradeItem, type Site } from './site.js';

/** A score that passed the checks at the door. */
export interface IncomingScore {
  readonly userId: string;
  /** Undefined erases: anything but FullyGraded, or no score at all. */
  readonly given?: { score: number; maximum: number };
  readonly comment?: string;
  readonly at: number;
}

export type ScoreOutcome = 'stored' | 'earlier' | 'locked' | 'overridden';

/** What Moodle does with a score: the order of these questions is the order of the recorded answers. */
export function applyScore(item: GradeItem, grade: Grade, incoming: IncomingScore): ScoreOutcome {
  if (grade.at !== undefined && grade.at >= incoming.at) return 'earlier';
  if (item.locked) return 'locked';
  if (grade.override !== undefined) return 'overridden';
  const applied = appliedScore(item, incoming);
  grade.history.push(applied);
  Object.assign(grade, { comment: undefined, ...applied });
  return 'stored';
}

const appliedScore = (item: GradeItem, { given, comment, at }: IncomingScore): AppliedScore => ({
  score: given ? toItemScale(item.maximum, given) : null,
  ...(comment === undefined ? {} : { comment }),
  at,
});

/** Capped to the column, kept to five decimals. A maximum of zero is not rescaled. */
function toItemScale(maximum: number, given: { score: number; maximum: number }): number {
  const scaled = given.maximum === 0 ? given.score : (given.score * maximum) / given.maximum;
  return fiveDecimals(Math.min(Math.max(scaled, 0), maximum));
}

const fiveDecimals = (score: number) => Math.round(score * 1e5) / 1e5;

/** What everybody sees in the gradebook. */
export const visibleScore = (grade: Grade | undefined): number | null => grade?.override ?? grade?.score ?? null;

export const findGrade = (site: Site, itemId: string, userId: string) =>
  site.state.grades.find((grade) => grade.itemId === itemId && grade.userId === userId);

export function gradeFor(site: Site, itemId: string, userId: string): Grade {
  const found = findGrade(site, itemId, userId);
  if (found) return found;
  const grade: Grade = { itemId, userId, score: null, history: [] };
  site.state.grades.push(grade);
  return grade;
}

/** The teacher types a grade, or empties the cell to let the tool's grade show again. */
export function overrideGrade(
  site: Site,
  { itemId, userId, score }: { itemId: string; userId: string; score: number | null },
) {
  const item = must(findItem(site, itemId), `grade item ${itemId}`);
  const grade = gradeFor(site, itemId, userId);
  if (score === null) delete grade.override;
  else grade.override = Math.min(Math.max(score, 0), item.maximum);
  site.save();
}

/** A new column. The first one of a course brings the course total along, as in Moodle. */
export function addItem(site: Site, item: Omit<GradeItem, 'id' | 'locked'>): GradeItem {
  const hasTotal = site.state.items.some(({ kind, courseId }) => kind === 'course-total' && courseId === item.courseId);
  if (!hasTotal) site.state.items.push(courseTotal(nextId(site, 'item'), item.courseId));
  const added = { ...item, id: nextId(site, 'item'), locked: false };
  site.state.items.push(added);
  return added;
}

const courseTotal = (id: string, courseId: string): GradeItem => {
  const linkId = '1'; // Moodle mistakes the id of the grade category for a link id here.
  return { id, courseId, kind: 'course-total', linkId, label: '', maximum: 0, resourceId: '', tag: '', locked: false };
};

export function columnsOf(site: Site, courseId: string): GradeItem[] {
  return site.state.items.filter((item) => item.courseId === courseId && item.kind !== 'course-total');
}

/** Columns made by tools count only after Moodle's next recalculation, which here never comes. */
export function totalMaximum(site: Site, courseId: string): number {
  const counted = columnsOf(site, courseId).filter(({ kind }) => kind === 'activity');
  return counted.reduce((sum, { maximum }) => sum + maximum, 0);
}

/** Another maximum keeps the percentages. */
export function changeMaximum(site: Site, item: GradeItem, maximum: number): void {
  const factor = item.maximum === 0 ? 1 : maximum / item.maximum;
  for (const grade of site.state.grades.filter(({ itemId }) => itemId === item.id)) {
    if (grade.score !== null) grade.score = fiveDecimals(grade.score * factor);
    if (grade.override !== undefined) grade.override = fiveDecimals(grade.override * factor);
  }
  item.maximum = maximum;
}

export function deleteItem(site: Site, itemId: string): void {
  site.state.items = site.state.items.filter(({ id }) => id !== itemId);
  site.state.grades = site.state.grades.filter((grade) => grade.itemId !== itemId);
  site.save();
}
