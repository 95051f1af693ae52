import type { VNode } from 'preact';
import type { CompanySheet } from '@buitenboord/shared/domain/programme/company-sheet.js';
import type { Leerweg } from '@buitenboord/shared/domain/pta/pta.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import { above, Layout } from '../web/layout.js';
import type { SheetWords } from './sheet-blocks.js';

export interface CompanySheetPageProps {
  text: Text;
  /** `/v/<visit>/programme/<elective>/company-sheet` */
  url: string;
  sheet: CompanySheet;
  words: SheetWords;
  levels: readonly Leerweg[];
}

/** One A4 about an elective for a company: what it is for, what the student does, what to look at. */
export function CompanySheetPage({ text, url, sheet, words, levels }: CompanySheetPageProps): VNode {
  const { title, about, aims, tasks, lookAt, foot } = words;
  const missing = sheet.targets - sheet.explained;
  return (
    <Layout title={title} text={text} back={above(url)}>
      <div class="no-print">
        <p class="row">
          <a class="button quiet slim" href={`${url}.pdf?level=${sheet.level}`}>
            {text('sheet.pdf')}
          </a>
          <button class="button quiet slim" data-print hidden type="button">
            {text('app.print')}
          </button>
        </p>
        {levels.length > 1 && (
          <ul class="chips">
            {levels.map((level) => (
              <li key={level}>
                <a
                  class="chip"
                  href={`${url}?level=${level}`}
                  aria-current={level === sheet.level ? 'true' : undefined}
                >
                  {level}
                </a>
              </li>
            ))}
          </ul>
        )}
        {missing > 0 && <p class="note wait">{text('sheet.missing', { missing, all: sheet.targets })}</p>}
      </div>
      <article class="sheet">
        <h1>{title}</h1>
        <p class="soft">{about}</p>
        <h2>{text('sheet.aims')}</h2>
        <ul>
          {aims.map((aim) => (
            <li key={aim}>{aim}</li>
          ))}
        </ul>
        <h2>{text('sheet.tasks')}</h2>
        {tasks.map((task) => (
          <section key={task.title}>
            <p>
              <strong>{task.title}</strong>
            </p>
            {task.lines.length > 0 && (
              <ul>
                {task.lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            )}
          </section>
        ))}
        <h2>{text('sheet.lookAt')}</h2>
        <ul>
          {lookAt.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ul>
        <p class="soft small">{foot}</p>
      </article>
    </Layout>
  );
}
