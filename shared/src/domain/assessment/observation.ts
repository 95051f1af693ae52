import { z } from 'zod';

/** What an observation is about: professional attitude (beroepshouding), or how a student grows. */
export const observationTopics = ['attitude', 'growth'] as const;

/** Something a teacher noticed, in a few words. Formative: without a grade, never in a suggestion, never on a list for the student system. */
export const Observation = z.strictObject({
  activity: z.string(),
  student: z.string(),
  topic: z.enum(observationTopics),
  words: z.string().trim().min(1).max(500),
  by: z.string(),
  at: z.iso.datetime(),
});
export type Observation = z.infer<typeof Observation>;

/** As shown: by the teacher, or by the company in its own answer. */
export interface SeenObservation {
  from: 'teacher' | 'company';
  topic: Observation['topic'];
  words: string;
  at: string;
}

/** What teacher and company noticed, oldest first, so that growth can be read. */
export function overTime(observations: readonly SeenObservation[]): SeenObservation[] {
  return [...observations].sort((one, other) => (one.at < other.at ? -1 : Number(one.at > other.at)));
}
