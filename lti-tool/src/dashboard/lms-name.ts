import { lmsProductOf, type LmsProduct } from '@buitenboord/shared/domain/school/lms-product.js';
import type { Text } from '@buitenboord/shared/text/text.js';

const names: Readonly<Partial<Record<LmsProduct, string>>> = {
  moodle: 'Moodle',
  canvas: 'Canvas',
  brightspace: 'Brightspace',
  blackboard: 'Blackboard',
  schoology: 'Schoology',
  itslearning: 'itslearning',
  sakai: 'Sakai',
  openEdx: 'Open edX',
};

/** What people call their LMS. */
export function lmsName(text: Text, platform: { product: string; issuer: string } | undefined): string {
  return (platform && names[lmsProductOf(platform)]) ?? text('delivery.lms');
}
