import type { GradebookPayload } from '@buitenboord/shared/domain/delivery/delivery.js';
import { deliveryId } from '@buitenboord/shared/outbox/delivery-id.js';
import { intendDelivery } from '@buitenboord/shared/outbox/intend.js';
import { isProblem } from '@buitenboord/shared/problem.js';
import { acceptFound, sendAgain } from '@buitenboord/shared/outbox/retry.js';
import { platforms } from '@buitenboord/shared/store/collections.js';
import { decideAgain } from '@buitenboord/shared/store/decide-again.js';
import { change, type Store } from '@buitenboord/shared/store/port.js';
import { aSchool, anActivity } from '../support/school.js';
import type { Chance } from './chance.js';
import type { Column, Rules } from './column.js';
import type { CampaignPlatform } from './platform.js';

/** A grade that is settled again and again, and what the campaign knows of it. */
export interface Grade {
  school: string;
  delivery: string;
  column: Column;
  /** The student's id at the platform. */
  subject: string;
  /** The number of the newest settled revision, which its remark carries. */
  newest: number;
  tenths: number;
  /** How often a person sent a revision again, over what a teacher had put there: it may be there once more. */
  sentAgain: Map<number, number>;
  settle(at: Date): Promise<void>;
}

export interface World {
  schools: readonly { school: string; column: Column }[];
  grades: readonly Grade[];
  /** Settles a grade anew, acknowledged when it answers. */
  settleOne(at: Date): Promise<void>;
  /** A teacher types a grade of her own, that the tool never sends. */
  teacherPuts(at: Date): void;
  /** A teacher takes a grade of her own away again. */
  teacherLetsGo(): void;
  /** A person decides about a grade that was changed in the LMS. */
  decideOne(now: () => Date): Promise<void>;
}

const kinds: readonly Rules[] = ['moodle', 'moodle', 'canvas'];
const studentsEach = 25;

/** Three schools on one bad platform, two by Moodle's rules and one by Canvas's, and a column that will be deleted. */
export async function standUp(store: Store, platform: CampaignPlatform, chance: Chance): Promise<World> {
  const schools: { school: string; column: Column }[] = [];
  const grades: Grade[] = [];
  for (const [n, rules] of kinds.entries()) {
    const name = `school-${n + 1}`;
    const issuer = `https://lms-${n + 1}.example`;
    const at = await aSchool(store, {
      students: studentsEach,
      issuer,
      activity: { lineItem: platform.lineItem(name) },
    });
    const known = (await store.get(platforms, { id: at.platform }))!;
    const fields = { tokenUrl: `${platform.origin}/token`, product: rules };
    await store.commit([change(platforms, known, fields)]);
    const column = platform.addColumn(name, rules);
    schools.push({ school: at.school, column });
    const place = { store, school: at.school, course: at.course, teacher: at.teacher };
    grades.push(...at.students.map((student) => aGrade({ ...place, column, activity: at.activity, student }, chance)));
    if (n > 0) continue;
    const doomed = platform.addColumn('doomed', rules);
    const activity = await anActivity(store, at, { lineItem: platform.lineItem('doomed') });
    schools.push({ school: at.school, column: doomed });
    for (const student of at.students.slice(0, 5))
      grades.push(aGrade({ ...place, column: doomed, activity, student }, chance));
  }
  return {
    schools,
    grades,
    settleOne: (at) => chance.pick(grades).settle(at),
    teacherPuts(at) {
      const { column, subject } = chance.pick(grades);
      // The tool sends even tenths only: what stands there is never in doubt.
      column.teacherPuts(subject, 11 + 2 * chance.below(44), at);
    },
    teacherLetsGo() {
      const touched = touchedOf(grades);
      if (touched.length === 0) return;
      const { column, subject } = chance.pick(touched);
      column.teacherLetsGo(subject);
    },
    async decideOne(now) {
      const touched = touchedOf(grades);
      if (touched.length === 0) return;
      const grade = chance.pick(touched);
      const { school, delivery } = grade;
      const { newest } = grade;
      const choice = { school, delivery, by: 'teacher' };
      if (chance.below(2) === 0) await untilAvailable(() => acceptFound({ store, now }, choice));
      else {
        const { answer, tries } = await untilAvailable(() => sendAgain({ store, now }, choice));
        // A database that was gone in the middle doesn't say whether it was stored.
        if (answer || tries > 1) grade.sentAgain.set(newest, (grade.sentAgain.get(newest) ?? 0) + 1);
      }
    },
  };
}

/** Asks again as long as the database can't be reached, as a person would. */
async function untilAvailable<T>(ask: () => Promise<T>): Promise<{ answer: T; tries: number }> {
  for (let tries = 1; ; tries += 1) {
    try {
      return { answer: await ask(), tries };
    } catch (error) {
      if (!isProblem(error, 'store/unavailable') || tries === 20) throw error;
    }
  }
}

function touchedOf(grades: readonly Grade[]): Grade[] {
  return grades.filter(({ column, subject, newest }) => newest > 0 && column.isTouched(subject));
}

interface GradePlace {
  store: Store;
  school: string;
  course: string;
  teacher: string;
  activity: string;
  student: string;
  column: Column;
}

function aGrade({ store, column, ...place }: GradePlace, chance: Chance): Grade {
  const { school, activity, course, student, teacher: settledBy } = place;
  const key = `${activity} ${student}`;
  const grade: Grade = {
    school,
    column,
    delivery: deliveryId('gradebook', key),
    subject: `sub-${student}`,
    newest: 0,
    tenths: 0,
    sentAgain: new Map(),
    async settle(at) {
      // Another than before, and than the one before that: a number in the gradebook then says which revision it is.
      const tenths = 10 + 2 * ((grade.tenths / 2 + 1 + chance.below(40)) % 45);
      const number = grade.newest + 1;
      grade.newest = number;
      grade.tenths = tenths;
      const payload: GradebookPayload = {
        ...{ target: 'gradebook', activity, course, student, tenths, remark: `r${number}`, settledBy },
      };
      const intention = { school, target: 'gradebook' as const, key, payload, activity, student, at };
      // Who is told that it didn't work presses again.
      await untilAvailable(() => decideAgain(async () => store.commit(await intendDelivery(store, intention))));
    },
  };
  return grade;
}
