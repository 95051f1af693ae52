import type { ColumnName, WantedColumn } from '@buitenboord/shared/ports/columns.js';

const maximum = 10;

/** A new column (AGS 2.0 §3.2.5–3.2.9). Moodle crashes on a label over 255 characters; a blank one is forbidden. */
export function newLineItem({ label, resourceLink, resourceId, tag }: WantedColumn): object {
  return {
    scoreMaximum: maximum,
    label: label.trim().slice(0, 255) || tag,
    resourceId,
    tag,
    resourceLinkId: resourceLink,
  };
}

/**
 * The column as the platform has it, with another name (AGS 2.0 §3.2.6): what isn't sent again is cleared, so that everything goes back, extensions
 * included. Not what was empty there, and no moment without a zone, which may not be sent (§3.2.12, §3.2.13).
 */
export function renamedLineItem(item: Readonly<Record<string, unknown>>, { resourceId, tag }: ColumnName): object {
  const kept = Object.entries(item).filter(([name, value]) => {
    if (value === null || value === '') return false;
    return name === 'startDateTime' || name === 'endDateTime' ? isMoment(value) : true;
  });
  const label = typeof item.label === 'string' && item.label.trim() !== '' ? item.label : tag;
  const scoreMaximum = typeof item.scoreMaximum === 'number' && item.scoreMaximum > 0 ? item.scoreMaximum : maximum;
  return { ...Object.fromEntries(kept), label, scoreMaximum, resourceId, tag };
}

function isMoment(value: unknown): boolean {
  return typeof value === 'string' && /T.*(Z|[+-]\d\d(:?\d\d)?)$/iu.test(value) && !Number.isNaN(Date.parse(value));
}
