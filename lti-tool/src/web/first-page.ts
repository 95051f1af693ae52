import type { Visit } from '@buitenboord/shared/domain/visit/visit.js';

/** Where a visit begins, under its own address: one launch, and the role decides. */
export function firstPage(visit: Pick<Visit, 'roles' | 'deepLinking' | 'activity'>): string {
  if (visit.roles.includes('teacher')) return visit.deepLinking || !visit.activity ? '/picker' : '/overview';
  if (visit.roles.includes('student')) return '/work';
  return '/school';
}
