import type { Text } from '@buitenboord/shared/text/text.js';
import { lmsName } from '../dashboard/lms-name.js';

/** What to call a platform: its product where we know it, and where it stands. */
export function platformName(text: Text, { product, issuer }: { product: string; issuer: string }): string {
  const host = URL.canParse(issuer) ? new URL(issuer).host : issuer;
  const name = lmsName(text, { product, issuer });
  return name === lmsName(text, undefined) ? host : `${name} · ${host}`;
}
