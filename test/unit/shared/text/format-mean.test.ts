import { expect, it } from '@jest/globals';
import { formatMean } from '@buitenboord/shared/text/format-mean.js';
import { textIn } from '@buitenboord/shared/text/text.js';

it.each([
  [109n, 20n, '5,45'],
  [6n, 1n, '6,0'],
  [82n, 15n, '5,4666…'],
  [54499n, 10000n, '5,4499'],
  [544999n, 100000n, '5,4499…'],
  [10n, 1n, '10,0'],
])('%s/%s reads as %s: never rounded', (numerator, denominator, shown) => {
  expect(formatMean(textIn('nl'), { numerator, denominator })).toBe(shown);
  expect(formatMean(textIn('en'), { numerator, denominator })).toBe(shown.replace(',', '.'));
});
