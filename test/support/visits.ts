import type { CourseRole } from '@buitenboord/shared/domain/people/person.js';
import type { Visit } from '@buitenboord/shared/domain/visit/visit.js';
import { hashOf, newId, newSecret } from '@buitenboord/shared/ids.js';
import type { Signer } from '@buitenboord/shared/ports/vault.js';
import { visits } from '@buitenboord/shared/store/collections.js';
import { put, type Store } from '@buitenboord/shared/store/port.js';
import { madeAt } from './records.js';

export interface VisitWanted {
  /** The app's own: signs the form token. */
  vault: Signer;
  school: string;
  person: string;
  platform: string;
  role: CourseRole;
  course?: string;
  activity?: string;
  /** When it was opened; it lives twelve hours. Default: `madeAt`. */
  at?: Date;
  fields?: Partial<Visit>;
}

/** What a browser with a visit holds: put `cookie` in the Cookie header and `token` in the form field `token` or the header `X-Form-Token`. */
export interface OpenedVisit {
  id: string;
  /** `/v/<id>` */
  url: string;
  cookie: string;
  token: string;
}

/** A visit as if somebody came in through the LMS, straight in the store. */
export async function aVisit(store: Store, wanted: VisitWanted): Promise<OpenedVisit> {
  const { vault, school, person, platform, role, course, activity } = wanted;
  const opened = wanted.at ?? new Date(madeAt);
  const id = `${school}.${newId()}`;
  const secret = newSecret();
  const value: Visit = {
    door: 'lti',
    cookie: hashOf(secret),
    person,
    roles: [role],
    lmsAdministrator: false,
    platform,
    ...(course !== undefined && { course }),
    ...(activity !== undefined && { activity }),
    locale: 'nl',
    openedAt: opened.toISOString(),
    seenAt: opened.toISOString(),
    expiresAt: new Date(opened.getTime() + 12 * 60 * 60_000).toISOString(),
    ...wanted.fields,
  };
  await store.commit([put(visits, { school, id }, value, 0)]);
  return { id, url: `/v/${id}`, cookie: `__Host-v-${id}=${secret}`, token: vault.sign('form', id) };
}
