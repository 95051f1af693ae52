import type { CompanySheet } from '@buitenboord/shared/domain/programme/company-sheet.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import type { PdfBlock } from '../pdf/render-pdf.js';

/** What a sheet says, piece by piece: the page and the PDF are both made of it. */
export interface SheetWords {
  title: string;
  about: string;
  aims: readonly string[];
  tasks: readonly { title: string; lines: readonly string[] }[];
  lookAt: readonly string[];
  foot: string;
}

export function sheetWords(text: Text, sheet: CompanySheet, school: string): SheetWords {
  const { title, officialCode, level, tasks, lookAt } = sheet;
  return {
    title,
    about: [school, text('sheet.level', { level }), officialCode && text('sheet.code', { code: officialCode })]
      .filter(Boolean)
      .join(' · '),
    aims: [text('sheet.aim.learn'), text('sheet.aim.work'), text('sheet.aim.choose')],
    tasks: tasks.map((task) => ({
      title: task.title,
      lines: task.more > 0 ? [...task.lines, text('sheet.more', { count: task.more })] : task.lines,
    })),
    lookAt: lookAt.length > 0 ? lookAt : [text('sheet.look.safe'), text('sheet.look.steps'), text('sheet.look.result')],
    foot: text('sheet.foot'),
  };
}

export function sheetBlocks(text: Text, words: SheetWords): PdfBlock[] {
  const { title, about, aims, tasks, lookAt, foot } = words;
  return [
    { kind: 'title', text: title },
    { kind: 'small', text: about },
    { kind: 'heading', text: text('sheet.aims') },
    { kind: 'list', items: aims },
    { kind: 'heading', text: text('sheet.tasks') },
    ...tasks.flatMap((task): PdfBlock[] => [
      { kind: 'subheading', text: task.title },
      ...(task.lines.length > 0 ? [{ kind: 'list' as const, items: task.lines }] : []),
    ]),
    { kind: 'heading', text: text('sheet.lookAt') },
    { kind: 'list', items: lookAt },
    { kind: 'small', text: foot },
  ];
}
