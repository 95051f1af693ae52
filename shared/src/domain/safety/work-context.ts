/** As what the law sees it. `visit`: looking only, no work. */
export const workContexts = ['placement', 'communityService', 'visitWithTasks', 'visit'] as const;
export type WorkContext = (typeof workContexts)[number];

/** Where: in industry some light work beside machines is judged otherwise (domain: under 16). */
export const settings = ['industry', 'other'] as const;
export type Setting = (typeof settings)[number];

/** Who keeps an eye on the student: nobody in particular, somebody near, or an expert who prevents the danger. */
export const supervisions = ['none', 'near', 'expert'] as const;
export type Supervision = (typeof supervisions)[number];

export interface Context {
  work: WorkContext;
  setting: Setting;
}

/** What can be dangerous or too heavy about a task. */
export const hazards = [
  'heavyLifting',
  'pushOrPull',
  'onePosture',
  'mentalStrain',
  'cashRegister',
  'protectiveEquipment',
  'machines',
  'aloneDelivering',
  'alcohol',
  'sea',
  'toxicSubstances',
  'biologicalAgents',
  'vessels',
  'overpressure',
  'radiation',
  'noise',
  'vibration',
  'pesticides',
  'sprayedCrop',
  'onCall',
  'collapse',
  'highVoltage',
  'corrosiveOrExplosive',
  'pressurisedGas',
  'tractor',
  'dangerousAnimals',
  'pacedWork',
  'riskAssessed',
] as const;
export type Hazard = (typeof hazards)[number];
