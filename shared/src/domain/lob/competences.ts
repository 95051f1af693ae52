/** The five career competences (Kuijpers), as the core of the vocational programmes names them: SLO, beroepsgericht, kern c-1a to c-1e. */
export const careerCompetences = [
  'qualityReflection',
  'motiveReflection',
  'workExploration',
  'careerControl',
  'networking',
] as const;
export type CareerCompetence = (typeof careerCompetences)[number];
