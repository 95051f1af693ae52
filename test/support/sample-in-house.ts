import { settledGrades } from '@buitenboord/shared/store/collections.js';
import { drawQualitySample } from '@buitenboord/shared/use-cases/quality-sample/draw-quality-sample.js';
import { casesOf } from '@buitenboord/shared/use-cases/quality-sample/get-case.js';
import { keepFollowUp } from '@buitenboord/shared/use-cases/quality-sample/follow-up.js';
import { giveSecondJudgement } from '@buitenboord/shared/use-cases/quality-sample/give-second-judgement.js';
import { recordSchoolWork } from '@buitenboord/shared/use-cases/quality-sample/record-school-work.js';
import { giveGrant } from '@buitenboord/shared/use-cases/school/grant-role.js';
import { people, type RunningHouse } from './running-house.js';
import { personAt, walkIn } from './walked-work.js';

/** A sample of two settled grades: one waits for a second judgement, the other has it, with a reminder that is due. The administrator may judge. */
export async function aSampleIn(house: RunningHouse): Promise<{ sample: string; blind: string; judged: string }> {
  const { store, school } = house;
  const deps = { store, now: () => new Date() };
  await walkIn(house, people.administrator);
  const person = await personAt(house, people.administrator);
  await giveGrant(deps, { school, person, role: 'examiner', actor: 'test' });
  const { items } = await store.find(settledGrades, { where: { school } });
  const { component, course } = items[0]!;
  const drawing = { school, component, course, seed: 'woord', by: 'test' };
  const sample = await drawQualitySample(deps, { ...drawing, method: { kind: 'number', count: 2 } });
  const [blind, judged] = (await casesOf(store, school, sample)).map(({ id }) => id);
  const done = { doneOn: '2026-01-12', seen: 'Een klein frame, in het lokaal.', by: 'test' };
  for (const id of [blind!, judged!]) await recordSchoolWork(deps, { school, id, ...done });
  const second = { value: { kind: 'tenths', tenths: 69 } as const, remark: 'De naad was scheef.', by: 'test' };
  await giveSecondJudgement(deps, { school, id: judged!, ...second });
  const followUp = { text: 'Bespreek de lasnaad met het bedrijf.', remindOn: '2026-01-20', by: 'test' };
  await keepFollowUp(deps, { school, id: judged!, ...followUp });
  return { sample, blind: blind!, judged: judged! };
}
