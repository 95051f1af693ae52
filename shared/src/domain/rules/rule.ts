/** How sure we are of a rule: read in the law or an official source, told by a trusted second source, or an inference of ours. */
export type Confidence = 'high' | 'medium' | 'low';

/**
 * A rule of the field that the house keeps: what it says, where that is written, and how sure we are.
 * Each concept lists its rules in `rules.ts` of its folder; a test that shows one carries `[id]` in its title; docs/rules.md is made of both.
 */
export interface Rule {
  /** `concept.what`, such as `grade.one-decimal`. */
  id: string;
  /** One sentence in English. */
  says: string;
  /** Law, article, official document or section, as precise as we know it. */
  source: string;
  confidence: Confidence;
  /** The day the source was read, `yyyy-mm-dd`. */
  readOn: string;
}
