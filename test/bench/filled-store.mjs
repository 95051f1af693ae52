/** A store with schools, courses of thirty, students and their grades on the way: what the load is measured on. */
import { naturalId } from '../../shared/dist/ids.js';
import { deliveryId, dueRowId } from '../../shared/dist/outbox/delivery-id.js';
import {
  activities,
  courses,
  deliveries,
  enrolments,
  people,
  platforms,
  schools,
} from '../../shared/dist/store/collections.js';
import { dueRows } from '../../shared/dist/store/collections.js';
import { audit, put } from '../../shared/dist/store/port.js';

const at = '2026-06-01T08:00:00.000Z';
const classSize = 30;

/** Fills it; `waiting`: the grades are due. Answers the schools with their courses. */
export async function fillStore(store, { schoolCount, studentsEach, waiting, entriesEach = 0 }) {
  const filled = [];
  for (let n = 0; n < schoolCount; n += 1) {
    const school = `school${n}`;
    const platform = `platform${n}`;
    await store.commit([
      put(schools, { id: school }, { name: `School ${n}`, locale: 'nl', linkDays: 21, createdAt: at }, 0),
      put(platforms, { id: platform }, aPlatform(school, n), 0),
    ]);
    const own = [];
    for (let c = 0; c < studentsEach / classSize; c += 1)
      own.push(await fillCourse(store, { school, platform, c, waiting }));
    for (let entry = 0; entry < entriesEach; entry += 500)
      await store.commit(
        Array.from({ length: Math.min(500, entriesEach - entry) }, (_, i) =>
          audit(school, { at, actor: 'p', action: 'filled', object: `x/${entry + i}` }),
        ),
      );
    filled.push({ school, courses: own });
  }
  return filled;
}

async function fillCourse(store, { school, platform, c, waiting }) {
  const course = naturalId('course', platform, String(c));
  const activity = `${course}.a`;
  const writes = [
    put(
      courses,
      { school, id: course },
      { platform, deployment: '1', context: String(c), title: `Klas ${c}`, label: `k${c}`, scopes: [] },
      0,
    ),
    put(activities, { school, id: activity }, anActivity(course), 0),
  ];
  const students = [];
  for (let n = 0; n < classSize; n += 1) {
    const person = `${course}.${n}`;
    students.push(person);
    writes.push(
      put(
        people,
        { school, id: person },
        {
          givenName: `Sam${n}`,
          familyName: `Bakker${n}`,
          fullName: `Sam${n} Bakker${n}`,
          studentNumber: `${c}${n}`,
          createdAt: at,
        },
        0,
      ),
      put(
        enrolments,
        { school, id: naturalId('enrolment', course, person) },
        { course, person, subject: `sub-${person}`, role: 'student', state: 'active', seenAt: at },
        0,
      ),
      ...aDelivery({ school, activity, course, person, waiting }),
    );
  }
  await store.commit(writes);
  return { course, activity, students };
}

function aDelivery({ school, activity, course, person, waiting }) {
  const id = deliveryId('gradebook', `${activity} ${person}`);
  const payload = {
    target: 'gradebook',
    activity,
    course,
    student: person,
    tenths: 70,
    remark: '',
    settledBy: 'teacher',
  };
  const state = waiting ? { state: 'ready', confirmedRevision: 0 } : { state: 'confirmed', confirmedRevision: 1 };
  const delivery = {
    target: 'gradebook',
    key: `${activity} ${person}`,
    activity,
    student: person,
    revision: 1,
    revisionAt: at,
    payload,
    attempts: 0,
    unsure: false,
    stateAt: at,
    ...state,
  };
  const due = put(dueRows, { id: dueRowId({ school, id }) }, { school, target: 'gradebook', dueAt: at }, 0);
  return [put(deliveries, { school, id }, delivery, 0), ...(waiting ? [due] : [])];
}

function aPlatform(school, n) {
  const base = `https://lms${n}.example`;
  return {
    school,
    issuer: base,
    clientId: 'c',
    deployments: ['1'],
    authUrl: `${base}/auth`,
    tokenUrl: `${base}/token`,
    jwksUrl: `${base}/jwks`,
    product: 'moodle',
    state: 'active',
    createdAt: at,
  };
}

function anActivity(course) {
  const behaviour = { practise: 'nog niet', sufficient: 'meestal', good: 'ja' };
  const rubric = ['Veilig', 'Haaks', 'Vlak'].map((title) => ({ title, behaviour }));
  const task = {
    title: 'Lasframe maken',
    task: 'Je maakt een frame.',
    safety: '',
    subtasks: [],
    evidence: [{ kind: 'photo', count: 3 }],
    rubric,
    hours: 16,
  };
  return {
    ...task,
    course,
    assignment: 'none',
    lineItem: 'https://lms.example/1',
    counting: { kind: 'formative' },
    madeBy: 'bench',
    madeAt: at,
  };
}
