import type { Rational } from '../domain/grade/rational.js';
import type { Text } from './text.js';

const mostDecimals = 4n;

/** An exact mean as people read it: "5,45"; what goes on for ever is cut off and not rounded, "7,1666…", for 5,4499 must not read as 5,45. */
export function formatMean(text: Text, { numerator, denominator }: Rational): string {
  const scaled = numerator * 10n ** mostDecimals;
  const digits = (scaled / denominator).toString().padStart(Number(mostDecimals) + 1, '0');
  const [whole, decimals] = [digits.slice(0, -Number(mostDecimals)), digits.slice(-Number(mostDecimals))];
  const isExact = scaled % denominator === 0n;
  const shown = isExact ? decimals.replace(/0{1,3}$/u, '') : `${decimals}…`;
  return `${whole}${text.locale === 'nl' ? ',' : '.'}${shown}`;
}
