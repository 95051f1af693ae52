import { findElective } from '@buitenboord/shared/domain/programme/electives.js';
import type { ProgrammeContent } from '@buitenboord/shared/domain/programme/programme-records.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import { importProgramme } from '@buitenboord/shared/use-cases/programme/import-programme.js';

/** Plaat- en constructiewerk: the elective of the demo's first assignment, with five subtasks. */
export const plateWork = '770b962d-b46b-4668-89e2-2ac8f6ab5952';
export const plateWorkSubtasks = findElective(plateWork)!.subtasks.map(({ sloId }) => sloId);
export const edition = '2025-12-11';

/** A made-up id in the form of SLO's. */
export function sloId(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** One elective in the shape of an edition, with sentences of our own: two targets a subtask, one for every level and one for kb and gl only. */
export function aProgramme(): ProgrammeContent {
  const { sloPrefix, title, officialCode, profile, subtasks } = findElective(plateWork)!;
  return {
    units: [
      { sloId: plateWork, sloPrefix, kind: 'elective', profile, title, officialCode, tasks: ['Iets maken van plaat.'] },
    ],
    subtasks: subtasks.map((subtask, position) => ({
      ...{ sloId: subtask.sloId, sloPrefix: subtask.sloPrefix, unit: plateWork, position },
      title: `Voorbeeldzin bij deeltaak ${position + 1}`,
      // As with other electives, the last one isn't for bb.
      leerwegen: position === subtasks.length - 1 ? (['kb', 'gl'] as const) : (['bb', 'kb', 'gl'] as const),
    })),
    targets: subtasks.flatMap((subtask, index) =>
      [0, 1].map((position) => ({
        ...{ sloId: sloId(index * 2 + position + 1), sloPrefix: `${subtask.sloPrefix}-0${position + 1}` },
        ...{ parent: subtask.sloId, position },
        text: `Voorbeeldeindterm ${index + 1}.${position + 1}`,
        leerwegen: position === 0 ? (['bb', 'kb', 'gl'] as const) : (['kb', 'gl'] as const),
      })),
    ),
  };
}

/** Imports it, as an administrator does. */
export async function anEdition(store: Store, name = edition, content = aProgramme()): Promise<void> {
  await importProgramme({ store, now: () => new Date('2026-06-01T08:00:00.000Z') }, { edition: name, content });
}
