import type { Rule } from '../rules/rule.js';

/** What the house keeps of the national programme. */
export const rules: readonly Rule[] = [
  {
    id: 'programme.code-is-text',
    says: 'An official subject code is four digits as text, the same for every leerweg; what no source says stays unknown.',
    source:
      'Edustandaard, list of subjects (vakken en leergebieden) 2026-2027 v1.0, read through a third party’s conversion',
    confidence: 'medium',
    readOn: '2026-11-23',
  },
  {
    id: 'programme.ten-profiles',
    says: 'There are ten vocational profiles, each with four modules, two of which are in gl too.',
    source: 'WVO 2020, art. 2.26 lid 2; SLO, curriculum-examenprogramma-bg, f712f14',
    confidence: 'high',
    readOn: '2026-11-23',
  },
  {
    id: 'programme.key-is-uuid',
    says: 'A task, subtask or attainment target is known by SLO’s uuid: prefixes were handed out twice.',
    source: 'SLO, curriculum-examenprogramma-bg, f712f14: K/EO/09-11 stand in it twice, P/EO/01-04 were used again',
    confidence: 'high',
    readOn: '2026-11-23',
  },
  {
    id: 'programme.by-leerweg',
    says: 'Subtasks and attainment targets differ by leerweg; a student has those of her own.',
    source: 'SLO, curriculum-examenprogramma-bg, f712f14 (niveau_id), such as K/PIE/05/01 for kb and gl only',
    confidence: 'high',
    readOn: '2026-11-23',
  },
  {
    id: 'programme.bb-may-follow-kb',
    says: 'A bb student may follow an elective at the level of kb instead.',
    source: 'Uitvoeringsbesluit WVO 2020, art. 2.23 lid 2',
    confidence: 'high',
    readOn: '2026-11-23',
  },
  {
    id: 'programme.tl-on-top',
    says: 'A tl student has no vocational programme and may follow electives on top; at which level is the school’s to say.',
    source: 'WVO 2020, art. 2.17 lid 2; Uitvoeringsbesluit WVO 2020, art. 3.4. The level is our inference',
    confidence: 'medium',
    readOn: '2026-11-23',
  },
  {
    id: 'programme.cohort-keeps-edition',
    says: 'A cohort keeps the edition of the programme that it began with, whatever is published later.',
    source: 'Our inference: an exam programme holds for a cohort; no article was found that says it in so many words',
    confidence: 'low',
    readOn: '2026-11-23',
  },
  {
    id: 'programme.plain-beside-official',
    says: 'A plain text never replaces the official one: staff see both, and coverage counts on the official one.',
    source:
      'Stichting Platforms VMBO, brochure on out-of-school learning (June 2023), part 02, on what the inspectorate asks',
    confidence: 'medium',
    readOn: '2026-11-23',
  },
  {
    id: 'programme.plain-text-is-reviewed',
    says: 'A plain text is reviewed by somebody else than its author before other schools use it.',
    source:
      'Stichting Platforms VMBO, brochure on out-of-school learning (June 2023), part 02 (sharing); the second pair of eyes is our inference',
    confidence: 'low',
    readOn: '2026-11-23',
  },
  {
    id: 'programme.sheet-is-one-page',
    says: 'A company gets one page per elective: aims, tasks in plain words, what to look at.',
    source: 'Stichting Platforms VMBO, brochure on out-of-school learning (June 2023), part 02',
    confidence: 'high',
    readOn: '2026-11-23',
  },
];
