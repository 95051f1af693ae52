import { z } from 'zod';

/**
 * SLO's own files, as in its repository (github.com/slonl/curriculum-examenprogramma-bg, context.json): a list per kind of entity, that name each
 * other by uuid. Loose: fields that aren't used may come and go.
 */
const entity = { id: z.guid(), prefix: z.string().min(1).max(40), title: z.string().trim().min(1).max(4000) };
const ids = z.array(z.guid());

const Target = z.object({ ...entity, niveau_id: ids.min(1) });
const Subtask = z.object({ ...entity, examenprogramma_bg_globale_eindterm_id: ids });
const Task = z.object({ ...entity, niveau_id: ids.default([]) });
const Elective = z.object({
  ...entity,
  examenprogramma_bg_keuzevaktaak_id: ids.default([]),
  examenprogramma_bg_deeltaak_id: ids,
});
const Module = z.object({
  ...entity,
  examenprogramma_bg_moduletaak_id: ids.default([]),
  examenprogramma_bg_deeltaak_id: ids,
});
const CorePart = z.object({ ...entity, examenprogramma_bg_globale_eindterm_id: ids });
const Core = z.object({ id: z.guid(), examenprogramma_bg_kerndeel_id: ids });
const ProfileEntity = z.object({
  id: z.guid(),
  examenprogramma_bg_kern_id: ids.default([]),
  examenprogramma_bg_module_id: ids.default([]),
  examenprogramma_bg_keuzevak_id: ids.default([]),
});

/** Its files, by name. All of them are needed: an entity alone says too little. */
export const sloFiles = {
  'profiel.json': ProfileEntity,
  'kern.json': Core,
  'kerndeel.json': CorePart,
  'module.json': Module,
  'moduletaak.json': Task,
  'keuzevak.json': Elective,
  'keuzevaktaak.json': Task,
  'deeltaak.json': Subtask,
  'globale_eindterm.json': Target,
} as const;
export type SloFileName = keyof typeof sloFiles;

/** SLO's levels (niveau) as it names them by uuid in these files. */
export const levelIds: Readonly<Record<string, 'bb' | 'kb' | 'gl'>> = {
  '861d98e4-e5ae-4ed7-89f6-f224605f7c97': 'bb',
  '8574855d-0670-42bf-9f73-dc6706278b8b': 'kb',
  '64852857-b601-419f-9cbb-e1335a185303': 'gl',
};
