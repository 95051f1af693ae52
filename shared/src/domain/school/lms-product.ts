/** The LMSs whose ways we know something about; every other one does as the standard says. */
export const lmsProducts = [
  'moodle',
  'canvas',
  'brightspace',
  'blackboard',
  'schoology',
  'itslearning',
  'sakai',
  'openEdx',
  'other',
] as const;
export type LmsProduct = (typeof lmsProducts)[number];

/** `product_family_code` as platforms send it (LTI Core 1.3 §5.4.5 leaves its spelling free): letters only, in lower case. */
const byFamilyCode: Readonly<Record<string, LmsProduct>> = {
  moodle: 'moodle',
  canvas: 'canvas',
  // Brightspace still calls itself by its maker's old name.
  desirelearn: 'brightspace',
  brightspace: 'brightspace',
  blackboard: 'blackboard',
  blackboardlearn: 'blackboard',
  schoology: 'schoology',
  itslearning: 'itslearning',
  sakai: 'sakai',
  openedx: 'openEdx',
  edx: 'openEdx',
};

/** Issuers of clouds that serve every school from one address, and the domains under which others have one for each school. */
const byDomain: readonly (readonly [domain: string, product: LmsProduct])[] = [
  ['instructure.com', 'canvas'],
  ['canvaslms.com', 'canvas'],
  ['schoology.com', 'schoology'],
  ['brightspace.com', 'brightspace'],
  ['blackboard.com', 'blackboard'],
  ['itslearning.com', 'itslearning'],
  ['moodlecloud.com', 'moodle'],
];

/** Which LMS it is: by what it calls itself, else by its issuer. */
export function lmsProductOf({ product, issuer }: { product: string; issuer: string }): LmsProduct {
  const code = product.toLowerCase().replaceAll(/[^a-z]/gu, '');
  if (Object.hasOwn(byFamilyCode, code)) return byFamilyCode[code] ?? 'other';
  const host = URL.canParse(issuer) ? new URL(issuer).hostname : '';
  return byDomain.find(([domain]) => host === domain || host.endsWith(`.${domain}`))?.[1] ?? 'other';
}

/**
 * Whether the gradebook shows that work waits to be judged (AGS 2.0 §3.4.8 `PendingManual`). Moodle takes every score that isn't `FullyGraded` as one
 * that erases the grade, and shows nobody anything (recording `ags-scores`): nothing is sent there then.
 */
export function showsWaitingWork(product: LmsProduct): boolean {
  return product !== 'moodle';
}
