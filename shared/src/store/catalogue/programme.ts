import type { CatalogueOf } from './entry.js';

/** The national programme, what a school makes of it, and how far students are. */
export const aboutProgramme = {
  programmeEditions: {
    importedAt: ['technical', 'when'],
    units: ['technical', 'how much was imported'],
    subtasks: ['technical', 'how much was imported'],
    targets: ['technical', 'how much was imported'],
  },
  programmeUnits: {
    edition: ['technical', 'which publication of SLO'],
    sloId: ['technical', 'SLO’s id'],
    sloPrefix: ['school', 'SLO’s number'],
    kind: ['school', 'elective, module or part of the core'],
    profile: ['school', 'of which profile'],
    title: ['school', 'the official name'],
    officialCode: ['school', 'the official subject code'],
    tasks: ['school', 'the official tasks'],
  },
  programmeSubtasks: {
    edition: ['technical', 'which publication of SLO'],
    sloId: ['technical', 'SLO’s id'],
    sloPrefix: ['school', 'SLO’s number'],
    unit: ['technical', 'what it is a part of'],
    position: ['technical', 'its place'],
    title: ['school', 'the official sentence'],
    leerwegen: ['school', 'for whom'],
  },
  programmeTargets: {
    edition: ['technical', 'which publication of SLO'],
    sloId: ['technical', 'SLO’s id'],
    sloPrefix: ['school', 'SLO’s number'],
    parent: ['technical', 'what it is a part of'],
    position: ['technical', 'its place'],
    text: ['school', 'the official text'],
    leerwegen: ['school', 'for whom'],
  },
  plainTexts: {
    target: ['technical', 'the official text it explains'],
    audience: ['school', 'for students or for companies'],
    school: ['technical', 'whose words these are'],
    text: ['school', 'the explanation'],
    author: ['reference', 'who wrote it'],
    writtenAt: ['technical', 'when'],
    reviewedBy: ['reference', 'who reviewed it'],
    reviewedAt: ['technical', 'when; reviewed texts are shared between schools'],
  },
  cohortEditions: {
    cohort: ['school', 'which year'],
    edition: ['school', 'the publication of SLO that the year works with'],
    fixedBy: ['reference', 'who made the first choice in it'],
    fixedAt: ['technical', 'when'],
  },
  electiveOfferings: {
    elective: ['school', 'which elective'],
    offered: ['school', 'whether the school offers it'],
    suitsPractice: ['school', 'whether it suits a company'],
    changedBy: ['reference', 'who said so'],
    changedAt: ['technical', 'when'],
  },
  programmeSettings: {
    hoursFrom: ['school', 'usual hours of an elective'],
    hoursTo: ['school', 'usual hours of an elective'],
    changedBy: ['reference', 'who said so'],
    changedAt: ['technical', 'when'],
  },
  studentElectives: {
    student: ['reference', 'who follows it'],
    elective: ['school', 'which elective'],
    state: ['work', 'chosen, dropped or complete'],
    level: ['work', 'at which level'],
    plannedDays: ['work', 'how many days are planned'],
    plannedHours: ['work', 'how many hours are planned'],
    decidedBy: ['reference', 'who decided'],
    decidedAt: ['technical', 'when'],
  },
  subtaskCoverages: {
    student: ['reference', 'whose it is'],
    elective: ['school', 'of which elective'],
    subtask: ['school', 'which part'],
    plan: ['work', 'where it is to be done, or why it can’t be done here'],
    done: ['work', 'where and when it was done, and what shows it'],
    declined: ['work', 'works that don’t show it, as a teacher said'],
  },
} as const satisfies CatalogueOf<
  | 'programmeEditions'
  | 'programmeUnits'
  | 'programmeSubtasks'
  | 'programmeTargets'
  | 'plainTexts'
  | 'cohortEditions'
  | 'electiveOfferings'
  | 'programmeSettings'
  | 'studentElectives'
  | 'subtaskCoverages'
>;
