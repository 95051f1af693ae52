import type { VNode } from 'preact';
import { above, Layout } from '../web/layout.js';
import { RoundingMissing } from '../school-exam/rounding-missing.js';
import type { PtaPageProps, PtaView } from './pta-view.js';

export interface PtaListPageProps extends PtaPageProps {
  /** One a line: its draft, else what holds. */
  ptas: readonly PtaView[];
  mayEdit: boolean;
  /** The school hasn't chosen how it rounds: nothing that counts can be settled. */
  isRoundingMissing: boolean;
}

/** All programmes of the school. */
export function PtaListPage({ text, url, ptas, mayEdit, isRoundingMissing }: PtaListPageProps): VNode {
  return (
    <Layout title={text('pta.title')} text={text} back={above(url)} width="wide">
      <div class="row between">
        <div>
          <h1>{text('pta.title')}</h1>
          <p class="lead">{text('pta.lead')}</p>
        </div>
        {mayEdit && (
          <p class="row">
            <a class="button" href={`${url}/import`}>
              {text('pta.import')}
            </a>
            <a class="button quiet" href={`${url}/new`}>
              {text('pta.new')}
            </a>
            <a class="button quiet" href={`${url}/copy`}>
              {text('pta.copy')}
            </a>
            <a class="button quiet" href={`${url}/rounding`}>
              {text('rounding.link')}
            </a>
          </p>
        )}
      </div>
      {isRoundingMissing && <RoundingMissing text={text} url={mayEdit ? `${url}/rounding` : undefined} />}
      {!mayEdit && <p class="soft">{text('pta.readOnly')}</p>}
      {ptas.length === 0 ? <p>{text('pta.none')}</p> : <PtaTable text={text} url={url} ptas={ptas} />}
    </Layout>
  );
}

function PtaTable({ text, url, ptas }: Pick<PtaListPageProps, 'text' | 'url' | 'ptas'>): VNode {
  return (
    <table class="stacks">
      <thead>
        <tr>
          <th scope="col">{text('pta.subject')}</th>
          <th scope="col">{text('pta.cohort')}</th>
          <th scope="col">{text('pta.leerweg')}</th>
          <th scope="col">{text('pta.schoolYear')}</th>
          <th scope="col">{text('pta.components')}</th>
          <th scope="col">{text('pta.state')}</th>
        </tr>
      </thead>
      <tbody>
        {ptas.map((pta) => (
          <tr key={pta.id}>
            <th scope="row">
              <a href={`${url}/${pta.line}`}>{pta.subject.title}</a> <span class="soft">{pta.subject.code}</span>
            </th>
            <td data-label={text('pta.cohort')}>{pta.cohort}</td>
            <td data-label={text('pta.leerweg')}>{pta.leerweg}</td>
            <td data-label={text('pta.schoolYear')}>{pta.schoolYear}</td>
            <td data-label={text('pta.components')}>{pta.components.length}</td>
            <td data-label={text('pta.state')}>
              {text(`pta.state.${pta.state}`)}, {text('pta.versionNumber', { number: pta.number })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
