import type { Rule } from '../rules/rule.js';

const readOn = '2026-11-24';
const law = { confidence: 'high', readOn } as const;
/** The brochure on out-of-school learning by Stichting Platforms VMBO, June 2023: a trusted second source. */
const brochure = { confidence: 'medium', readOn } as const;

/** What holds for kinds of activities, by what it is called in the code. */
export const kindRules = {
  aim: {
    ...brochure,
    id: 'activity.aim',
    says: 'An activity has at least one aim before it is given to a class.',
    source: 'Platforms VMBO, buitenschools leren (2023), S0 and S1 (Landelijk beleid): no placement to fill time',
  },
  kindSwitchedOn: {
    ...brochure,
    id: 'activity.kind-switched-on',
    says: 'A school decides for each school year and leerweg which kinds it does; one that is switched off isn’t given to a class.',
    source:
      'Platforms VMBO, buitenschools leren (2023), S1 (LOB): placements that no longer fitted were abolished in year 4',
  },
  agreement: {
    ...law,
    id: 'activity.agreement-required',
    says: 'There is a written agreement when the student works or the activity counts for an elective or the profile subject, and always for a work-learning track, entree, community service or a part of an exam.',
    source: 'Uitvoeringsbesluit WVO 2020 art. 2.36, 2.41, 2.63, 2.65; Nadere regeling kinderarbeid art. 3:1 lid 1',
  },
  agreementAdvised: {
    ...brochure,
    id: 'activity.agreement-advised',
    says: 'Where no law asks for an agreement, size, guidance, working times, confidentiality and insurance can make it wise; a school may demand one, never drop one.',
    source: 'Platforms VMBO, buitenschools leren (2023), S1 (Stage): seven factors; law over school over habit',
  },
  agreementFirst: {
    ...law,
    id: 'activity.agreement-first',
    says: 'At 14 and 15 the agreement is there before any work, signed by a parent or guardian too.',
    source: 'Nadere regeling kinderarbeid art. 3:1 lid 1',
  },
  reflection: {
    ...brochure,
    id: 'activity.reflection',
    says: 'An activity for one’s career is closed with a reflection.',
    source: 'Platforms VMBO, buitenschools leren (2023), S1 (LOB): experiences become useful when reflected on',
  },
  trackHours: {
    ...law,
    id: 'activity.track-hours',
    says: 'A work-learning track has 640 to 1280 clock hours of practice in years 3 and 4 together.',
    source: 'WVO 2020 art. 2.38 lid 9',
  },
  trackDays: {
    ...law,
    id: 'activity.track-days',
    says: 'A work-learning track has 80 to 160 days of practice in years 3 and 4 together.',
    source: 'WVO 2020 art. 2.38 lid 9',
  },
  entreeBol: {
    ...brochure,
    id: 'activity.entree-bol',
    says: 'In entree bol 20 to 60 per cent of teaching time is practical training.',
    source: 'Platforms VMBO, buitenschools leren (2023), S1; Kamerstuk 33880 nr. 2',
  },
  entreeBbl: {
    ...brochure,
    id: 'activity.entree-bbl',
    says: 'In entree bbl at least 60 per cent of teaching time is practical training.',
    source: 'Platforms VMBO, buitenschools leren (2023), S1',
  },
  recognition: {
    ...law,
    id: 'activity.sbb-recognition',
    says: 'Practice of a work-learning track or entree is at a company that SBB recognises; other kinds need no recognition.',
    source: 'WVO 2020 art. 2.105; Platforms VMBO (2023), S1',
  },
  recognitionChecked: {
    ...brochure,
    id: 'activity.sbb-checked',
    says: 'Whether a company is still recognised is looked up at least every year.',
    source: 'Platforms VMBO, buitenschools leren (2023), S1; WVO 2020 art. 2.105',
  },
} as const satisfies Readonly<Record<string, Rule>>;
