import { inflateSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { pdfText } from '@buitenboord/lti-tool/pdf/pdf-text.js';
import { renderPdf, type PdfBlock } from '@buitenboord/lti-tool/pdf/render-pdf.js';
import { sheetBlocks, sheetWords } from '@buitenboord/lti-tool/programme/sheet-blocks.js';
import { companySheet } from '@buitenboord/shared/domain/programme/company-sheet.js';
import { builtInProgramme } from '@buitenboord/shared/domain/programme/built-in-programme.js';
import { textIn } from '@buitenboord/shared/text/text.js';
import { plateWork } from '../../../support/programme.js';

const about = { title: 'Blad', language: 'nl' as const, madeAt: new Date('2026-06-01T00:00:00.000Z') };
const blocks: readonly PdfBlock[] = [
  { kind: 'title', text: 'Lassen' },
  { kind: 'list', items: ['één', 'twee'] },
  { kind: 'text', text: 'Klaar.' },
];

function pagesIn(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type \/Page\b/gu)?.length ?? 0;
}

/** The words on its pages, as far as the built-in fonts write them: hexadecimal pieces between brackets. */
function wordsIn(pdf: Buffer): string {
  const source = pdf.toString('latin1');
  const streams = [...source.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/gu)].flatMap(([, body = '']) => {
    try {
      return [inflateSync(Buffer.from(body, 'latin1')).toString('latin1')];
    } catch {
      return [];
    }
  });
  const lines = [...streams.join('\n').matchAll(/\[([^\]]*)\] TJ/gu)].map(([, line = '']) =>
    [...line.matchAll(/<([0-9a-f]+)>/gu)].map(([, hex = '']) => Buffer.from(hex, 'hex').toString('latin1')).join(''),
  );
  return lines.join('\n');
}

describe('a PDF', () => {
  it('is the same to the byte for the same content', async () => {
    const [one, other] = [await renderPdf(about, blocks), await renderPdf(about, blocks)];
    expect(one.equals(other)).toBe(true);
    expect(one.equals(await renderPdf(about, [...blocks, { kind: 'text', text: 'x' }]))).toBe(false);
  });

  it('says what it was given, in the language it names', async () => {
    const pdf = await renderPdf(about, blocks);
    expect(wordsIn(pdf)).toContain('Lassen');
    expect(wordsIn(pdf)).toContain('één');
    expect(pdf.toString('latin1')).toMatch(/\/Lang \(nl\)/u);
  });

  it('goes on on a next page', async () => {
    const many = Array.from({ length: 120 }, (_, index): PdfBlock => ({ kind: 'text', text: `Regel ${index}` }));
    const pdf = await renderPdf(about, many);
    expect(pagesIn(pdf)).toBeGreaterThan(1);
    expect(wordsIn(pdf)).toContain('Regel 119');
  });
});

describe('the company’s sheet as a PDF', () => {
  it.each([
    ['nothing to explain', undefined],
    ['short words', 'Leest de tekening.'],
    ['the longest words there can be', 'Een heel lange zin met veel woorden. '.repeat(13)],
  ])('is one page with %s [programme.sheet-is-one-page]', async (_name, words) => {
    const programme = builtInProgramme(plateWork)!;
    const targets = Array.from({ length: 8 }, (_, index) => ({
      sloId: String(index),
      text: 'x',
      leerwegen: ['kb' as const],
    }));
    const full = { ...programme, subtasks: programme.subtasks.map((subtask) => ({ ...subtask, targets })) };
    const lookAt = Array.from({ length: 6 }, (_, index) => `${index} ${'Werkt veilig en netjes. '.repeat(5)}`);
    const sheet = companySheet(full, 'kb', { plainText: () => words, lookAt });
    const text = textIn('nl');
    const pdf = await renderPdf(about, sheetBlocks(text, sheetWords(text, sheet, 'De Werkplaats')));
    expect(pagesIn(pdf)).toBe(1);
    expect(wordsIn(pdf)).toContain('Plaat- en constructiewerk');
  });
});

describe('a text in a PDF', () => {
  it.each([
    ['één geïntegreerd café', 'één geïntegreerd café'],
    ['Łukasz Yıldız Čapek', 'Lukasz Yildiz Capek'],
    ['“dat” – zei ze…', '“dat” – zei ze…'],
    ['klaar 🎉 nu', 'klaar nu'],
    ['Олександра', '??????????'],
  ])('%s is written as %s', (text, written) => {
    expect(pdfText(text)).toBe(written);
  });
});
