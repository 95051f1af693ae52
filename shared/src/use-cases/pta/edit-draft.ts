import type { PtaComponent } from '../../domain/pta/pta.js';
import type { Clock } from '../../ports/clock.js';
import { Problem } from '../../problem.js';
import { decideAgain } from '../../store/decide-again.js';
import type { Store } from '../../store/port.js';
import { planDraft, type Drafted } from './draft-pta.js';
import { adoptedIn, draftIn, outlineOf, readLine, type StoredPta } from './pta-line.js';

interface Deps {
  store: Store;
  now: Clock;
}

export interface DraftEdit {
  school: string;
  actor: string;
  line: string;
}

/** Puts a component in the draft: in the place of `replaces`, else at the end. Without a draft the next version begins. */
export async function saveComponent(
  deps: Deps,
  edit: DraftEdit & { component: PtaComponent; replaces?: string },
): Promise<Drafted> {
  const { component, replaces } = edit;
  return editComponents(deps, edit, (components) => {
    if (replaces === undefined) return [...components, component];
    if (!components.some(({ code }) => code === replaces))
      throw new Problem('pta/component-unknown', { component: replaces });
    return components.map((present) => (present.code === replaces ? component : present));
  });
}

/** Takes a component out of the draft. A component with grades stays. */
export async function removeComponent(deps: Deps, edit: DraftEdit & { code: string }): Promise<Drafted> {
  return editComponents(deps, edit, (components) => components.filter(({ code }) => code !== edit.code));
}

async function editComponents(
  deps: Deps,
  { school, actor, line }: DraftEdit,
  edited: (components: readonly PtaComponent[]) => PtaComponent[],
): Promise<Drafted> {
  return decideAgain(async () => {
    const base = await versionToEdit(deps.store, school, line);
    const components = edited(base.components);
    if (components.length === 0) throw new Problem('request/bad-input', { complaint: 'no-components' });
    const plan = await planDraft(deps, { school, actor, outline: { ...outlineOf(base), components } });
    // Two people who each add a component must not lose one of the two.
    if (plan.standing?.id !== base.id || plan.standing.version !== base.version)
      throw new Problem('store/conflict', { line });
    if (plan.writes.length > 0) await deps.store.commit(plan.writes);
    return plan.drafted;
  });
}

async function versionToEdit(store: Store, school: string, line: string): Promise<StoredPta> {
  const versions = await readLine(store, school, line);
  const base = draftIn(versions) ?? adoptedIn(versions);
  if (!base) throw new Problem('pta/not-found', { line });
  return base;
}
