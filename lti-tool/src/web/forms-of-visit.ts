import type { DeepLinkingSettings } from '@buitenboord/shared/domain/visit/visit.js';

/**
 * Where the forms of a visit may go besides ourselves: to the LMS that waits for the picker's answer. A frame without cookies keeps the policy of
 * its first page, so that page has to know.
 */
export function formsOf({
  deepLinking,
}: {
  deepLinking?: Pick<DeepLinkingSettings, 'returnUrl'> | undefined;
}): string[] {
  return deepLinking ? [new URL(deepLinking.returnUrl).origin] : [];
}
