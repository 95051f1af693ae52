import { differenceOf } from '../../domain/quality-sample/difference.js';
import type { GradeValue } from '../../domain/grade/grade-value.js';
import type { Clock } from '../../ports/clock.js';
import { Problem } from '../../problem.js';
import { contentHash } from '../../store/audit.js';
import { sampleCases } from '../../store/collections.js';
import { audit, change, type Store } from '../../store/port.js';
import { revisionsOf } from '../grade/find-grades.js';
import { settleGrade } from '../grade/settle-grade.js';
import { getCase, type SampleAddress, type StoredCase } from './get-case.js';

interface Deps {
  store: Store;
  now: Clock;
}

export interface CaseDecision extends SampleAddress {
  /** The grade that it becomes; undefined = it stays. */
  adjustTo?: GradeValue;
  /** Needed when the grade changes, and when it stays although the judgements differ. */
  reason: string;
  /** The revision that was shown. */
  seenRevision: number;
  by: string;
}

/**
 * Decides after the comparison: the grade stays, or a new revision is settled with the reason. Adjusting twice settles once. Refuses with `sample/…` or
 * `grade/…`.
 */
export async function decideCase(deps: Deps, input: CaseDecision): Promise<void> {
  const { store, now } = deps;
  const { school, id, adjustTo, by } = input;
  const found = await getCase(store, input);
  insistOnReason(found, input);
  // First the grade, then what was decided: broken off in between, the same decision again settles nothing twice.
  const revision = adjustTo ? await adjust(deps, found, { ...input, adjustTo }) : await standing(store, found, input);
  const at = now().toISOString();
  const decision = {
    ...({ kind: adjustTo ? 'adjusted' : 'agreed', revision, reason: input.reason.trim(), by, at } as const),
  };
  await store.commit([
    change(sampleCases, found, { decision, state: 'decided' }),
    audit(school, {
      ...{ at, actor: by, action: `sample/${decision.kind}`, object: `sampleCases/${id}` },
      after: contentHash(decision),
    }),
  ]);
}

function insistOnReason({ id, state, first, second }: StoredCase, { adjustTo, reason }: CaseDecision): void {
  if (state === 'decided') throw new Problem('sample/already-decided', { case: id });
  if (!first || !second) throw new Problem('sample/not-judged', { case: id });
  const difference = differenceOf(first.value, second.value);
  const agrees = difference.kind === 'same' || (difference.kind === 'tenths' && difference.tenths === 0);
  if ((adjustTo !== undefined || !agrees) && reason.trim() === '')
    throw new Problem('sample/reason-needed', { case: id });
}

async function adjust(
  deps: Deps,
  found: StoredCase,
  { adjustTo, reason, seenRevision, by }: CaseDecision & { adjustTo: GradeValue },
): Promise<number> {
  const { school, activity, student, attempt, gradeKey } = found;
  const last = (await revisionsOf(deps.store, school, gradeKey)).at(-1);
  const { revision } = await settleGrade(deps, {
    ...{ school, activity, student, attempt, reason, seenRevision, by },
    value: adjustTo,
    remark: last?.remark ?? '',
    ...(last?.evidenceTenths !== undefined && { evidenceTenths: last.evidenceTenths }),
  });
  return revision;
}

/** The revision that stays, when it is the one that was shown. */
async function standing(store: Store, found: StoredCase, { seenRevision }: CaseDecision): Promise<number> {
  const last = (await revisionsOf(store, found.school, found.gradeKey)).at(-1);
  if (last?.revision !== seenRevision) throw new Problem('grade/changed-meanwhile', { case: found.id });
  return last.revision;
}
