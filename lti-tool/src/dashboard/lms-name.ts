import type { Text } from '@buitenboord/shared/text/text.js';

const names: Readonly<Record<string, string>> = {
  moodle: 'Moodle',
  canvas: 'Canvas',
  desire2learn: 'Brightspace',
  BlackboardLearn: 'Blackboard',
  itslearning: 'itslearning',
  schoology: 'Schoology',
};

/** What people call their LMS, by the product name it registered with. */
export function lmsName(text: Text, product: string | undefined): string {
  return names[product ?? ''] ?? text('delivery.lms');
}
