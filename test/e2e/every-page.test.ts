import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { demoAssignments } from '@buitenboord/lti-tool/demo/demo-assignments.js';
import { en } from '@buitenboord/shared/text/en.js';
import { nl } from '@buitenboord/shared/text/nl.js';
import type { Locale } from '@buitenboord/shared/text/text.js';
import { describeWithBrowser, launchBrowser } from '../support/browser.js';
import { fillHouse, pagesOf, type FilledHouse, type PageName } from '../support/pages-of-house.js';
import { startHouse } from '../support/running-house.js';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
const phone = { width: 360, height: 740 };
const desk = { width: 1280, height: 800 };

const names: readonly PageName[] = [
  'the student’s page, busy',
  'the student’s page, handed in',
  'the student’s page, with a grade',
  'the class',
  'settling, before',
  'settling, afterwards',
  'settling, with a grade that the LMS refused',
  'the student’s own judgement',
  'the three judges',
  'when to assess',
  'who was named for the school exam',
  'companies',
  'the take-over list',
  'who is who',
  'what is stored',
  'what is on its way',
  'the old keys',
  'for what it counts',
  'for whom the course is',
  'asking for a right',
  'the picker',
  'the choice',
  'a new assignment',
  'a new assignment with errors',
  'the list of PTAs',
  'one PTA',
  'the import of a PTA with errors',
  'the import of a PTA, before storing',
  'a component of a PTA',
  'proposing a PTA',
  'copying PTAs',
  'how the school rounds',
  'the school exam',
  'the school exam of a student',
  'the schedules',
  'a schedule, without a date of birth',
  'a schedule that waits for approval',
  'a schedule that is refused',
  'the student’s own days',
  'may a student do this',
  'is an agreement needed',
  'the kinds of activities',
  'the quality samples',
  'a quality sample',
  'a case to judge',
  'a case to decide',
  'the exam file',
  'the school',
  'one platform',
  'a platform that waits',
  'a platform, tested',
  'letting a platform go',
  'connecting a platform',
  'connecting a platform with errors',
  'the mailbox',
  'the student’s page that asks to look back',
  'settling what a student didn’t look back on',
  'an empty career file',
  'a career file',
  'a new experience',
  'an experience that has begun',
  'an experience that is refused',
  'an experience that is closed',
  'what a student shows of her career',
  'the company’s front',
  'the company’s task',
  'the company’s question',
  'the company’s summary',
  'the company’s thanks',
  'the electives of the class',
  'the grid of an elective',
  'the grid, refused',
  'one student’s elective',
  'giving an elective',
  'the student’s electives',
  'the catalogue',
  'an elective',
  'plain words for a subtask',
  'the sheet for a company',
  'registration',
  'a link without an assignment',
  'an error',
  'a new window',
  'a frame that was reloaded',
];

/** Speaks the language of the school, before anybody came in. */
const alwaysDutch: readonly PageName[] = ['registration'];
/** Shows the mails of a Dutch school. */
const withDutch: readonly PageName[] = [...alwaysDutch, 'the mailbox'];

describeWithBrowser('every page, on a phone and at a desk, light and dark', () => {
  let browser: Browser;
  let filled: FilledHouse;

  beforeAll(async () => {
    filled = await fillHouse(await startHouse());
    browser = await launchBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await filled.house.stop();
  });

  describe.each<Locale>(['nl', 'en'])('in %s', (locale) => {
    let context: BrowserContext;
    let page: Page;
    let open: Awaited<ReturnType<typeof pagesOf>>;

    beforeAll(async () => {
      // The content security policy forbids a script of a stranger, and axe is one.
      context = await browser.newContext({ bypassCSP: true, locale: locale === 'nl' ? 'nl-NL' : 'en-GB' });
      context.setDefaultTimeout(5000);
      open = await pagesOf(filled, context, locale);
    });
    afterAll(() => context.close());

    it.each(names)(
      '%s has no barrier that axe knows, nothing to scroll sideways for, and one language',
      async (name) => {
        page = await context.newPage();
        await page.setViewportSize(phone);
        await open[name](page);
        await page.addScriptTag({ path: axe });
        expect(await page.evaluate(() => document.scrollingElement!.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
        expect(await page.locator('html').getAttribute('lang')).toBe(alwaysDutch.includes(name) ? 'nl' : locale);
        if (locale === 'en' && !withDutch.includes(name)) {
          expect(dutchIn(await page.locator('body').innerText())).toEqual([]);
        }
        for (const size of [phone, desk]) {
          await page.setViewportSize(size);
          for (const colorScheme of ['light', 'dark'] as const) {
            await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
            expect({ size, colorScheme, barriers: await barriersOf(page, colorScheme) }).toMatchObject({
              barriers: [],
            });
          }
        }
        await page.close();
      },
    );
  });
});

/** What the demo's teachers wrote is Dutch in any language; some of it is an example in a form as well. */
const wordsOfTeachers = `${JSON.stringify(demoAssignments)} Veilig werken`;

const dutchSentences = Object.entries(nl).flatMap(([key, sentence]): string[] =>
  typeof sentence === 'string' && sentence !== en[key as keyof typeof en] && !wordsOfTeachers.includes(sentence)
    ? [sentence]
    : [],
);

/** Sentences of the Dutch catalogue on a page: a line of its own, or three words somewhere. */
function dutchIn(words: string): string[] {
  const lines = new Set(words.split('\n').map((line) => line.trim()));
  return dutchSentences.filter(
    (sentence) => lines.has(sentence) || (sentence.split(' ').length > 2 && words.includes(sentence)),
  );
}

/** Of what axe says, what a failing test shows. */
interface Found {
  violations: { id: string; nodes: { html: string }[] }[];
}

async function barriersOf(page: Page, colorScheme: 'light' | 'dark'): Promise<string[]> {
  // In the dark only the colours differ.
  const runOnly =
    colorScheme === 'light' ? { type: 'tag', values: tags } : { type: 'rule', values: ['color-contrast'] };
  const run = `axe.run(document, ${JSON.stringify({ runOnly, resultTypes: ['violations'] })})`;
  const { violations } = await page.evaluate<Found>(run);
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}
