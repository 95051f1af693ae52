/** An exact fraction: reduced, with a positive denominator. Grades are never binary floats: 5,45 has none (domain.md B.4). */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** The fraction in lowest terms. The denominator isn't zero. */
export function rational(numerator: bigint, denominator = 1n): Rational {
  const sign = denominator < 0n ? -1n : 1n;
  const divisor = sign * greatestDivisor(numerator, denominator);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

/** Both together. */
export function plus(one: Rational, other: Rational): Rational {
  return rational(
    one.numerator * other.denominator + other.numerator * one.denominator,
    one.denominator * other.denominator,
  );
}

/** One multiplied by the other. */
export function times(one: Rational, other: Rational): Rational {
  return rational(one.numerator * other.numerator, one.denominator * other.denominator);
}

/** One divided by the other, which isn't zero. */
export function dividedBy(one: Rational, other: Rational): Rational {
  return times(one, { numerator: other.denominator, denominator: other.numerator });
}

/** The nearest whole number of parts of `1/parts`, a half going up: in tenths with `parts` 10. For what isn't negative. */
export function halfUp({ numerator, denominator }: Rational, parts = 1n): bigint {
  return (2n * numerator * parts + denominator) / (2n * denominator);
}

/** The decimal number that was written, exactly: 0.1 is one tenth, and not the binary number nearest to it. Undefined for what is no number. */
export function exactly(written: number): Rational | undefined {
  // JavaScript writes the shortest decimal that means this number: what somebody typed.
  const parts = /^(-?\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/u.exec(String(written));
  if (!parts) return undefined;
  const [, whole = '0', decimals = '', exponent = '0'] = parts;
  const shift = Number(exponent) - decimals.length;
  const power = 10n ** BigInt(Math.abs(shift));
  const digits = BigInt(whole + decimals);
  return shift < 0 ? rational(digits, power) : rational(digits * power);
}

function greatestDivisor(one: bigint, other: bigint): bigint {
  const [a, b] = [one < 0n ? -one : one, other < 0n ? -other : other];
  return b === 0n ? a : greatestDivisor(b, a % b);
}
