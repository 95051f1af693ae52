import { describe, expect, it } from '@jest/globals';
import { readProgramme } from '@buitenboord/connectors/slo/read-programme.js';
import type { NamedText, ProgrammeRowProblem } from '@buitenboord/shared/domain/programme/programme-file.js';
import type { ProgrammeContent } from '@buitenboord/shared/domain/programme/programme-records.js';
import { sloId } from '../../../support/programme.js';
import { collectedFolder, sloFolder, subtask } from '../../../support/slo-files.js';

function contentOf(files: readonly NamedText[]): ProgrammeContent {
  const read = readProgramme(files);
  if (read.kind === 'refused') throw new Error(JSON.stringify(read.problems));
  return read.content;
}
function problemsOf(files: readonly NamedText[]): readonly ProgrammeRowProblem[] {
  const read = readProgramme(files);
  return read.kind === 'refused' ? read.problems : [];
}
/** Without the place in its list, which the two forms count differently. */
function comparable({ units, subtasks, targets }: ProgrammeContent) {
  const byId = <T extends { sloId: string }>(rows: readonly T[]) =>
    [...rows].sort((one, other) => (one.sloId < other.sloId ? -1 : 1));
  return {
    units: byId(units),
    subtasks: byId(subtasks),
    targets: byId(targets).map(({ position: _position, ...target }) => target),
  };
}

describe('SLO’s own folder', () => {
  it('gives units, subtasks and targets, each for the leerwegen it is for [programme.by-leerweg]', () => {
    const { units, subtasks, targets } = contentOf(sloFolder());
    expect(units.map(({ kind, profile, title, tasks }) => [kind, profile, title, tasks])).toEqual([
      ['core', 'PIE', 'Algemeen', []],
      ['elective', 'PIE', 'Keuzevak', ['Taak']],
      ['module', 'PIE', 'Module', ['Taak van de module']],
    ]);
    expect(subtasks.map(({ title, unit, position, leerwegen }) => [title, unit, position, leerwegen])).toEqual([
      ['Deeltaak 11', sloId(20), 0, ['bb', 'kb', 'gl']],
      ['Deeltaak 12', sloId(20), 1, ['kb']],
      ['Deeltaak 13', sloId(21), 0, ['bb']],
    ]);
    expect(targets).toHaveLength(5);
  });

  it('says the same as the lists that were collected from it', () => {
    expect(comparable(contentOf(sloFolder()))).toEqual(comparable(contentOf(collectedFolder())));
  });

  it('doesn’t say of which day it is; collected lists do', () => {
    const day = (files: readonly NamedText[]) => {
      const read = readProgramme(files);
      return read.kind === 'read' && read.publishedOn;
    };
    expect(day(sloFolder())).toBeUndefined();
    expect(day(collectedFolder())).toBe('2025-12-11');
  });

  it.each<[string, Record<string, unknown>, ProgrammeRowProblem]>([
    ['lacks a file', { 'kern.json': undefined }, { file: 'kern.json', row: 0, complaint: 'unknown-file', found: '' }],
    ['has no JSON', { 'kern.json': '{' }, { file: 'kern.json', row: 0, complaint: 'not-json', found: '' }],
    [
      'has a row without an id',
      { 'keuzevaktaak.json': [{ prefix: 'x', title: 'x' }] },
      { file: 'keuzevaktaak.json', row: 1, complaint: 'bad-row', found: 'id' },
    ],
    [
      'names a target that isn’t there',
      { 'deeltaak.json': [subtask(11, [1, 2]), subtask(12, [3, 99]), subtask(13, [4])] },
      { file: 'deeltaak.json', row: 2, complaint: 'belongs-nowhere', found: sloId(99) },
    ],
    [
      'has the same id twice',
      { 'deeltaak.json': [subtask(11, [1, 2]), subtask(12, [3]), subtask(13, [4]), subtask(12, [3])] },
      { file: 'deeltaak.json', row: 4, complaint: 'duplicate', found: sloId(12) },
    ],
  ])('is refused whole when it %s', (_why, change, problem) => {
    expect(problemsOf(sloFolder(change))).toContainEqual(problem);
  });

  it('is refused when a level is new to us', () => {
    const target = { id: sloId(1), prefix: 'x', title: 'x', niveau_id: [sloId(77)] };
    expect(problemsOf(sloFolder({ 'globale_eindterm.json': [target] }))).toContainEqual({
      ...{ file: 'globale_eindterm.json', row: 1, complaint: 'belongs-nowhere', found: sloId(1) },
    });
  });
});

describe('collected lists', () => {
  const target = (fields: object) => ({
    ...{ sloId: sloId(1), sloPrefix: 'K/X', deeltaakSloId: sloId(11), text: 'x', leerwegen: ['kb'] },
    ...fields,
  });
  const withTargets = (...eindtermen: object[]) => collectedFolder({ 'eindtermen.json': { eindtermen } });

  it('may stand beside other JSON, which is skipped', () => {
    expect(readProgramme(collectedFolder())).toMatchObject({ kind: 'read', skipped: ['lob.json'] });
  });

  it('may come one by one', () => {
    const [, , targets] = collectedFolder();
    expect(contentOf([targets!])).toMatchObject({ units: [], subtasks: [] });
  });

  it.each([
    ['no uuid', { sloId: '1' }, 'sloId'],
    ['an unknown leerweg', { leerwegen: ['kb', 'havo'] }, 'leerwegen.1'],
    ['no leerweg', { leerwegen: [] }, 'leerwegen'],
    ['no text', { text: ' ' }, 'text'],
  ])('are refused with the row and the field of a target with %s', (_what, fields, found) => {
    expect(problemsOf(withTargets(target({}), target({ sloId: sloId(2), ...fields })))).toEqual([
      { file: 'eindtermen.json', row: 2, complaint: 'bad-row', found },
    ]);
  });

  it('are refused when a target belongs to no subtask, or stands there twice', () => {
    expect(problemsOf(withTargets(target({ deeltaakSloId: sloId(98) }), target({})))).toEqual([
      { file: 'eindtermen.json', row: 2, complaint: 'duplicate', found: sloId(1) },
      { file: 'eindtermen.json', row: 1, complaint: 'belongs-nowhere', found: sloId(1) },
    ]);
  });

  it('say every row that is wrong, not the first one', () => {
    expect(problemsOf(withTargets(target({ text: '' }), target({ text: '' }), target({ text: '' })))).toHaveLength(3);
  });

  it('are refused when nothing in the file is known', () => {
    expect(problemsOf([{ name: 'a.json', text: '{"b":[]}' }])).toEqual([
      { file: 'a.json', row: 0, complaint: 'unknown-file', found: '' },
    ]);
  });
});
