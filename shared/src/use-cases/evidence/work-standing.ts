import { closesWork, mayDo, type WorkAction, type WorkStanding } from '../../domain/evidence/may-do.js';
import { isExamSecret } from '../../domain/assessment/sitting.js';
import { isOfEnd } from '../../domain/assessment/moment.js';
import type { CompanyJudgement } from '../../domain/company/company.js';
import type { SettledGrade } from '../../domain/grade/settled-grade.js';
import type { Work } from '../../domain/evidence/work.js';
import { Problem } from '../../problem.js';
import { activities, companyJudgements, settledGrades } from '../../store/collections.js';
import type { Store, Stored } from '../../store/port.js';

/** What others said of this attempt: the company's finished judgement and the newest revision of the settled grade. */
export async function verdictOn(
  store: Store,
  work: Stored<Work, 'school'>,
): Promise<{ judgement: CompanyJudgement | undefined; grade: SettledGrade | undefined }> {
  const { school, activity, student, attempt } = work;
  const [judgements, grades] = await Promise.all([
    store.find(companyJudgements, { where: { school, activity, student } }),
    store.find(settledGrades, { where: { school, activity, student }, limit: 500 }),
  ]);
  const judgement = judgements.items.find((each) => each.attempt === attempt && each.state === 'done' && isOfEnd(each));
  const revisions = grades.items.filter((each) => each.attempt === attempt);
  const [grade] = [...revisions].sort((one, other) => other.revision - one.revision);
  return { judgement, grade };
}

/** Exam content is never stored: nothing is written, added or handed in for a part of the cspe. */
async function insistNoExam(store: Store, { school, activity, id }: Stored<Work, 'school'>): Promise<void> {
  const found = await store.get(activities, { school, id: activity });
  if (found && isExamSecret(found)) throw new Problem('evidence/exam-secret', { work: id });
}

/** Insists that the student may do this with her work now; throws Problem `evidence/already-assessed` or `evidence/handed-in`; `evidence/exam-secret` for a part of the cspe. */
export async function insistMay(store: Store, action: WorkAction, work: Stored<Work, 'school'>): Promise<void> {
  if (action !== 'remove-file' && action !== 'take-back') await insistNoExam(store, work);
  const decision = mayDo(action, await standingOfWork(store, work));
  if (decision.kind === 'refused') throw new Problem(`evidence/${decision.because}`, { work: work.id });
}

async function standingOfWork(store: Store, work: Stored<Work, 'school'>): Promise<WorkStanding> {
  const { judgement, grade } = await verdictOn(store, work);
  return {
    state: work.state,
    judged: judgement !== undefined,
    settled: grade !== undefined && closesWork(grade.value),
  };
}
