import { displayName } from '../../domain/people/person.js';
import type { Clock } from '../../ports/clock.js';
import { Problem } from '../../problem.js';
import { contentHash } from '../../store/audit.js';
import { enrolments, people, schools } from '../../store/collections.js';
import { decideAgain } from '../../store/decide-again.js';
import { audit, type Store } from '../../store/port.js';
import type { ExamFile } from './exam-file.js';
import { fileComponent } from './file-component.js';
import type { ExamFileAsked } from './exam-file-asked.js';
import { filedAttempts } from './filed-attempts.js';

interface Deps {
  store: Store;
  now: Clock;
}

/** Makes the exam file of a student, and records who saw it. Problem `request/not-found` for who isn't a student there. */
export async function makeExamFile({ store, now }: Deps, asked: ExamFileAsked): Promise<ExamFile> {
  const { school, student, by } = asked;
  await insistOnStudent(store, asked);
  const person = await store.get(people, { school, id: student });
  const name = person && displayName(person);
  const at = now().toISOString();
  const places = await filedAttempts(store, asked);
  const components = await Promise.all([...places].map(([key, found]) => fileComponent(store, asked, key, found)));
  const file: ExamFile = {
    ...{ format: 'buitenboord-exam-file', formatVersion: 1, madeAt: at },
    school: (await store.get(schools, { id: school }))?.name ?? '',
    student: {
      ...(name !== undefined && { name }),
      ...(person?.studentNumber !== undefined && { studentNumber: person.studentNumber }),
    },
    components: components
      .flatMap((component) => component ?? [])
      .sort(
        (one, other) =>
          one.subject.title.localeCompare(other.subject.title, 'nl') || one.code.localeCompare(other.code, 'nl'),
      ),
  };
  const fact = { at, actor: by, action: 'exam-file/viewed', object: `examFiles/${student}` };
  await decideAgain(() => store.commit([audit(school, { ...fact, after: contentHash(file.components) })]));
  return file;
}

async function insistOnStudent(store: Store, { school, student, course }: ExamFileAsked): Promise<void> {
  const where = { school, person: student, role: 'student' as const, ...(course !== undefined && { course }) };
  const { items } = await store.find(enrolments, { where, limit: 1 });
  if (items.length === 0) throw new Problem('request/not-found', { student });
}
