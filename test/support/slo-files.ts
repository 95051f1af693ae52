import type { NamedText } from '@buitenboord/shared/domain/programme/programme-file.js';
import { sloId } from './programme.js';

const levels = {
  bb: '861d98e4-e5ae-4ed7-89f6-f224605f7c97',
  kb: '8574855d-0670-42bf-9f73-dc6706278b8b',
  gl: '64852857-b601-419f-9cbb-e1335a185303',
};
const pie = '29b67a07-eee5-4461-8efe-02779b1d8852';

/** A small programme in the form of SLO's own repository: an elective with two subtasks, a module, a part of the core. All words are ours. */
export function sloFolder(change: Partial<Record<string, unknown>> = {}): NamedText[] {
  const target = (number: number, of: (keyof typeof levels)[]) => ({
    ...{ id: sloId(number), prefix: `K/X/01/01-0${number}`, title: `Voorbeeldterm ${number}` },
    niveau_id: of.map((level) => levels[level]),
    // A field that we don't know is no reason to refuse.
    unreleased: true,
  });
  const files: Record<string, unknown> = {
    'profiel.json': [
      {
        ...{ id: pie, prefix: 'PIE', title: 'x', examenprogramma_bg_keuzevak_id: [sloId(20)] },
        ...{ examenprogramma_bg_module_id: [sloId(21)], examenprogramma_bg_kern_id: [sloId(40)] },
      },
    ],
    'kern.json': [{ id: sloId(40), title: 'Kern', examenprogramma_bg_kerndeel_id: [sloId(41)] }],
    'kerndeel.json': [
      { id: sloId(41), prefix: 'PK/X/a', title: 'Algemeen', examenprogramma_bg_globale_eindterm_id: [sloId(5)] },
    ],
    'module.json': [
      {
        ...{ id: sloId(21), prefix: 'P/X/01', title: 'Module', examenprogramma_bg_moduletaak_id: [sloId(31)] },
        examenprogramma_bg_deeltaak_id: [sloId(13)],
      },
    ],
    'moduletaak.json': [{ id: sloId(31), prefix: 'P/X/01/T', title: 'Taak van de module', niveau_id: [] }],
    'keuzevak.json': [
      {
        ...{ id: sloId(20), prefix: 'K/X/01', title: 'Keuzevak', examenprogramma_bg_keuzevaktaak_id: [sloId(30)] },
        examenprogramma_bg_deeltaak_id: [sloId(11), sloId(12)],
      },
    ],
    'keuzevaktaak.json': [{ id: sloId(30), prefix: 'K/X/01/KT', title: 'Taak', niveau_id: [] }],
    'deeltaak.json': [subtask(11, [1, 2]), subtask(12, [3]), subtask(13, [4])],
    'globale_eindterm.json': [
      target(1, ['bb', 'kb', 'gl']),
      target(2, ['kb', 'gl']),
      target(3, ['kb']),
      target(4, ['bb']),
      target(5, ['bb', 'kb', 'gl']),
    ],
    'deprecated.json': [],
    ...change,
  };
  return Object.entries(files).flatMap(([name, json]) =>
    json === undefined ? [] : [{ name, text: typeof json === 'string' ? json : JSON.stringify(json) }],
  );
}

export function subtask(number: number, targets: number[]) {
  return {
    ...{ id: sloId(number), prefix: `K/X/01/${number}`, title: `Deeltaak ${number}` },
    examenprogramma_bg_globale_eindterm_id: targets.map(sloId),
  };
}

/** The same in lists that others collected, as electives.json, profiles.json, eindtermen.json and core-eindtermen.json. */
export function collectedFolder(change: Partial<Record<string, unknown>> = {}): NamedText[] {
  const meta = { sources: [{ id: 'SLO-BG', commit_date: '2025-12-11' }] };
  const part = (number: number, leerwegen: string[]) => ({
    ...{ sloId: sloId(number), sloPrefix: `K/X/01/${number}`, title: `Deeltaak ${number}`, leerwegen },
  });
  const term = (number: number, parent: number, leerwegen: string[]) => ({
    ...{ sloId: sloId(number), sloPrefix: `K/X/01/01-0${number}`, deeltaakSloId: sloId(parent) },
    ...{ text: `Voorbeeldterm ${number}`, leerwegen },
  });
  const all = ['bb', 'kb', 'gl'];
  const files: Record<string, unknown> = {
    'electives.json': {
      meta,
      electives: [
        {
          ...{ sloId: sloId(20), sloPrefix: 'K/X/01', title: 'Keuzevak', profile: 'PIE', officialSubjectCode: null },
          ...{ taken: ['Taak'], deeltaken: [part(11, all), part(12, ['kb'])] },
        },
      ],
    },
    'profiles.json': {
      meta,
      profiles: [
        {
          code: 'PIE',
          modules: [
            {
              ...{ sloId: sloId(21), sloPrefix: 'P/X/01', title: 'Module', officialSubjectCode: null },
              ...{ taken: ['Taak van de module'], deeltaken: [part(13, ['bb'])] },
            },
          ],
        },
      ],
    },
    'eindtermen.json': {
      meta,
      eindtermen: [term(1, 11, all), term(2, 11, ['kb', 'gl']), term(3, 12, ['kb']), term(4, 13, ['bb'])],
    },
    'core-eindtermen.json': {
      meta,
      kerndelen: [
        {
          ...{ sloId: sloId(41), sloPrefix: 'PK/X/a', title: 'Algemeen', profile: 'PIE' },
          eindtermen: [{ sloId: sloId(5), sloPrefix: 'K/X/01/01-05', text: 'Voorbeeldterm 5', leerwegen: all }],
        },
      ],
    },
    'lob.json': { questions: [] },
    ...change,
  };
  return Object.entries(files).flatMap(([name, json]) =>
    json === undefined ? [] : [{ name, text: typeof json === 'string' ? json : JSON.stringify(json) }],
  );
}
