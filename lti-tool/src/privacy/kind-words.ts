import type { Text, WordKey } from '@buitenboord/shared/text/text.js';
import type { StoredKind } from '@buitenboord/shared/use-cases/privacy/stored-about.js';

/** Who sees a kind of record, as the pages show it (docs/privacy.md, "Who sees what"). */
export type Audience = 'teachers' | 'company' | 'school' | 'nobody';

interface Told {
  words: Extract<WordKey, `privacy.kind.${string}`>;
  audience: Audience;
}

const told: Readonly<Record<string, Told>> = {
  people: { words: 'privacy.kind.people', audience: 'company' },
  identities: { words: 'privacy.kind.identities', audience: 'nobody' },
  grants: { words: 'privacy.kind.grants', audience: 'school' },
  enrolments: { words: 'privacy.kind.enrolments', audience: 'teachers' },
  courseNumbers: { words: 'privacy.kind.courseNumbers', audience: 'company' },
  nameMatches: { words: 'privacy.kind.nameMatches', audience: 'teachers' },
  visits: { words: 'privacy.kind.visits', audience: 'nobody' },
  works: { words: 'privacy.kind.works', audience: 'teachers' },
  handIns: { words: 'privacy.kind.handIns', audience: 'company' },
  evidence: { words: 'privacy.kind.evidence', audience: 'company' },
  uploads: { words: 'privacy.kind.uploads', audience: 'nobody' },
  companies: { words: 'privacy.kind.companies', audience: 'teachers' },
  placements: { words: 'privacy.kind.placements', audience: 'teachers' },
  invitations: { words: 'privacy.kind.invitations', audience: 'teachers' },
  companyJudgements: { words: 'privacy.kind.companyJudgements', audience: 'teachers' },
  settledGrades: { words: 'privacy.kind.settledGrades', audience: 'teachers' },
  takeOverBatches: { words: 'privacy.kind.takeOverBatches', audience: 'teachers' },
  deliveries: { words: 'privacy.kind.deliveries', audience: 'teachers' },
  demoMails: { words: 'privacy.kind.demoMails', audience: 'nobody' },
  assignments: { words: 'privacy.kind.made', audience: 'teachers' },
  activities: { words: 'privacy.kind.made', audience: 'teachers' },
  ptas: { words: 'privacy.kind.ptas', audience: 'school' },
  oldKeys: { words: 'privacy.kind.oldKeys', audience: 'school' },
  auditEntries: { words: 'privacy.kind.auditEntries', audience: 'nobody' },
};

/** What a kind of record is, to the person it is about. */
export function kindWords(text: Text, { collection, category }: Omit<StoredKind, 'count'>): string {
  const known = told[collection];
  return known
    ? text(known.words)
    : text(category === 'judgement' || category === 'work' ? `privacy.category.${category}` : 'privacy.category.other');
}

/** A kind we have no better word for is seen by the teachers of the course at most. */
export function audienceOf({ collection }: Omit<StoredKind, 'count'>): Audience {
  return told[collection]?.audience ?? 'teachers';
}
