import { naturalId } from '@buitenboord/shared/ids.js';
import type { Vault } from '@buitenboord/shared/ports/vault.js';
import { oldLinks } from '@buitenboord/shared/store/collections.js';
import { put, type Store, type Write } from '@buitenboord/shared/store/port.js';
import { findOldSecret } from '@buitenboord/shared/use-cases/migration/old-keys.js';
import type { Launch } from '../lti/launch.js';
import { platformHabits } from '../lti/platforms/platform-habits.js';
import { isSignedBy } from '../lti/verify-migration.js';

/** Who and what this launch was in LTI 1.1, proven. */
export interface FormerIds {
  person?: { issuer: string; subject: string };
  /** The id of the record of the old link. */
  link?: string;
}

/** What became of the migration claim, for the log. */
export type MigrationOutcome =
  | 'verified'
  /** The school never entered this key. */
  | 'unknown-key'
  | 'bad-signature'
  /** As bad, and this platform is known for it. */
  | 'unverifiable-platform';

/** Believes the migration claim of a launch only when its signature is made with a secret that the school entered. Otherwise the launch goes on without it. */
export async function formerIds(
  deps: { store: Store; vault: Vault },
  { school, issuer, product, migration }: Launch,
): Promise<{ outcome?: MigrationOutcome; former: FormerIds }> {
  if (!migration) return { former: {} };
  const { consumerKey, subject, link } = migration;
  const secret = await findOldSecret(deps, school, consumerKey);
  if (!secret) return { outcome: 'unknown-key', former: {} };
  if (!isSignedBy(migration, secret)) {
    const known = platformHabits({ issuer, product }).signsMigrationWithAnotherNonce;
    return { outcome: known ? 'unverifiable-platform' : 'bad-signature', former: {} };
  }
  return {
    outcome: 'verified',
    former: {
      ...(subject !== undefined && { person: { issuer: `lti-1.1:${consumerKey}`, subject } }),
      ...(link !== undefined && { link: naturalId('lti11', consumerKey, link) }),
    },
  };
}

/** The activity that stood behind the old link, when we saw it before. */
export async function formerActivity(
  store: Store,
  school: string,
  link: string | undefined,
): Promise<string | undefined> {
  return link === undefined ? undefined : (await store.get(oldLinks, { school, id: link }))?.activity;
}

/** Remembers what stands behind the old link now. The first one stays: the old id meant one activity. */
export async function rememberFormerLink(
  store: Store,
  {
    school,
    link,
    activity,
    at,
  }: { school: string; link: string | undefined; activity: string | undefined; at: string },
): Promise<Write[]> {
  if (link === undefined || activity === undefined || (await formerActivity(store, school, link))) return [];
  return [put(oldLinks, { school, id: link }, { activity, seenAt: at }, 0)];
}
