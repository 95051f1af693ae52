import type { VNode } from 'preact';
import type { RowProblem } from '@buitenboord/shared/domain/pta/pta-file.js';
import type { PtaOutline } from '@buitenboord/shared/domain/pta/pta-outline.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import { Layout } from '../web/layout.js';
import { Token } from '../web/parts/form.js';
import { ComponentTable } from './component-table.js';
import { MappingForm, type MappedTable } from './mapping-form.js';
import type { PtaPageProps } from './pta-view.js';

/** What a file would do, one a programme. `refused`: the component has grades and can't go. */
export type PreviewRow = { outline: PtaOutline } & (
  { outcome: 'made' | 'changed' | 'unchanged' } | { outcome: 'refused'; component: string }
);

export type ImportStep =
  | { kind: 'choose' }
  | { kind: 'unreadable'; problems: readonly RowProblem[] }
  | ({ kind: 'refused'; problems: readonly RowProblem[] } & MappedTable)
  | ({ kind: 'preview'; rows: readonly PreviewRow[] } & MappedTable);

/** Reading programmes from a file: choose, say what the columns are, look, store. */
export function ImportPage({ text, url, formToken, step }: PtaPageProps & { step: ImportStep }): VNode {
  const isFirst = step.kind === 'choose' || step.kind === 'unreadable';
  const page = { text, url, formToken };
  return (
    <Layout title={text('pta.import')} text={text} back={{ href: url, words: text('pta.title') }} width="wide">
      <h1>{text('pta.import')}</h1>
      <p class="lead">{text('pta.import.lead')}</p>
      {(step.kind === 'refused' || step.kind === 'unreadable') && <Problems text={text} problems={step.problems} />}
      {step.kind === 'preview' && <Preview {...page} step={step} />}
      {(step.kind === 'refused' || step.kind === 'preview') && (
        <MappingForm {...page} table={step.table} mapping={step.mapping} isOpen={step.kind === 'refused'} />
      )}
      {isFirst ? (
        <FileForm {...page} />
      ) : (
        <details>
          <summary>{text('pta.import.other')}</summary>
          <FileForm {...page} />
        </details>
      )}
    </Layout>
  );
}

function FileForm({ text, url, formToken }: PtaPageProps): VNode {
  return (
    <form method="post" action={`${url}/import`} enctype="multipart/form-data" class="card">
      <Token value={formToken} />
      <div class="field">
        <label for="file">{text('pta.import.choose')}</label>
        <input id="file" type="file" name="file" accept=".csv,.xlsx,text/csv" required />
      </div>
      <button class="button">{text('pta.import.look')}</button>
    </form>
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
              <td data-label={text('pta.import.found')}>{found || '–'}</td>
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
  const { table, mapping, rows } = step;
  const isRefused = rows.some(({ outcome }) => outcome === 'refused');
  const changes = rows.some(({ outcome }) => outcome !== 'unchanged');
  return (
    <section class="stack">
      <h2>{text('pta.import.preview')}</h2>
      {rows.map((row, index) => (
        <PreviewedPta key={index} text={text} row={row} isOpen={rows.length <= 3 || row.outcome === 'refused'} />
      ))}
      {!changes && <p>{text('pta.import.unchanged')}</p>}
      {isRefused && <p class="note stop">{text('pta.import.nothingStored')}</p>}
      {changes && !isRefused && (
        <form method="post" action={`${url}/import/store`} enctype="multipart/form-data">
          <Token value={formToken} />
          <textarea name="carried" hidden>
            {JSON.stringify({ table, mapping })}
          </textarea>
          <p>
            <button class="button">{text('pta.import.store')}</button>
          </p>
        </form>
      )}
    </section>
  );
}

function PreviewedPta({ text, row, isOpen }: { text: Text; row: PreviewRow; isOpen: boolean }): VNode {
  const { subject, cohort, leerweg, schoolYear, components } = row.outline;
  return (
    <details open={isOpen}>
      <summary>
        <b>{subject.title}</b> {subject.code} · {cohort} · {leerweg} · {schoolYear} ·{' '}
        {text('pta.count', { count: components.length })}{' '}
        {row.outcome === 'refused' ? (
          <span class="pill stop">! {text('pta.outcome.refused', { component: row.component })}</span>
        ) : (
          <span class="pill">{text(`pta.outcome.${row.outcome}`)}</span>
        )}
      </summary>
      <ComponentTable text={text} components={components} />
    </details>
  );
}
