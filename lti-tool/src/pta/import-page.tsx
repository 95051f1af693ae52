import type { VNode } from 'preact';
import { ptaColumns, type RowProblem } from '@buitenboord/shared/domain/pta/pta-file.js';
import type { PtaOutline } from '@buitenboord/shared/domain/pta/pta-outline.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import { Layout } from '../web/layout.js';
import { Token } from '../web/parts/form.js';
import type { PtaPageProps } from './pta-view.js';

/** What a file would do, one a programme. */
export interface PreviewRow {
  outline: PtaOutline;
  outcome: 'made' | 'changed' | 'unchanged';
}

export type ImportStep =
  | { kind: 'choose' }
  | { kind: 'refused'; problems: readonly RowProblem[] }
  /** `file`: the text as it was read, carried along so that what is stored is what was shown. */
  | { kind: 'preview'; rows: readonly PreviewRow[]; file: string };

/** Reading programmes from a file: choose, look, store. */
export function ImportPage({ text, url, formToken, step }: PtaPageProps & { step: ImportStep }): VNode {
  return (
    <Layout title={text('pta.import')} text={text} width="wide">
      <p>
        <a href={url}>{text('pta.title')}</a>
      </p>
      <h1>{text('pta.import')}</h1>
      <p class="lead">{text('pta.import.lead')}</p>
      {step.kind === 'refused' && <Problems text={text} problems={step.problems} />}
      {step.kind === 'preview' && <Preview text={text} url={url} formToken={formToken} step={step} />}
      <form method="post" action={`${url}/import`} enctype="multipart/form-data" class="card">
        <Token value={formToken} />
        <div class="field">
          <label for="file">{text('pta.import.choose')}</label>
          <input id="file" type="file" name="file" accept=".csv,text/csv" required />
        </div>
        <button class={step.kind === 'preview' ? 'button quiet' : 'button'}>{text('pta.import.look')}</button>
      </form>
      <details>
        <summary>{text('pta.import.columns')}</summary>
        <p>
          <code>{ptaColumns.join(';')}</code>
        </p>
      </details>
    </Layout>
  );
}

function Problems({ text, problems }: { text: Text; problems: readonly RowProblem[] }): VNode {
  return (
    <section class="note stop" role="alert">
      <h2>{text('pta.import.problems', { count: problems.length })}</h2>
      <p>{text('pta.import.nothingStored')}</p>
      <table class="stacks">
        <thead>
          <tr>
            <th scope="col">{text('pta.import.row')}</th>
            <th scope="col">{text('pta.import.column')}</th>
            <th scope="col">{text('pta.import.wrong')}</th>
            <th scope="col">{text('pta.import.found')}</th>
          </tr>
        </thead>
        <tbody>
          {problems.map(({ row, column, complaint, found }, index) => (
            <tr key={index}>
              <td data-label={text('pta.import.row')}>{row}</td>
              <td data-label={text('pta.import.column')}>{column === '' ? '' : text(`pta.field.${column}`)}</td>
              <td data-label={text('pta.import.wrong')}>{text(`pta.complaint.${complaint}`)}</td>
              <td data-label={text('pta.import.found')}>{found}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface PreviewProps extends PtaPageProps {
  step: Extract<ImportStep, { kind: 'preview' }>;
}

function Preview({ text, url, formToken, step }: PreviewProps): VNode {
  const changes = step.rows.filter(({ outcome }) => outcome !== 'unchanged').length;
  return (
    <section>
      <h2>{text('pta.import.preview')}</h2>
      <ul class="plain steps">
        {step.rows.map(({ outline, outcome }, index) => (
          <li key={index}>
            <span>
              <b>{outline.subject.title}</b> {outline.subject.code} · {outline.cohort} · {outline.leerweg} ·{' '}
              {outline.schoolYear} · {text('pta.count', { count: outline.components.length })}
            </span>
            <span class="pill">{text(`pta.outcome.${outcome}`)}</span>
          </li>
        ))}
      </ul>
      {changes === 0 ? (
        <p>{text('pta.import.unchanged')}</p>
      ) : (
        <form method="post" action={`${url}/import/store`} enctype="multipart/form-data">
          <Token value={formToken} />
          <textarea name="file" hidden>
            {step.file}
          </textarea>
          <button class="button">{text('pta.import.store')}</button>
        </form>
      )}
    </section>
  );
}
