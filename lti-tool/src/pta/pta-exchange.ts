import { z } from 'zod';
import { Problem } from '@buitenboord/shared/problem.js';
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
