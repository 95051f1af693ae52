import type { VNode } from 'preact';
import type { Leerweg } from '@buitenboord/shared/domain/pta/pta.js';
import { Layout } from '../web/layout.js';
import { Token } from '../web/parts/form.js';
import type { PtaPageProps } from './pta-view.js';

export interface CopyRow {
  /** The line that is copied. */
  from: string;
  subject: { code: string; title: string };
  leerweg: Leerweg;
  fromCohort: string;
  /** What it becomes. */
  cohort: string;
  schoolYear: string;
  exists: boolean;
}

export interface CopyPageProps extends PtaPageProps {
  years: readonly string[];
  year: string;
  rows: readonly CopyRow[];
  /** Sent without a choice. */
  isEmpty: boolean;
}

/** Which programmes of a year become drafts for the next. */
export function CopyPage(props: CopyPageProps): VNode {
  const { text, url, rows, isEmpty } = props;
  return (
    <Layout title={text('pta.copy.title')} text={text} back={{ href: url, words: text('pta.title') }} width="wide">
      <h1>{text('pta.copy.title')}</h1>
      <p class="lead">{text('pta.copy.lead')}</p>
      {isEmpty && (
        <p class="note stop" role="alert">
          {text('pta.copy.nothing')}
        </p>
      )}
      <YearForm {...props} />
      {rows.length === 0 ? <p>{text('pta.copy.none')}</p> : <CopyForm {...props} />}
    </Layout>
  );
}

function YearForm({ text, url, years, year }: CopyPageProps): VNode | null {
  if (years.length < 2) return null;
  return (
    <form action={`${url}/copy`} class="row">
      <label for="year">{text('pta.copy.from')}</label>
      <select id="year" name="year">
        {years.map((each) => (
          <option key={each} value={each} selected={each === year}>
            {each}
          </option>
        ))}
      </select>
      <button class="button quiet">{text('pta.copy.show')}</button>
    </form>
  );
}

function CopyForm({ text, url, formToken, rows }: CopyPageProps): VNode {
  return (
    <form method="post" action={`${url}/copy`}>
      <Token value={formToken} />
      <ul class="plain todo">
        {rows.map(({ from, subject, leerweg, fromCohort, cohort, schoolYear, exists }) => (
          <li key={from}>
            <label class="check">
              <input type="checkbox" name="copy" value={from} checked={!exists} disabled={exists} />
              <span>
                <b>{subject.title}</b> {subject.code} · {fromCohort} · {leerweg}
                <span class="soft under">{text('pta.copy.becomes', { cohort, schoolYear })}</span>
              </span>
            </label>
            {exists && <span class="pill">{text('pta.copy.exists')}</span>}
          </li>
        ))}
      </ul>
      <p>
        <button class="button">{text('pta.copy.button')}</button>
      </p>
    </form>
  );
}
