import { describe, expect, it } from '@jest/globals';
import { answerOnTasks, checkTasks } from '@buitenboord/shared/domain/safety/check-tasks.js';
import { taskRules } from '@buitenboord/shared/domain/safety/task-rules.js';
import { hazards, type Context, type Hazard } from '@buitenboord/shared/domain/safety/work-context.js';

const placement: Context = { work: 'placement', setting: 'other' };
const industry: Context = { work: 'placement', setting: 'industry' };
const service: Context = { work: 'communityService', setting: 'other' };

/** Title, hazard, the oldest to whom the rule applies, and where. */
type Row = [title: string, hazard: Hazard, upTo: number, context?: Context];

const bans: Row[] = [
  ['[safety.task.heavy-lifting] is forbidden until 16', 'heavyLifting', 15],
  ['[safety.task.push-or-pull] is forbidden until 16', 'pushOrPull', 15],
  ['[safety.task.one-posture] is forbidden until 16', 'onePosture', 15],
  ['[safety.task.mental-strain] is forbidden until 16', 'mentalStrain', 15],
  ['[safety.task.cash-register] is forbidden until 16', 'cashRegister', 15],
  ['[safety.task.protective-equipment] is forbidden until 16 in community service', 'protectiveEquipment', 15, service],
  ['[safety.task.sea] is forbidden until 16', 'sea', 15],
  ['[safety.task.machines] is forbidden until 16 outside industry', 'machines', 15],
  ['[safety.task.machines-in-industry] is asked about until 16 in industry', 'machines', 15, industry],
  ['[safety.task.alone-delivering] is forbidden until 16', 'aloneDelivering', 15],
  ['[safety.task.alcohol] is forbidden until 16', 'alcohol', 15],
  ['[safety.task.toxic-substances] is forbidden until 18', 'toxicSubstances', 17],
  ['[safety.task.biological-agents] is forbidden until 18', 'biologicalAgents', 17],
  ['[safety.task.vessels] is forbidden until 18', 'vessels', 17],
  ['[safety.task.overpressure] is forbidden until 18', 'overpressure', 17],
  ['[safety.task.radiation] is forbidden until 18', 'radiation', 17],
  ['[safety.task.noise] is forbidden until 18', 'noise', 17],
  ['[safety.task.vibration] is forbidden until 18', 'vibration', 17],
  ['[safety.task.pesticides] is asked about until 18', 'pesticides', 17],
  ['[safety.task.sprayed-crop] is asked about until 18', 'sprayedCrop', 17],
  ['[safety.task.on-call] is forbidden until 18', 'onCall', 17],
  ['[safety.task.collapse.under-16] is no light work', 'collapse', 15],
  ['[safety.task.high-voltage.under-16] is no light work', 'highVoltage', 15],
  ['[safety.task.corrosive-or-explosive.under-16] is no light work', 'corrosiveOrExplosive', 15],
  ['[safety.task.pressurised-gas.under-16] is no light work', 'pressurisedGas', 15],
  ['[safety.task.tractor.under-16] is no light work', 'tractor', 15],
  ['[safety.task.dangerous-animals.under-16] is no light work', 'dangerousAnimals', 15],
  ['[safety.task.paced-work.under-16] is no light work', 'pacedWork', 15],
  ['[safety.task.risk-assessed.under-16] is no light work', 'riskAssessed', 15],
];
const withExpert: [title: string, hazard: Hazard][] = [
  ['[safety.task.collapse.16-17] needs an expert at 16 and 17', 'collapse'],
  ['[safety.task.high-voltage.16-17] needs an expert at 16 and 17', 'highVoltage'],
  ['[safety.task.corrosive-or-explosive.16-17] needs an expert at 16 and 17', 'corrosiveOrExplosive'],
  ['[safety.task.pressurised-gas.16-17] needs an expert at 16 and 17', 'pressurisedGas'],
  ['[safety.task.tractor.16-17] needs an expert at 16 and 17', 'tractor'],
  ['[safety.task.dangerous-animals.16-17] needs an expert at 16 and 17', 'dangerousAnimals'],
  ['[safety.task.paced-work.16-17] needs an expert at 16 and 17', 'pacedWork'],
  ['[safety.task.risk-assessed.16-17] needs an expert at 16 and 17', 'riskAssessed'],
];
const ruleOf = (title: string) => /\[(.+?)\]/u.exec(title)![1]!;
const found = (age: number, context: Context, hazard: Hazard, supervision: 'none' | 'near' | 'expert' = 'near') =>
  checkTasks(age, context, [hazard], supervision).map(({ rule }) => rule);

describe('the law on tasks, just inside and just outside', () => {
  it('has a row for each rule, and a rule for each hazard', () => {
    const rows = [...bans, ...withExpert].map(([title]) => ruleOf(title));
    expect(rows.sort()).toEqual(taskRules.map(({ id }) => id).sort());
    expect(new Set(taskRules.map(({ hazard }) => hazard))).toEqual(new Set(hazards));
  });

  it.each(bans)('%s', (title, hazard, upTo, context = placement) => {
    expect(found(upTo, context, hazard, 'expert')).toContain(ruleOf(title));
    expect(found(upTo + 1, context, hazard, 'expert')).not.toContain(ruleOf(title));
    expect(checkTasks(upTo, context, [], 'none')).toEqual([]);
  });

  it.each(withExpert)('%s', (title, hazard) => {
    for (const age of [16, 17]) {
      expect(found(age, placement, hazard, 'near')).toEqual([ruleOf(title)]);
      expect(found(age, placement, hazard, 'none')).toEqual([ruleOf(title)]);
      expect(found(age, placement, hazard, 'expert')).toEqual([]);
    }
    expect(found(18, placement, hazard, 'none')).toEqual([]);
    expect(found(15, placement, hazard, 'expert')).not.toContain(ruleOf(title));
  });

  it('allows protective equipment at a placement of a fifteen-year-old', () => {
    expect(found(15, placement, 'protectiveEquipment')).toEqual([]);
  });

  it('forbids machines outside industry and asks about them in industry', () => {
    expect(checkTasks(15, placement, ['machines'], 'near')).toMatchObject([
      { severity: 'block', limit: 16, value: 15 },
    ]);
    expect(checkTasks(15, industry, ['machines'], 'near')).toMatchObject([{ severity: 'warn', confidence: 'medium' }]);
  });

  it('says nothing about a visit without work', () => {
    expect(checkTasks(12, { work: 'visit', setting: 'other' }, hazards, 'none')).toEqual([]);
  });

  it('answers in one word', () => {
    const answer = (age: number, some: Hazard[], context = placement) => answerOnTasks(age, context, some, 'near');
    expect(answer(17, [])).toBe('allowed');
    expect(answer(17, ['tractor'])).toBe('onlyWithSupervision');
    expect(answer(17, ['tractor', 'noise'])).toBe('forbidden');
    expect(answer(17, ['pesticides'])).toBe('askFirst');
    expect(answer(17, ['pesticides', 'tractor'])).toBe('onlyWithSupervision');
    expect(answer(15, ['tractor'])).toBe('forbidden');
    expect(answer(15, ['machines'], industry)).toBe('askFirst');
  });
});
