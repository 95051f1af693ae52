import type { Delivery, DeliveryPayload } from '@buitenboord/shared/domain/delivery/delivery.js';
import type { Mailer } from '@buitenboord/shared/ports/mailer.js';
import { newId } from '@buitenboord/shared/ids.js';
import { deliverDue, type OutboxDeps, type Round } from '@buitenboord/shared/outbox/deliver-due.js';
import { deliveryId } from '@buitenboord/shared/outbox/delivery-id.js';
import { intendDelivery } from '@buitenboord/shared/outbox/intend.js';
import { auditEntries, deliveries, dueRows } from '@buitenboord/shared/store/collections.js';
import type { Store, Stored } from '@buitenboord/shared/store/port.js';
import { fixedClock, type FixedClock } from './fixed-clock.js';
import { moodleRulesGradebook, type MoodleRulesGradebook } from './moodle-rules-gradebook.js';
import { aSchool, type StandingSchool } from './school.js';
import { openTestStore } from './test-store.js';

/** One school with a gradebook column, a gradebook with Moodle's rules, and a clock that stands still. */
export interface OutboxStage {
  store: Store;
  clock: FixedClock;
  gradebook: MoodleRulesGradebook;
  deps: OutboxDeps;
  at: StandingSchool;
  student: string;
  /** The student's id in the LMS. */
  subject: string;
  settle(tenths: number | null, more?: { remark?: string; overwriteFound?: true; student?: string }): Promise<void>;
  /** One round; the clock doesn't move. */
  round(deps?: Partial<OutboxDeps>): Promise<Round>;
  /** Rounds, each as late as the longest backoff, until nothing is due any more. */
  rounds(most?: number): Promise<void>;
  grade(student?: string): Promise<Stored<Delivery, 'school'>>;
  open(): Promise<number>;
  facts(): Promise<string[]>;
}

/** A mailer that nobody should need. */
const noMailer: Mailer = {
  send: () => Promise.reject(new Error('No mail was expected here.')),
};

export async function anOutbox(wanted: { students?: number; store?: Store } = {}): Promise<OutboxStage> {
  const store = wanted.store ?? (await openTestStore());
  const clock = fixedClock('2026-06-10T10:00:00.250Z');
  const at = await aSchool(store, {
    students: wanted.students ?? 1,
    activity: { lineItem: 'https://lms.example/mod/lti/services.php/2/lineitems/3/lineitem?type_id=1' },
  });
  const student = at.students[0]!;
  const gradebook = moodleRulesGradebook(clock);
  const deps: OutboxDeps = { store, gradebook, mailer: noMailer, now: clock, random: () => 1, newId };
  const round = (changed: Partial<OutboxDeps> = {}) => deliverDue({ ...deps, ...changed }, { worker: 'test' });
  const open = async () => (await store.find(dueRows, { where: {}, limit: 500 })).items.length;
  return {
    store,
    clock,
    gradebook,
    deps,
    at,
    student,
    subject: `sub-${student}`,
    round,
    open,
    settle: (tenths, more = {}) => settle(store, at, more.student ?? student, clock(), { tenths, remark: '', ...more }),
    async rounds(most = 40) {
      for (let n = 0; n < most && (await open()) > 0; n += 1) {
        await round();
        clock.advance(16 * 60_000);
      }
    },
    async grade(of = student) {
      const delivery = await store.get(deliveries, { school: at.school, id: deliveryId('gradebook', gradeKey(of)) });
      if (!delivery) throw new Error('No grade was settled.');
      return delivery;
    },
    async facts() {
      const page = await store.find(auditEntries, { where: { school: at.school }, limit: 500 });
      return page.items.map((entry) => entry.action).filter((action) => action.startsWith('delivery/'));
    },
  };
}

function gradeKey(student: string): string {
  return `grade:${student}`;
}

async function settle(
  store: Store,
  at: StandingSchool,
  student: string,
  now: Date,
  more: { tenths: number | null; remark: string; overwriteFound?: true },
): Promise<void> {
  const { school, activity, course, teacher } = at;
  const { tenths, remark, overwriteFound } = more;
  const payload: DeliveryPayload = {
    target: 'gradebook',
    activity,
    course,
    student,
    tenths,
    remark,
    settledBy: teacher,
    ...(overwriteFound && { overwriteFound }),
  };
  const intention = {
    school,
    target: 'gradebook' as const,
    key: gradeKey(student),
    payload,
    activity,
    student,
    at: now,
  };
  await store.commit(await intendDelivery(store, intention));
}
