import { z } from 'zod';
import { activityKindIds, type ActivityKindId } from './activity-kind.js';
import { activityKinds } from './kinds.js';

const Kinds = z.array(z.enum(activityKindIds)).max(activityKindIds.length);

/** Which kinds a school does in a school year for a leerweg, and for which of them it wants an agreement though no law does. */
export const KindOffering = z.strictObject({
  schoolYear: z.string().regex(/^\d{4}-\d{4}$/u),
  leerweg: z.enum(['bb', 'kb', 'gl', 'tl']),
  on: Kinds,
  withAgreement: Kinds,
  changedBy: z.string(),
  changedAt: z.iso.datetime(),
});
export type KindOffering = z.infer<typeof KindOffering>;

/** What is on while a school has chosen nothing. */
export const kindsOnByDefault: readonly ActivityKindId[] = activityKinds
  .filter(({ offByDefault }) => !offByDefault)
  .map(({ id }) => id);

export function isOn(offering: Pick<KindOffering, 'on'> | undefined, kind: ActivityKindId): boolean {
  return (offering?.on ?? kindsOnByDefault).includes(kind);
}

export function demandsAgreement(
  offering: Pick<KindOffering, 'withAgreement'> | undefined,
  kind: ActivityKindId,
): boolean {
  return offering?.withAgreement.includes(kind) ?? false;
}
