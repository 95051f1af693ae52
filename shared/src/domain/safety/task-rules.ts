import type { TaskRule } from './safety-rule.js';
import { childLabourRules, governmentSite, unclear, workingConditions, workingHoursAct } from './sources.js';
import type { Hazard, WorkContext } from './work-context.js';

const anyWork: readonly WorkContext[] = ['placement', 'communityService', 'visitWithTasks'];
const upTo15 = { ages: [0, 15] as const, contexts: anyWork };
const upTo17 = { ages: [0, 17] as const, contexts: anyWork };

const lightWorkOnly: readonly TaskRule[] = [
  {
    ...childLabourRules('art. 1:1 lid 2 e'),
    ...upTo15,
    id: 'safety.task.heavy-lifting',
    says: 'Under 16 no lifting of more than 10 kg.',
    hazard: 'heavyLifting',
    limit: 10,
  },
  {
    ...childLabourRules('art. 1:1 lid 2 f'),
    ...upTo15,
    id: 'safety.task.push-or-pull',
    says: 'Under 16 no pushing or pulling that needs a force of more than 20 kg.',
    hazard: 'pushOrPull',
    limit: 20,
  },
  {
    ...childLabourRules('art. 1:1 lid 2 d'),
    ...upTo15,
    id: 'safety.task.one-posture',
    says: 'Under 16 no work in one posture all the time.',
    hazard: 'onePosture',
  },
  {
    ...childLabourRules('art. 1:1 lid 2 b'),
    ...upTo15,
    id: 'safety.task.mental-strain',
    says: 'Under 16 no work with mental strain that can’t be avoided.',
    hazard: 'mentalStrain',
  },
  {
    ...childLabourRules('art. 1:1 lid 2 c'),
    ...upTo15,
    id: 'safety.task.cash-register',
    says: 'Under 16 no work at a cash register.',
    hazard: 'cashRegister',
  },
  {
    ...childLabourRules('art. 1:1 lid 2 g, 3:1 lid 4'),
    ...upTo15,
    id: 'safety.task.protective-equipment',
    says: 'Under 16 no work that always needs protective equipment; on a placement at 14 and 15 it is allowed.',
    contexts: ['communityService', 'visitWithTasks'],
    hazard: 'protectiveEquipment',
  },
  {
    ...childLabourRules('art. 1:1 lid 2 h and i, lid 4'),
    ...upTo15,
    id: 'safety.task.sea',
    says: 'Under 16 no work at sea.',
    hazard: 'sea',
  },
  {
    ...childLabourRules('art. 1:1 lid 3 a'),
    ...upTo15,
    id: 'safety.task.machines',
    says: 'Under 16, outside industry, no work with or near machines where one can be burnt, shocked, crushed, cut or fall.',
    hazard: 'machines',
    setting: 'other',
  },
  {
    ...unclear('szw.rijksopenheid.nl, 2015'),
    ...upTo15,
    id: 'safety.task.machines-in-industry',
    says: 'Under 16, in industry, light work beside machines only when it isn’t heavy, dangerous or harmful, and under guidance.',
    hazard: 'machines',
    setting: 'industry',
  },
  {
    ...childLabourRules('art. 1:1 lid 3 c'),
    ...upTo15,
    id: 'safety.task.alone-delivering',
    says: 'Under 16 no delivering of meals or groceries alone, by vehicle.',
    hazard: 'aloneDelivering',
  },
  {
    ...childLabourRules('art. 1:1 lid 3 d; Alcoholwet art. 24 lid 5'),
    ...upTo15,
    id: 'safety.task.alcohol',
    says: 'Under 16 no work in a room of a bar or restaurant where alcohol is or can be served.',
    hazard: 'alcohol',
  },
];

// A label's statements, as the article lists them: H360 and H361 each stand for their variants.
const toxic = ['H300', 'H301', 'H310', 'H311', 'H317', 'H330', 'H331', 'H334', 'H340', 'H341', 'H350', 'H350i', 'H351'];
const harmful = ['H360', 'H361', 'H362', 'H370', 'H371', 'H372', 'H373'];
const explosive = ['H200', 'H201', 'H202', 'H203', 'H204', 'H205', 'H220', 'H221', 'H222', 'H224', 'H225'];
const corrosive = ['H240', 'H241', 'H242', 'H314', 'H315', 'H318', 'H319', 'H335', 'EUH070', 'EUH071'];

