import { z } from 'zod';
import { careerQuestionIds, mostQuestions } from './questions.js';

/** What a student can do for her career: the kinds of domain A.1 that are about it, and "something else". */
export const careerKinds = [
  'companyVisit',
  'tasterPlacement',
  'shadowDay',
  'professionalConversation',
  'educationVisit',
  'sideJobExperience',
  'careerFair',
  'workVisit',
  'blockPlacement',
  'weeklyPlacement',
  'electiveInPractice',
  'practiceAssignment',
  'clientAssignment',
  'other',
] as const;
export type CareerKind = (typeof careerKinds)[number];

const line = z.string().max(200);
const words = z.string().max(2000);
const day = z.iso.date();

/** An answer to one question. Empty while the student thinks. */
export const CareerAnswer = z.strictObject({ question: z.enum(careerQuestionIds), answer: z.string().max(1000) });
export type CareerAnswer = z.infer<typeof CareerAnswer>;

/** What holds for a career assignment (seed S1). A teacher may let any of them go, with a reason. */
export const careerConditions = ['outsideSchool', 'otherKind', 'motivatedBefore', 'reflectedAfter'] as const;
export type CareerCondition = (typeof careerConditions)[number];

/** A condition that a teacher let go for this one assignment, and why. */
export const Waiver = z.strictObject({
  condition: z.enum(careerConditions),
  reason: words.min(1),
  by: z.string(),
  at: z.iso.datetime(),
});
export type Waiver = z.infer<typeof Waiver>;

/**
 * One experience in a student's career file, from choosing to concluding. The student's own: she writes it, and shows it to her teachers or not.
 * Aims, results, evaluation and conclusion are the four parts that the core asks of a file (SLO, beroepsgericht, kern c-2).
 */
export const CareerEntry = z.strictObject({
  student: z.string(),
  kind: z.enum(careerKinds),
  title: line.min(1),
  /** Where, in the student's words: a company, a school, a fair. */
  place: line,
  outsideSchool: z.boolean(),
  /** A career assignment (LOB-opdracht) keeps four conditions that another experience doesn't have. */
  isAssignment: z.boolean(),
  /** The activity in a course that it grew out of. */
  activity: z.string().optional(),
  motivation: words,
  aim: words,
  answers: z.array(CareerAnswer).max(mostQuestions),
  happenedOn: day.optional(),
  results: words,
  evaluation: words,
  conclusion: words,
  /** "Not for me" is a result, and never a failure (domain A.12 235). */
  fitsMe: z.enum(['yes', 'partly', 'no']).optional(),
  sharedWith: z.enum(['nobody', 'teachers']),
  waived: z.array(Waiver).max(careerConditions.length),
  approved: z.strictObject({ by: z.string(), at: z.iso.datetime() }).optional(),
  startedAt: z.iso.datetime(),
  savedAt: z.iso.datetime(),
  closedAt: z.iso.datetime().optional(),
  withdrawnAt: z.iso.datetime().optional(),
});
export type CareerEntry = z.infer<typeof CareerEntry>;

export const conversationMoments = ['before', 'after'] as const;
export type ConversationMoment = (typeof conversationMoments)[number];

/** A talk about one experience, before or after it: a record of both, each in their own words. Its id is the entry's and the moment. */
export const CareerConversation = z.strictObject({
  entry: z.string(),
  student: z.string(),
  moment: z.enum(conversationMoments),
  heldOn: day,
  studentNotes: words,
  /** The teacher who recorded it last; absent while only the student wrote. */
  teacher: z.string().optional(),
  teacherNotes: words,
  nextStep: words,
  savedAt: z.iso.datetime(),
});
export type CareerConversation = z.infer<typeof CareerConversation>;
