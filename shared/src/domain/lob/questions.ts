import type { CareerCompetence } from './competences.js';

/** When a question is asked: before an experience, about what came before it, and afterwards. */
export type QuestionSet = 'before' | 'history' | 'after';

/** Our own wording of what career talks ask (domain A.12 227–230, E.1); the words are in text/words/career.ts. */
export const careerQuestions = [
  { id: 'wantToSee', set: 'before', competence: 'workExploration' },
  { id: 'wantToTry', set: 'before', competence: 'qualityReflection' },
  { id: 'mattersToMe', set: 'before', competence: 'motiveReflection' },
  { id: 'possibleThere', set: 'before', competence: 'careerControl' },
  { id: 'seenBefore', set: 'history', competence: 'workExploration' },
  { id: 'fittedBefore', set: 'history', competence: 'motiveReflection' },
  { id: 'wentWell', set: 'after', competence: 'qualityReflection' },
  { id: 'otherThanExpected', set: 'after', competence: 'workExploration' },
  { id: 'everyDay', set: 'after', competence: 'motiveReflection' },
  { id: 'whoHelps', set: 'after', competence: 'networking' },
  { id: 'nextTry', set: 'after', competence: 'careerControl' },
] as const satisfies readonly { id: string; set: QuestionSet; competence: CareerCompetence }[];
export type CareerQuestionId = (typeof careerQuestions)[number]['id'];
export const careerQuestionIds = careerQuestions.map(({ id }) => id) as [CareerQuestionId, ...CareerQuestionId[]];

/** One short answer each; more makes it homework (domain E.1: advice). */
export const mostQuestions = 5;

/** The questions an experience begins with: one of each competence, two of them before it. The student may take others. */
export const usualQuestions: readonly CareerQuestionId[] = [
  'wantToSee',
  'seenBefore',
  'wentWell',
  'everyDay',
  'whoHelps',
];

/** The question with this id. */
export function getCareerQuestion(id: CareerQuestionId): (typeof careerQuestions)[number] {
  const question = careerQuestions.find((each) => each.id === id);
  if (!question) throw new Error(`There is no career question "${id}".`);
  return question;
}
