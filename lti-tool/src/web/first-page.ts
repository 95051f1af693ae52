import type { Visit } from '@buitenboord/shared/domain/visit/visit.js';

/** Where a visit begins, under its own address: one launch, and the role decides. A launch that leads nowhere yet is told why. */
export function firstPage(
  visit: Pick<Visit, 'roles' | 'deepLinking' | 'activity' | 'course' | 'lmsAdministrator' | 'about'>,
): string {
  const { roles, deepLinking, activity, course, about } = visit;
  if (about?.what === 'data') return '/privacy';
  if (roles.includes('teacher')) {
    if (about?.what === 'work') return '/review';
    if (deepLinking) return '/picker';
    if (!course) return '/welcome';
    return activity ? '/overview' : '/picker';
  }
  if (roles.includes('student')) return activity ? '/work' : '/welcome';
  return visit.lmsAdministrator ? '/school' : '/welcome';
}
