import { displayName } from '@buitenboord/shared/domain/people/person.js';
import { careerCompetences, type CareerCompetence } from '@buitenboord/shared/domain/lob/competences.js';
import { getCareerQuestion } from '@buitenboord/shared/domain/lob/questions.js';
import type { Clock } from '@buitenboord/shared/ports/clock.js';
import { courses, people, schools } from '@buitenboord/shared/store/collections.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import { donePlacements, type DonePlacement } from '@buitenboord/shared/use-cases/lob/done-placements.js';
import type { FileOwner } from '@buitenboord/shared/use-cases/lob/find-entry.js';
import { viewCareerFile, type CareerEntryView } from '@buitenboord/shared/use-cases/lob/view-career-file.js';

interface Deps {
  store: Store;
  now: Clock;
}

/** What the student ticked. Undefined: what is closed, and everywhere she worked. */
export interface Chosen {
  experiences: readonly string[];
  placements: readonly string[];
}

/** For whom and where from: the leerweg is the course's. */
export interface Asking {
  owner: FileOwner;
  course: string | undefined;
  text: Text;
  chosen: Chosen | undefined;
}

/** A career file as a student hands it over: what she chose of it, where she worked, and no word of a teacher but what both put in a talk. */
export interface CareerExport {
  format: 'buitenboord-career-file/1';
  madeAt: string;
  student: string;
  school: string;
  leerweg: string | undefined;
  placements: readonly Omit<DonePlacement, 'id'>[];
  competences: Readonly<Record<CareerCompetence, number>>;
  experiences: readonly ReturnType<typeof toExperience>[];
}

/** The student's file for the hand-over to mbo. No public interface is known for that (domain E.4): the student brings it. */
export async function careerExport(deps: Deps, { owner, course, text, chosen }: Asking): Promise<CareerExport> {
  const { school: id, student } = owner;
  const [school, person, attended, file, worked] = await Promise.all([
    deps.store.get(schools, { id }),
    deps.store.get(people, { school: id, id: student }),
    course === undefined ? undefined : deps.store.get(courses, { school: id, id: course }),
    viewCareerFile(deps, owner),
    donePlacements(deps, owner),
  ]);
  const experiences = file
    .filter(({ entry }) => (chosen ? chosen.experiences.includes(entry.id) : entry.closedAt !== undefined))
    .reverse()
    .map((view) => toExperience(text, view));
  return {
    format: 'buitenboord-career-file/1',
    madeAt: deps.now().toISOString(),
    student: (person && displayName(person)) ?? '',
    school: school?.name ?? '',
    leerweg: attended?.leerweg,
    placements: worked
      .filter((each) => !chosen || chosen.placements.includes(each.id))
      .map(({ id: _ours, ...placement }) => placement),
    competences: countsOf(experiences.flatMap(({ answers }) => answers)),
    experiences,
  };
}

/** How many answers are about each competence. */
function countsOf(answers: readonly { competence: CareerCompetence }[]): Record<CareerCompetence, number> {
  const counts = careerCompetences.map((name) => [
    name,
    answers.filter(({ competence }) => competence === name).length,
  ]);
  return Object.fromEntries(counts) as Record<CareerCompetence, number>;
}

function toExperience(text: Text, { entry, conversations, step }: CareerEntryView) {
  const { kind, title, place, isAssignment, motivation, aim, happenedOn, results, evaluation, conclusion, fitsMe } =
    entry;
  return {
    kind,
    title,
    place,
    careerAssignment: isAssignment,
    step,
    happenedOn,
    motivation,
    aim,
    answers: entry.answers
      .filter(({ answer }) => answer.trim() !== '')
      .map(({ question, answer }) => ({
        competence: getCareerQuestion(question).competence,
        question: text(`career.asks.${question}`),
        answer,
      })),
    results,
    evaluation,
    conclusion,
    fitsMe,
    talks: conversations.map(({ moment, heldOn, studentNotes, teacherNotes, nextStep }) => ({
      moment,
      heldOn,
      studentNotes,
      teacherNotes,
      nextStep,
    })),
  };
}
