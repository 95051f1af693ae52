import { describe, expect, it } from '@jest/globals';
import { remedyOf, stepName } from '@buitenboord/lti-tool/admin-page/words-of-refusal.js';
import { launchSteps } from '@buitenboord/shared/domain/launch/refused-launch.js';
import { problemCodes } from '@buitenboord/shared/problem.js';
import { textIn } from '@buitenboord/shared/text/text.js';

const codes = problemCodes.filter((code) => /^(?:launch|platform)\//u.test(code));

describe.each(['nl', 'en'] as const)('what an administrator reads of a refusal, in %s', (locale) => {
  const text = textIn(locale);

  it('says of every step what it is', () => {
    for (const step of launchSteps) expect(stepName(text, step)).toMatch(/^\p{Ll}.{5,}[^.]$/u);
  });

  it('says of every code what to do, each its own', () => {
    const remedies = codes.map((code) => remedyOf(text, code));
    expect(remedies.filter((remedy) => remedy === text('remedy.other'))).toEqual([]);
    expect(new Set(remedies).size).toBe(codes.length);
  });

  it('sends on to the log for what it doesn’t know', () => {
    expect(remedyOf(text, 'store/conflict')).toBe(text('remedy.other'));
    expect(remedyOf(text, 'something/else')).toBe(text('remedy.other'));
  });
});
