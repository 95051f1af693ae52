import type { z } from 'zod';
import type { RowPlace as Place } from '@buitenboord/shared/domain/programme/programme-file.js';
import type { Gathering } from './gather.js';
import type { CollectedListName, collectedLists } from './wire-collected.js';

type Row<N extends CollectedListName> = z.infer<(typeof collectedLists)[N]>;
type UnitRow = Row<'profiles'>['modules'][number];

/** Puts a row of a collected list where it belongs, in our words. */
export const toProgramme: {
  readonly [N in CollectedListName]: (gathering: Gathering, row: Row<N>, place: Place) => void;
} = {
  electives: (gathering, row, place) => addUnit(gathering, { ...row, kind: 'elective' }, place),
  profiles: (gathering, { code, modules }, place) => {
    for (const module of modules) addUnit(gathering, { ...module, profile: code, kind: 'module' }, place);
  },
  eindtermen: (gathering, { sloId, sloPrefix, deeltaakSloId, text, leerwegen }, place) =>
    gathering.addTarget({ sloId, sloPrefix, parent: deeltaakSloId, position: place.row, text, leerwegen }, place),
  kerndelen: (gathering, { sloId, sloPrefix, title, profile, eindtermen }, place) => {
    gathering.addUnit({ sloId, sloPrefix, kind: 'core', profile, title, officialCode: null, tasks: [] }, place);
    eindtermen.forEach((target, position) => gathering.addTarget({ ...target, parent: sloId, position }, place));
  },
};

function addUnit(
  gathering: Gathering,
  unit: UnitRow & { kind: 'elective' | 'module'; profile: Row<'electives'>['profile'] },
  place: Place,
): void {
  const { sloId, sloPrefix, kind, profile, title, officialSubjectCode: officialCode, taken: tasks, deeltaken } = unit;
  gathering.addUnit({ sloId, sloPrefix, kind, profile, title, officialCode, tasks }, place);
  deeltaken.forEach((subtask, position) => gathering.addSubtask({ ...subtask, unit: sloId, position }, place));
}
