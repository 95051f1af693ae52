import type { Site, Tool } from './site.js';

const ags = 'https://purl.imsglobal.org/spec/lti-ags/scope/';

export const scope = {
  items: `${ags}lineitem`,
  itemsReadOnly: `${ags}lineitem.readonly`,
  results: `${ags}result.readonly`,
  score: `${ags}score`,
  notices: 'https://purl.imsglobal.org/spec/lti/scope/noticehandlers',
  members: 'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly',
} as const;

/** Any gradebook scope brings reading items, reading results and sending scores along. */
export function gradebookScopes({ gradebook }: Pick<Tool, 'gradebook'>): string[] {
  if (gradebook === 'none') return [];
  const reading = [scope.itemsReadOnly, scope.results, scope.score];
  return gradebook === 'manage-items' ? [scope.items, ...reading] : reading;
}

export const permittedScopes = (site: Pick<Site, 'notices'>, tool: Tool): string[] => [
  ...gradebookScopes(tool),
  ...(tool.members ? [scope.members] : []),
  ...(site.notices ? [scope.notices] : []),
];