const neverUnder18: readonly TaskRule[] = [
  {
    ...workingConditions('art. 4.105 lid 1'),
    ...upTo17,
    id: 'safety.task.toxic-substances',
    says: 'Under 18 no work with substances that poison, sensitise, cause cancer or harm the unborn or organs.',
    hazard: 'toxicSubstances',
    labels: [...toxic, ...harmful],
  },
  {
    ...workingConditions('art. 4.105 lid 2'),
    ...upTo17,
    id: 'safety.task.biological-agents',
    says: 'Under 18 no work with biological agents of category 3 or 4.',
    hazard: 'biologicalAgents',
  },
  {
    ...workingConditions('art. 4.105 lid 3'),
    ...upTo17,
    id: 'safety.task.vessels',
    says: 'Under 18 no work at vats, basins, pipes or tanks that hold such substances.',
    hazard: 'vessels',
  },
  {
    ...workingConditions('art. 6.27 lid 1'),
    ...upTo17,
    id: 'safety.task.overpressure',
    says: 'Under 18 no diving or other work under overpressure.',
    hazard: 'overpressure',
  },
  {
    ...workingConditions('art. 6.27 lid 2'),
    ...upTo17,
    id: 'safety.task.radiation',
    says: 'Under 18 no work with apparatus that can give harmful electromagnetic fields or artificial optical radiation.',
    hazard: 'radiation',
  },
  {
    ...workingConditions('art. 6.27 lid 3'),
    ...upTo17,
    id: 'safety.task.noise',
    says: 'Under 18 no workplace with 85 dB(A) or more over the day, or peaks of 140 Pa.',
    hazard: 'noise',
    limit: 85,
  },
  {
    ...workingConditions('art. 6.27 lid 4'),
    ...upTo17,
    id: 'safety.task.vibration',
    says: 'Under 18 no harmful vibration.',
    hazard: 'vibration',
  },
  {
    ...governmentSite('bestrijdingsmiddelen'),
    ...upTo17,
    id: 'safety.task.pesticides',
    says: 'Under 18 no work with pesticides.',
    hazard: 'pesticides',
  },
  {
    ...governmentSite('bestrijdingsmiddelen'),
    ...upTo17,
    id: 'safety.task.sprayed-crop',
    says: 'Under 18 no work in a crop that was sprayed less than 14 days ago.',
    hazard: 'sprayedCrop',
    limit: 14,
  },
  {
    ...workingHoursAct('art. 5:9'),
    ...upTo17,
    id: 'safety.task.on-call',
    says: 'Under 18 nobody is on call.',
    hazard: 'onCall',
  },
];

const withExpert: readonly [name: string, hazard: Hazard, article: string, what: string, labels?: readonly string[]][] =
  [
    ['collapse', 'collapse', 'art. 3.46 a', 'where something can collapse'],
    ['high-voltage', 'highVoltage', 'art. 3.46 b', 'at high-voltage installations'],
    [
      'corrosive-or-explosive',
      'corrosiveOrExplosive',
      'art. 4.106 a',
      'with explosive, flammable, corrosive or irritant substances',
      [...explosive, ...corrosive],
    ],
    ['pressurised-gas', 'pressurisedGas', 'art. 4.106 b–d', 'with gases under pressure, their vessels, or explosives'],
    ['tractor', 'tractor', 'art. 7.39 a', 'driving a tractor or coupling trailers and tools'],
    [
      'dangerous-animals',
      'dangerousAnimals',
      'art. 7.39 b and c',
      'with dangerous animals, or in industrial slaughter',
    ],
    ['paced-work', 'pacedWork', 'art. 7.39 d', 'at a pace that a machine or piece wages set'],
    ['risk-assessed', 'riskAssessed', 'art. 1.37 lid 2', 'with a specific danger that the risk assessment shows'],
  ];

/** Every rule on tasks. What needs an expert at 16 and 17 is no light work, and so nothing for who is younger. */
export const taskRules: readonly TaskRule[] = [
  ...lightWorkOnly,
  ...neverUnder18,
  ...withExpert.flatMap(([name, hazard, article, what, labels]): TaskRule[] => [
    {
      ...childLabourRules(`art. 1:1 lid 2 a; Arbeidsomstandighedenbesluit ${article}`),
      ...upTo15,
      id: `safety.task.${name}.under-16`,
      says: `Under 16 no work ${what}: that is not light work.`,
      hazard,
      ...(labels && { labels }),
    },
    {
      ...workingConditions(`art. 1.37 lid 2, ${article}`),
      ages: [16, 17],
      contexts: anyWork,
      id: `safety.task.${name}.16-17`,
      says: `At 16 and 17 work ${what} only when an expert supervises and prevents the danger.`,
      hazard,
      allowedWithExpert: true,
      ...(labels && { labels }),
    },
  ]),
];
