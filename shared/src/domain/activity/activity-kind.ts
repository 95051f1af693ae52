import type { WorkContext } from '../safety/work-context.js';

/** What out-of-school learning can be (domain A.1; `communityService` from the law on maatschappelijke stage). */
export const activityKindIds = [
  'companyVisit',
  'tasterPlacement',
  'blockPlacement',
  'weeklyPlacement',
  'electiveInPractice',
  'practiceAssignment',
  'clientAssignment',
  'hotspot',
  'popUpProject',
  'communityService',
  'workLearningTrack',
  'entreeBpv',
  'proofOfCompetence',
  'cspePart',
  'careerAssignment',
  'professionalConversation',
  'educationVisit',
  'sideJobExperience',
  'shadowDay',
  'careerFair',
  'workVisit',
  'companyInClass',
  'teacherPlacement',
  'guestLesson',
] as const;
export type ActivityKindId = (typeof activityKindIds)[number];

/** What an activity is for. At least one, or it is no out-of-school learning. */
export const activityAims = ['orientation', 'learn', 'apply', 'assess', 'career'] as const;
export type ActivityAim = (typeof activityAims)[number];

export type AgreementName = 'placementAgreement' | 'workLearningAgreement' | 'bpvAgreement';

interface Words {
  nl: string;
  en: string;
}

/** A kind of activity, as data: no kind is hard-wired to a size. */
export interface ActivityKind {
  id: ActivityKindId;
  name: Words;
  /** What schools usually do; never a limit. */
  size: Words;
  /** As what the law on work sees it; absent: no work that the school arranges for a student. */
  work?: WorkContext;
  /** By law, advised, or as a rule none. The facts of one activity can ask for more, never for less. */
  agreement: 'law' | 'advised' | 'none';
  agreementName: AgreementName;
  /** Only at a company that SBB recognises. */
  needsRecognition: boolean;
  /** Can't be closed without a reflection, whatever its aims. */
  needsReflection: boolean;
  /** The two kinds with limits in law. */
  limits?: 'track' | 'entree';
  /** Waits until a school switches it on. */
  offByDefault: boolean;
  /** The aims to begin with. */
  aims: readonly ActivityAim[];
}
