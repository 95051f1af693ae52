import type { Pta, PtaComponent } from '@buitenboord/shared/domain/pta/pta.js';
import { ptas } from '@buitenboord/shared/store/collections.js';
import { put, type Store } from '@buitenboord/shared/store/port.js';
import { lineOf, versionId } from '@buitenboord/shared/use-cases/pta/pta-line.js';
import { anOutline } from './pta.js';
import { madeAt } from './records.js';

/** An adopted PTA for cohort 2024 kb in 2025-2026, straight in the store; answers its line. */
export async function anAdoptedPta(
  store: Store,
  school: string,
  components: PtaComponent[],
  fields: Partial<Pta> = {},
): Promise<string> {
  const outline = { ...anOutline({ cohort: '2024', schoolYear: '2025-2026', components }), ...fields };
  const line = lineOf(outline);
  const adopted = { state: 'adopted', adoptedBy: 'x', adoptedAt: madeAt } as const;
  const pta: Pta = { ...outline, ...adopted, line, number: 1, madeBy: 'x', madeAt };
  await store.commit([put(ptas, { school, id: versionId(line, 1) }, pta, 0)]);
  return line;
}
