import type { CareerEntry } from '@buitenboord/shared/domain/lob/career-entry.js';
import { formatDate } from '@buitenboord/shared/text/format.js';
import type { Text } from '@buitenboord/shared/text/text.js';

/** What, where and when, on one line. */
export function aboutEntry(text: Text, { kind, place, happenedOn }: CareerEntry): string {
  const on = happenedOn && formatDate(text.locale, happenedOn);
  return [text(`career.kind.${kind}`), place, on].filter(Boolean).join(' · ');
}
