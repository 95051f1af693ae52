import { describe, expect, it } from '@jest/globals';
import { linkTo, pathBeforeQuery, withQuery } from '@buitenboord/connectors/lti-services/service-url.js';

describe('the address of a service', () => {
  it.each([
    ['https://lms.example/2/lineitem?type_id=1', 'https://lms.example/2/lineitem/scores?type_id=1'],
    ['https://lms.example/2/lineitem', 'https://lms.example/2/lineitem/scores'],
    ['https://lms.example/2/lineitem/', 'https://lms.example/2/lineitem/scores'],
    ['https://lms.example/2/line%20item?a=b%2Fc', 'https://lms.example/2/line%20item/scores?a=b%2Fc'],
  ])('has the part in front of the query: %s', (lineItem, scores) => {
    expect(pathBeforeQuery(lineItem, 'scores')).toBe(scores);
  });

  it('keeps the query it has', () => {
    expect(withQuery('https://lms.example/results?type_id=1', { user_id: 'a b' })).toBe(
      'https://lms.example/results?type_id=1&user_id=a+b',
    );
  });
});

describe('the next page', () => {
  it.each<[string, string | undefined, string | undefined]>([
    ['nothing', undefined, undefined],
    ['no next', '<https://lms.example/?p=1>; rel="first"', undefined],
    ['one', '<https://lms.example/?p=Ab2>; rel="next"', 'https://lms.example/?p=Ab2'],
    ['one without quotes', '<https://lms.example/?p=2>;rel=next', 'https://lms.example/?p=2'],
    [
      'one of several',
      '<https://a.example/1>; rel="prev", <https://a.example/3,4>; title="x"; rel="next", <https://a.example/9>; rel="last"',
      'https://a.example/3,4',
    ],
    [
      'curly quotes and &amp;',
      '<https://lms.example/?a=1&amp;from=0>; rel=“first”, <https://lms.example/?a=1&amp;from=1>; rel=“next”',
      'https://lms.example/?a=1&from=1',
    ],
    [
      'curly quotes as bytes',
      Buffer.from('<https://lms.example/?a=1&amp;from=1>; rel=“next”').toString('latin1'),
      'https://lms.example/?a=1&from=1',
    ],
    ['a word like it', '<https://lms.example/?p=2>; rel="nextcloud"', undefined],
  ])('is found in a Link header with %s', (_title, link, address) => {
    expect(linkTo('next', link)).toBe(address);
  });
});
