import { z } from 'zod';
import { displayName } from '@buitenboord/shared/domain/people/person.js';
import { Problem } from '@buitenboord/shared/problem.js';
import { people } from '@buitenboord/shared/store/collections.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import { readLine, type StoredPta } from '@buitenboord/shared/use-cases/pta/pta-line.js';
import type { VisitExchange } from '../web/routes.js';
import { currentOf, type PtaPageProps } from './pta-view.js';

const Line = z.string().regex(/^[\w-]{1,64}$/u);

/** The versions of the line in the address, oldest first, and the one it is about now. */
export async function lineAt(
  store: Store,
  { req, visit }: VisitExchange,
): Promise<{ versions: StoredPta[]; current: StoredPta }> {
  const line = Line.safeParse(req.params.line);
  const versions = line.success ? await readLine(store, visit.school, line.data) : [];
  const current = currentOf(versions) as StoredPta | undefined;
  if (!current) throw new Problem('pta/not-found', { line: line.data });
  return { versions, current };
}

/** What every page of the programmes needs. */
export function pageProps({ text, formToken, url }: VisitExchange): PtaPageProps {
  return { text, formToken, url: url('/pta') };
}

/** The names of these people; who is nobody of the school, such as a command, has none. */
export async function namesOf(
  store: Store,
  school: string,
  ids: readonly (string | undefined)[],
): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const id of new Set(ids)) {
    const person = id === undefined ? undefined : await store.get(people, { school, id });
    const name = person && displayName(person);
    if (id !== undefined && name !== undefined) names.set(id, name);
  }
  return names;
}
