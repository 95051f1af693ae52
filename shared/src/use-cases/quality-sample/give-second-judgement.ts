import { scaleOf } from '../../domain/grade/grade-key.js';
import { fitsScale, type GradeValue } from '../../domain/grade/grade-value.js';
import { suggestGrade } from '../../domain/grade/suggested-grade.js';
import type { SampleCase } from '../../domain/quality-sample/quality-sample.js';
import type { Clock } from '../../ports/clock.js';
import { Problem } from '../../problem.js';
import { contentHash } from '../../store/audit.js';
import { companyJudgements, sampleCases } from '../../store/collections.js';
import { audit, change, type Store } from '../../store/port.js';
import { getActivity } from '../company/company-records.js';
import { revisionsOf } from '../grade/find-grades.js';
import { findComponent } from '../pta/find-adopted-pta.js';
import { getCase, type SampleAddress, type StoredCase } from './get-case.js';
import { judgeRights } from './judge-rights.js';

interface Deps {
  store: Store;
  now: Clock;
}

export interface SecondJudgement extends SampleAddress {
  value: GradeValue;
  remark: string;
  by: string;
}

/**
 * Keeps the second judgement, once, and what it is laid beside: the settled grade as it stands now, and the company's judgement by the PTA's table.
 * Refuses who settled the grade or knows it (`sample/not-blind`), and while the student didn't do it at school.
 */
export async function giveSecondJudgement({ store, now }: Deps, input: SecondJudgement): Promise<void> {
  const { school, id, value, by } = input;
  const found = await getCase(store, input);
  const decision = await judgeRights(store, found, by);
  if (decision.kind === 'refused')
    throw new Problem(decision.because === 'already-judged' ? 'sample/already-judged' : 'sample/not-blind', {
      case: id,
    });
  if (!found.schoolWork) throw new Problem('sample/no-school-work', { case: id });
  const { counting } = await getActivity(store, school, found.activity);
  const isJudgement = value.kind !== 'catchUp' && value.kind !== 'exemption';
  if (!isJudgement || !fitsScale(value, scaleOf(counting))) throw new Problem('grade/wrong-scale', { case: id });
  const at = now().toISOString();
  const second = { value, remark: input.remark.trim(), by, at };
  const first = await firstOf(store, found);
  await store.commit([
    change(sampleCases, found, { second, first, state: 'judged' }),
    audit(school, {
      ...{ at, actor: by, action: 'sample/judged', object: `sampleCases/${id}` },
      before: contentHash(first),
      after: contentHash(second),
    }),
  ]);
}

async function firstOf(store: Store, found: StoredCase): Promise<NonNullable<SampleCase['first']>> {
  const settled = (await revisionsOf(store, found.school, found.gradeKey)).at(-1);
  if (!settled) throw new Problem('grade/nothing-to-settle', { case: found.id });
  const companyHundredths = await companyGrade(store, found);
  return {
    value: settled.value,
    revision: settled.revision,
    ...(companyHundredths !== undefined && { companyHundredths }),
  };
}

/** The company's levels as a grade in hundredths; undefined without a judgement, or without a table in the PTA. */
async function companyGrade(store: Store, found: StoredCase): Promise<number | undefined> {
  const { school, activity, student, attempt } = found;
  const { counting } = await getActivity(store, school, activity);
  const component =
    counting.kind === 'pta' ? await findComponent(store, school, counting.line, counting.code) : undefined;
  const levelGrades = component?.component.levelGrades;
  const { items } = await store.find(companyJudgements, { where: { school, activity, student, state: 'done' } });
  const levels = items.find((each) => each.attempt === attempt)?.levels.flatMap((level) => level ?? []);
  if (!levelGrades || !levels) return undefined;
  const suggestion = suggestGrade({ companyWeight: 100, levelGrades }, levels, undefined);
  return suggestion.kind === 'grade' ? suggestion.company?.hundredths : undefined;
}
