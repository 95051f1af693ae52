import type { Columns, WantedColumn } from '@buitenboord/shared/ports/columns.js';
import { parseJson } from '@buitenboord/shared/runtime/fetch-json.js';
import { z } from 'zod';
import { requireSuccess } from './require-success.js';
import type { ServiceCall } from './service-call.js';
import { withQuery } from './service-url.js';
import { LineItem, mediaTypes, scopes } from './wire.js';

const maximum = 10;

export function createLineItems({ call }: { call: ServiceCall }): Columns {
  return {
    async findOrCreateLineItem(wanted) {
      const token = { school: wanted.school, platform: wanted.platform, scope: scopes.lineItem };
      // Look first: a copied course brings its columns along, and a double one may not be made (AGS 2.0 §3.2.15).
      const url = withQuery(wanted.lineItems, { resource_link_id: wanted.resourceLink });
      const listed = await call(token, { url, headers: { accept: mediaTypes.lineItems } });
      requireSuccess(listed);
      const existing = choose(parseJson(listed.text, z.array(LineItem)), wanted);
      if (existing) return existing.id;
      const made = await call(token, {
        url: wanted.lineItems,
        method: 'POST',
        headers: { 'content-type': mediaTypes.lineItem, accept: mediaTypes.lineItem },
        body: JSON.stringify(toLineItem(wanted)),
      });
      requireSuccess(made);
      return parseJson(made.text, LineItem).id;
    },
  };
}

/**
 * The activity's own column: the one we named, else the only one it has (a teacher may have ticked "grade" by hand). A second one would make
 * Moodle leave `lineitem` out of every launch. Platforms that don't know the filter send everything, so it is looked at again here.
 */
function choose(items: readonly LineItem[], { resourceLink, resourceId, tag }: WantedColumn): LineItem | undefined {
  const own = items.filter(({ resourceLinkId }) => resourceLinkId === resourceLink);
  const named = own.find((item) => item.resourceId === resourceId && item.tag === tag);
  return named ?? (own.length === 1 ? own[0] : undefined);
}

/** AGS 2.0 §3.2.5–3.2.9; Moodle crashes on a label over 255 characters. */
function toLineItem({ label, resourceLink, resourceId, tag }: WantedColumn): object {
  return { scoreMaximum: maximum, label: label.slice(0, 255), resourceId, tag, resourceLinkId: resourceLink };
}
