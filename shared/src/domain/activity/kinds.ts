import type { ActivityKind, ActivityKindId } from './activity-kind.js';

const usual = {
  agreement: 'none',
  agreementName: 'placementAgreement',
  needsRecognition: false,
  needsReflection: false,
  offByDefault: false,
} as const satisfies Partial<ActivityKind>;
const looking = { ...usual, work: 'visit', aims: ['orientation'] } as const;
const working = { ...usual, work: 'placement', agreement: 'advised', aims: ['learn', 'apply'] } as const;
const career = { ...usual, needsReflection: true, aims: ['career'] } as const;
const recognised = {
  ...working,
  agreement: 'law',
  needsRecognition: true,
  aims: ['learn', 'apply'],
} as const;

/** Every kind there is. */
export const activityKinds: readonly ActivityKind[] = [
  {
    ...looking,
    id: 'companyVisit',
    name: { nl: 'bedrijfsbezoek', en: 'company visit' },
    size: { nl: 'vanaf 1 uur; rondleiding hooguit 15 minuten', en: 'from 1 hour; a tour of 15 minutes at most' },
  },
  {
    ...working,
    agreement: 'none',
    id: 'tasterPlacement',
    name: { nl: 'snuffelstage', en: 'taster placement' },
    size: { nl: 'een dag of een paar dagen', en: 'a day or a few days' },
    aims: ['orientation'],
  },
  {
    ...working,
    id: 'blockPlacement',
    name: { nl: 'blokstage', en: 'block placement' },
    size: { nl: 'een paar weken of langer', en: 'a few weeks or longer' },
  },
  {
    ...working,
    id: 'weeklyPlacement',
    name: { nl: 'lintstage', en: 'weekly placement' },
    size: {
      nl: 'een dag per week, een half of heel schooljaar',
      en: 'a day a week, for half a school year or all of it',
    },
  },
  {
    ...working,
    id: 'electiveInPractice',
    name: { nl: 'keuzevak in de praktijk', en: 'elective in practice' },
    size: { nl: '80 tot 100 uur', en: '80 to 100 hours' },
  },
  {
    ...working,
    id: 'practiceAssignment',
    name: { nl: 'praktijkopdracht bij een bedrijf', en: 'practice assignment at a company' },
    size: { nl: 'één opdracht of een deel van een werkstuk', en: 'one assignment, or a part of a workpiece' },
    aims: ['apply'],
  },
  {
    ...working,
    id: 'clientAssignment',
    name: { nl: 'opdracht voor een opdrachtgever', en: 'assignment for a client' },
    size: { nl: 'een project van weken of maanden', en: 'a project of weeks or months' },
    aims: ['apply'],
  },
  {
    ...working,
    id: 'hotspot',
    name: { nl: 'hotspot', en: 'hotspot' },
    size: { nl: 'groepen van 8 tot 10 bij één bedrijf', en: 'groups of 8 to 10 at one company' },
  },
  {
    ...working,
    id: 'popUpProject',
    name: { nl: 'pop-upwinkel of bedrijf overnemen', en: 'pop-up store or company take-over' },
    size: { nl: '1 of 2 weken', en: '1 or 2 weeks' },
    aims: ['apply'],
  },
  {
    ...working,
    work: 'communityService',
    agreement: 'law',
    id: 'communityService',
    name: { nl: 'maatschappelijke stage', en: 'community service' },
    size: { nl: 'ten minste 30 uur als het voor het examen telt', en: 'at least 30 hours when it counts for the exam' },
    aims: ['orientation'],
  },
  {
    ...recognised,
    id: 'workLearningTrack',
    name: { nl: 'leerwerktraject', en: 'work-learning track' },
    size: {
      nl: '640 uur in 80 dagen tot 1280 uur in 160 dagen, leerjaar 3 en 4 samen',
      en: '640 hours in 80 days to 1280 hours in 160 days, years 3 and 4 together',
    },
    agreementName: 'workLearningAgreement',
    limits: 'track',
  },
  {
    ...recognised,
    id: 'entreeBpv',
    name: { nl: 'beroepspraktijkvorming (entree)', en: 'practical training (entree)' },
    size: {
      nl: 'bol: 20 tot 60 % van de onderwijstijd; bbl: ten minste 60 %',
      en: 'bol: 20 to 60 % of teaching time; bbl: at least 60 %',
    },
    agreementName: 'bpvAgreement',
    limits: 'entree',
  },
  {
    ...working,
    agreement: 'law',
    id: 'proofOfCompetence',
    name: { nl: 'proeve van bekwaamheid', en: 'proof of competence' },
    size: { nl: 'één keer', en: 'one sitting' },
    aims: ['assess'],
  },
  {
    ...working,
    agreement: 'law',
    id: 'cspePart',
    name: { nl: 'onderdeel van het cspe in de praktijk', en: 'part of the cspe in practice' },
    size: { nl: 'een deel van het examen', en: 'a part of the exam' },
    aims: ['assess'],
  },
  {
    ...career,
    work: 'visit',
    id: 'careerAssignment',
    name: { nl: 'LOB-opdracht', en: 'career assignment' },
    size: { nl: 'vrije keuze, één per keuzevak', en: 'free choice, one for each elective' },
  },
  {
    ...career,
    work: 'visit',
    id: 'professionalConversation',
    name: { nl: 'gesprek met een beroepsbeoefenaar', en: 'conversation with a professional' },
    size: { nl: 'kort', en: 'short' },
  },
  {
    ...career,
    work: 'visit',
    id: 'educationVisit',
    name: { nl: 'bezoek aan een vervolgopleiding', en: 'visit to further education' },
    size: { nl: 'kort', en: 'short' },
  },
  {
    ...career,
    id: 'sideJobExperience',
    name: { nl: 'bijbaan als LOB-ervaring', en: 'side job as career experience' },
    size: { nl: 'op eigen initiatief', en: 'on own initiative' },
  },
  {
    ...career,
    work: 'visit',
    id: 'shadowDay',
    name: { nl: 'meeloopdag', en: 'shadow day' },
    size: { nl: 'één dag', en: 'one day' },
  },
  {
    ...career,
    work: 'visit',
    id: 'careerFair',
    name: { nl: 'beroepenfeest', en: 'career fair' },
    size: { nl: '3 of 4 rondes van 30 tot 45 minuten', en: '3 or 4 rounds of 30 to 45 minutes' },
  },
  {
    ...career,
    work: 'visit',
    id: 'workVisit',
    name: { nl: 'werkbezoek na een beroepenfeest', en: 'work visit after a career fair' },
    size: { nl: 'een of meer, enkele weken later', en: 'one or more, some weeks later' },
  },
  {
    ...looking,
    id: 'companyInClass',
    name: { nl: 'bedrijf in de klas', en: 'company in class' },
    size: { nl: 'een les, voor een bezoek', en: 'a lesson, before a visit' },
  },
  {
    ...usual,
    id: 'teacherPlacement',
    name: { nl: 'docentenstage', en: 'teacher placement' },
    size: { nl: 'met één eenvoudige taak', en: 'with one simple task' },
    aims: ['orientation'],
  },
  {
    ...looking,
    offByDefault: true,
    id: 'guestLesson',
    name: { nl: 'gastles', en: 'guest lesson' },
    size: { nl: 'een les', en: 'a lesson' },
  },
];

/** The kind with this id. */
export function getKind(id: ActivityKindId): ActivityKind {
  const kind = activityKinds.find((each) => each.id === id);
  // The list and the ids are one: a test says so.
  if (!kind) throw new Error(`no kind ${id}`);
  return kind;
}
