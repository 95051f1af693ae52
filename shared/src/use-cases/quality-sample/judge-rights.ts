import { mayJudge, type JudgeDecision } from '../../domain/quality-sample/may-judge.js';
import { auditEntries } from '../../store/collections.js';
import type { Store } from '../../store/port.js';
import { revisionsOf } from '../grade/find-grades.js';
import { getSample, type StoredCase } from './get-case.js';

/** Whether this person may give the second judgement of a case, by what the house knows of her. */
export async function judgeRights(store: Store, found: StoredCase, person: string): Promise<JudgeDecision> {
  const { school, gradeKey, student } = found;
  const sample = await getSample(store, { school, id: found.sample });
  const settledBy = (await revisionsOf(store, school, gradeKey)).map((grade) => grade.settledBy);
  const sawFirst =
    (await did(store, { school, actor: person, object: `qualitySamples/${found.sample}` }, 'sample/exported')) ||
    (await did(store, { school, actor: person, object: `examFiles/${student}` }, 'exam-file/viewed'));
  return mayJudge(sample, found, { person, settledBy, sawFirst });
}

type Of = { school: string; actor: string; object: string };

async function did(store: Store, where: Of, action: string): Promise<boolean> {
  for await (const entry of store.each(auditEntries, { where })) if (entry.action === action) return true;
  return false;
}
