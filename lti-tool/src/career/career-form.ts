import { z } from 'zod';
import { careerConditions, careerKinds, type CareerAnswer } from '@buitenboord/shared/domain/lob/career-entry.js';
import { careerQuestionIds, mostQuestions } from '@buitenboord/shared/domain/lob/questions.js';
import type { EntryWords, NewEntry } from '@buitenboord/shared/use-cases/lob/keep-entry.js';

const line = z.string().trim().max(200);
const words = z.string().trim().max(2000);
const ticked = z.literal('yes').optional();
const day = z.union([z.literal(''), z.iso.date()]);

/** What a student types to begin an entry. */
const Begun = z.strictObject({
  kind: z.enum(careerKinds),
  title: line.min(1),
  place: line,
  outsideSchool: ticked,
  isAssignment: ticked,
  /** The activity of this visit; which one that is, the form doesn't say. */
  ofActivity: ticked,
  motivation: words,
  aim: words,
});

/** A new entry as it was typed. Throws ZodError for what a browser's own form wouldn't send. */
export function parseNewEntry(body: unknown): Omit<NewEntry, 'activity'> & { isOfActivity: boolean } {
  const { outsideSchool, isAssignment, ofActivity, ...rest } = Begun.parse(body);
  return {
    ...rest,
    outsideSchool: outsideSchool === 'yes',
    isAssignment: isAssignment === 'yes',
    isOfActivity: ofActivity === 'yes',
  };
}

const questionFields = Object.fromEntries(
  Array.from({ length: mostQuestions }, (_none, index) => [`question${index}`, z.enum(careerQuestionIds).optional()]),
);
const answerFields = Object.fromEntries(
  Array.from({ length: mostQuestions }, (_none, index) => [`answer${index}`, z.string().trim().max(1000).optional()]),
);

/** Everything on the page of an entry, whichever button was pressed. */
const Written = z.strictObject({
  title: line.min(1),
  place: line,
  motivation: words,
  aim: words,
  happenedOn: day,
  results: words,
  evaluation: words,
  conclusion: words,
  fitsMe: z.enum(['yes', 'partly', 'no', '']),
  sharedWith: z.enum(['nobody', 'teachers']),
  action: z.enum(['save', 'close']),
  ...questionFields,
  ...answerFields,
});

/** What the student wrote, and which button she pressed. */
export function parseEntry(body: unknown): { words: EntryWords; action: 'save' | 'close' } {
  const {
    action,
    happenedOn,
    fitsMe,
    title,
    place,
    motivation,
    aim,
    results,
    evaluation,
    conclusion,
    sharedWith,
    ...rest
  } = Written.parse(body);
  const kept = { title, place, motivation, aim, results, evaluation, conclusion, sharedWith };
  return {
    action,
    words: {
      ...kept,
      answers: answersOf(rest),
      ...(happenedOn !== '' && { happenedOn }),
      ...(fitsMe !== '' && { fitsMe }),
    },
  };
}

function answersOf(fields: Readonly<Record<string, unknown>>): CareerAnswer[] {
  return Array.from({ length: mostQuestions }, (_none, index) => {
    const question = careerQuestionIds.find((id) => id === fields[`question${index}`]);
    const answer = fields[`answer${index}`];
    return question ? [{ question, answer: typeof answer === 'string' ? answer : '' }] : [];
  }).flat();
}

/** A talk as one of both tells it. */
export const Talk = z.strictObject({
  moment: z.enum(['before', 'after']),
  heldOn: z.iso.date(),
  notes: words,
  nextStep: words,
});

/** Which condition a teacher lets go, and why. */
export const Waived = z.strictObject({ condition: z.enum(careerConditions), reason: words.min(1) });
