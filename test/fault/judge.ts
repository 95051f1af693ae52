import { deliveries } from '@buitenboord/shared/store/collections.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import type { Grade } from './world.js';

export interface Verdict {
  /** Grades whose newest revision isn't there, while nothing says why. */
  lost: number;
  /** Times that a platform went back to an earlier revision. */
  stale: number;
  /** Times that a platform took a revision once more. */
  duplicates: number;
  /** Grades that are still on their way when everything works again. */
  stuck: number;
  /** What was found, a line each. */
  findings: string[];
}

const underWay = ['ready', 'sent', 'received', 'unknown'];

/** Compares what was settled with what each platform took, in its order. */
export async function judge(store: Store, grades: readonly Grade[]): Promise<Verdict> {
  const verdict: Verdict = { lost: 0, stale: 0, duplicates: 0, stuck: 0, findings: [] };
  const find = (kind: 'lost' | 'stale' | 'duplicates' | 'stuck', grade: Grade, what: string) => {
    verdict[kind] += 1;
    verdict.findings.push(`${kind}: ${grade.column.rules} ${grade.delivery}: ${what}`);
  };
  for (const grade of grades) {
    const taken = grade.column.history(grade.subject).map((remark) => Number(remark.slice(1)));
    const story = `settled ${grade.newest}, taken ${taken.join(' ')}`;
    taken.forEach((number, at) => {
      if (number < Math.max(0, ...taken.slice(0, at))) find('stale', grade, story);
    });
    for (const number of new Set(taken)) {
      const times = taken.filter((other) => other === number).length;
      if (times > 1 + (grade.sentAgain.get(number) ?? 0)) find('duplicates', grade, `${number}: ${story}`);
    }
    if (grade.newest === 0) continue;
    const delivery = await store.get(deliveries, { school: grade.school, id: grade.delivery });
    const where = `${delivery?.state ?? 'gone'} ${delivery?.reason ?? ''}, revision ${delivery?.revision ?? 0}`;
    if (delivery && underWay.includes(delivery.state)) find('stuck', grade, `${where}: ${story}`);
    else if (!isAccountedFor(grade, delivery, taken.at(-1))) find('lost', grade, `${where}: ${story}`);
  }
  return verdict;
}

/** There, or open for a reason that is true. */
function isAccountedFor(
  { column, subject, newest }: Grade,
  delivery: { state: string; reason?: string | undefined; payload: unknown } | undefined,
  lastTaken: number | undefined,
): boolean {
  switch (delivery?.state) {
    case 'confirmed':
      return lastTaken === newest;
    case 'rejected':
    case 'withdrawn':
      // A teacher's own grade stays, until a person has it otherwise.
      return delivery.reason === 'changed-in-lms' && column.isTouched(subject);
    case 'parked':
      return delivery.reason === 'column-gone' && column.gone;
    default:
      return false;
  }
}
