import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { problemCodes } from '@buitenboord/shared/problem.js';
import { statusOf } from '@buitenboord/lti-tool/web/problem-status.js';

const docs = join(import.meta.dirname, '../../../docs');
const page = readFileSync(join(docs, 'lti.md'), 'utf8');
const rows = [...page.matchAll(/^\| `((?:launch|login)\/[a-z-]+)` +\| (\d+) +\| (.+?) +\| (.+?) +\|$/gmu)].map(
  ([, code = '', status, when = '', section = '']) => ({ code, status: Number(status), when, section }),
);

describe('the refusals in docs/lti.md', () => {
  it('are exactly those of the code, in its order', () => {
    const known = problemCodes.filter((code) => /^(?:launch|login)\//u.test(code));
    expect(rows.map(({ code }) => code)).toEqual(known);
  });

  it('say the status that is answered, when it happens, and which section asks for it', () => {
    for (const { code, status, when, section } of rows) {
      expect([code, status]).toEqual([code, statusOf(code as (typeof problemCodes)[number])]);
      expect(when).toMatch(/\S/u);
      expect(section).toMatch(/\S/u);
    }
  });
});

describe('the pages for installing', () => {
  const pages = ['moodle', 'canvas', 'brightspace', 'blackboard', 'schoology', 'itslearning', 'other'];

  it.each(pages)('%s says how far it is proven, and how to see that it works', (name) => {
    const text = readFileSync(join(docs, 'install', `${name}.md`), 'utf8');
    const proven = name === 'moodle' ? '**Against recordings of the real thing' : '**By documentation';
    expect(text).toContain(proven);
    expect(text).toMatch(/^## .*How to see that it works$/mu);
    expect(page).toContain(`install/${name}.md`);
  });
});
