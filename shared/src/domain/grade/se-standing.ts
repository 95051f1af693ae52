import type { PtaComponent } from '../pta/pta.js';
import { componentMean, oneDecimal } from './component-mean.js';
import { standingGrade } from './grade-key.js';
import { formatTenths, type GradeValue } from './grade-value.js';
import { isBelowFour, meanWarnings, type GradeWarning } from './grade-warnings.js';
import { rational, type Rational } from './rational.js';
import { wholeGrade, type RoundingRegime } from './rounding.js';

/** What stands for a component of a student: nothing yet, something to catch up, an exemption, or a grade. */
export type PartState = 'missing' | 'catchUp' | 'exemption' | 'graded';

export interface PartStanding {
  component: PtaComponent;
  state: PartState;
  /** What counts, of all attempts the highest. */
  value?: GradeValue;
  /** What each attempt got, in order. */
  attempts: readonly GradeValue[];
  /** Its grade takes part in the mean. */
  weighs: boolean;
  isBelowFour: boolean;
  /** A gate that has been judged, and isn't passed. */
  isShut: boolean;
}

/** A student's school exam in one subject, so far. */
export interface SeStanding {
  parts: readonly PartStanding[];
  /** The exact mean of what is there; absent while nothing weighs. */
  mean?: Rational;
  /** The mean with one decimal, as a subject with a central exam has it. */
  oneDecimal?: string;
  /** What the mean becomes as a whole grade; absent while the school hasn't chosen how to round. */
  becomes?: number;
  /** The weights that are in the mean, of all that will be. */
  weighed: number;
  weightTotal: number;
  /** Codes of what is still to come: missing and to catch up. */
  open: readonly string[];
  /** Codes of gates that aren't passed. */
  shut: readonly string[];
  warnings: readonly GradeWarning[];
}

/**
 * What stands per component and what comes of it. Of attempts the highest counts; what is to be caught up or missing is open; an exempted component
 * stays out of the mean; gates are never in the mean. `attemptsOf` gives a component's values, in order of attempts.
 */
export function seStanding(
  components: readonly PtaComponent[],
  attemptsOf: (code: string) => readonly GradeValue[],
  regime: RoundingRegime | undefined,
): SeStanding {
  const parts = components.map((component) => partStanding(component, attemptsOf(component.code)));
  const codes = (chosen: (part: PartStanding) => boolean) =>
    parts.filter(chosen).map(({ component }) => component.code);
  const graded = parts.flatMap((part) => (part.weighs ? gradeOf(part) : []));
  const counting = parts.filter(({ component, state }) => component.scale === 'number' && state !== 'exemption');
  const standing = {
    parts,
    weighed: graded.reduce((sum, { weight }) => sum + weight, 0),
    weightTotal: counting.reduce((sum, { component }) => sum + component.weight, 0),
    open: codes(({ state }) => state === 'missing' || state === 'catchUp'),
    shut: codes(({ isShut }) => isShut),
  };
  const low = parts.flatMap((part, index): GradeWarning[] =>
    part.isBelowFour ? [{ kind: 'component-below-four', position: index + 1 }] : [],
  );
  if (standing.weighed === 0) return { ...standing, warnings: low };
  const mean = componentMean(graded);
  return {
    ...standing,
    mean,
    oneDecimal: oneDecimal(mean),
    ...(regime && { becomes: wholeGrade(mean, regime) }),
    warnings: [...low, ...(regime ? meanWarnings(mean, regime) : [])],
  };
}

function partStanding(component: PtaComponent, attempts: readonly GradeValue[]): PartStanding {
  const value = standingGrade(attempts.map((each) => ({ value: each })))?.value;
  const state = stateOf(value);
  return {
    component,
    state,
    ...(value && { value }),
    attempts,
    weighs: value?.kind === 'tenths' && component.scale === 'number' && component.weight > 0,
    isBelowFour: value?.kind === 'tenths' && isBelowFour(rational(BigInt(value.tenths), 10n)),
    isShut: component.gate && value !== undefined && !opensGate(value),
  };
}

function stateOf(value: GradeValue | undefined): PartState {
  if (!value) return 'missing';
  switch (value.kind) {
    case 'catchUp':
    case 'exemption':
      return value.kind;
    case 'tenths':
    case 'ordinal':
    case 'met':
      return 'graded';
  }
}

/** A gate opens with V, G, or met; an exemption opens it too. What is to be caught up is open, not shut. */
function opensGate(value: GradeValue): boolean {
  switch (value.kind) {
    case 'ordinal':
      return value.judgement !== 'O';
    case 'met':
      return value.met;
    case 'tenths':
    case 'exemption':
    case 'catchUp':
      return true;
  }
}

function gradeOf({ component, value }: PartStanding): { grade: string; weight: number }[] {
  return value?.kind === 'tenths' ? [{ grade: formatTenths(value.tenths, '.'), weight: component.weight }] : [];
}
