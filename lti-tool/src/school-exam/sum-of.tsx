import type { VNode } from 'preact';
import { parseTenths } from '@buitenboord/shared/domain/grade/grade-value.js';
import type { RoundingRegime } from '@buitenboord/shared/domain/grade/rounding.js';
import type { SeStanding } from '@buitenboord/shared/domain/grade/se-standing.js';
import { formatGrade } from '@buitenboord/shared/text/format.js';
import { formatMean } from '@buitenboord/shared/text/format-mean.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import { roundingNote } from './standing-words.js';

interface SumProps {
  text: Text;
  standing: SeStanding;
  regime: RoundingRegime | undefined;
}

/** The arithmetic in plain words: the sum, the exact mean, how it is rounded, and what is still open. */
export function SumOf({ text, standing, regime }: SumProps): VNode {
  const { mean, weighed, weightTotal, open } = standing;
  const note = roundingNote(text, standing);
  return (
    <>
      <h3>{text('se.sum')}</h3>
      {mean === undefined && <p>{text('se.noMean')}</p>}
      {mean !== undefined && (
        <p class="sum">
          {text('se.sum.parts', { sum: sumOf(text, standing), weights: weighed, mean: formatMean(text, mean) })}
          {!isShort(mean.denominator) && (
            <span class="under">{text('se.sum.exact', { fraction: `${mean.numerator}/${mean.denominator}` })}</span>
          )}
          <b class="under">{roundedWords(text, standing, regime)}</b>
          {note !== undefined && <span class="under">{note}</span>}
        </p>
      )}
      <p class="soft">
        {open.length === 0 ? text('se.complete') : text('se.missing', { codes: open.join(', ') })}{' '}
        {mean !== undefined && weighed < weightTotal && text('se.soFar', { weighed, total: weightTotal })}
      </p>
    </>
  );
}

/** "6,5 × 1 + 7,4 × 2" */
function sumOf(text: Text, { parts }: SeStanding): string {
  return parts
    .filter(({ weighs }) => weighs)
    .flatMap(({ value, component }) => (value ? [`${formatGrade(text, value)} × ${component.weight}`] : []))
    .join(' + ');
}

// Up to four decimals are written out: ten thousand is a multiple of the denominator then.
function isShort(denominator: bigint): boolean {
  return 10_000n % denominator === 0n;
}

function roundedWords(
  text: Text,
  { mean, oneDecimal, becomes }: SeStanding,
  regime: RoundingRegime | undefined,
): string {
  if (!mean || becomes === undefined || regime === undefined) return text('se.sum.notChosen');
  const shown = { mean: formatMean(text, mean), grade: becomes };
  // A mean that has one decimal already is rounded in one step whatever the school chose.
  if (10n % mean.denominator === 0n) return text('se.sum.plain', shown);
  if (regime === 'direct') return text('se.sum.direct', shown);
  const tenth = formatGrade(text, { kind: 'tenths', tenths: parseTenths(oneDecimal ?? '') ?? 0 });
  return text('se.sum.viaOneDecimal', { ...shown, tenth });
}
