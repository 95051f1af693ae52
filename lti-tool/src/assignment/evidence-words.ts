import type { EvidenceAsked } from '@buitenboord/shared/domain/activity/assignment.js';
import type { Text } from '@buitenboord/shared/text/text.js';

/** "3 foto’s, 1 tekst": what is asked, in a few words. */
export function evidenceWords(text: Text, evidence: readonly EvidenceAsked[]): string {
  return evidence
    .map(({ kind, count }) =>
      text('assignment.evidenceCount', { count, kind: text(`evidence.${kind}`), many: text(`evidence.${kind}.many`) }),
    )
    .join(', ');
}
