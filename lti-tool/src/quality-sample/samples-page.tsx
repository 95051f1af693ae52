import type { VNode } from 'preact';
import { formatDate } from '@buitenboord/shared/text/format.js';
import { studentName } from '@buitenboord/shared/text/student-name.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import { parseComponentKey } from '@buitenboord/shared/domain/pta/parse-component-key.js';
import type { CaseLine, SampleOverview } from '@buitenboord/shared/use-cases/quality-sample/sample-overview.js';
import { Layout } from '../web/layout.js';
import { DrawSection, type DrawSectionProps } from './draw-section.js';
import { DriftSection } from './drift-section.js';

export interface SamplesPageProps {
  text: Text;
  back: string;
  /** `/v/<visit>/samples` */
  url: string;
  casesUrl: string;
  overview: SampleOverview;
  /** Absent for who may judge and not draw. */
  draw?: DrawSectionProps;
  error?: string | undefined;
}

/** What is due, what is open, a new draw, the draws before, and how far companies drift. */
export function SamplesPage(props: SamplesPageProps): VNode {
  const { text, back, overview, casesUrl, draw, error } = props;
  return (
    <Layout title={text('sample.title')} text={text} back={{ href: back }} width="wide">
      <h1>{text('sample.title')}</h1>
      <p class="lead">{text('sample.lead')}</p>
      {error && (
        <p class="note stop" role="alert">
          {error}
        </p>
      )}
      <Due {...props} />
      <section>
        <h2>{text('sample.open')}</h2>
        {overview.open.length === 0 ? (
          <p>{text('sample.open.none')}</p>
        ) : (
          <CaseList text={text} cases={overview.open} url={casesUrl} />
        )}
      </section>
      {draw && <DrawSection {...draw} />}
      {draw && overview.samples.length > 0 && <Draws {...props} />}
      <DriftSection text={text} drift={overview.drift} />
    </Layout>
  );
}

function Due({ text, overview: { due }, casesUrl }: SamplesPageProps): VNode | null {
  if (due.length === 0) return null;
  return (
    <section>
      <h2>{text('sample.due')}</h2>
      <ul class="card todo">
        {due.map((each) => (
          <li key={each.case}>
            <span>
              {text('sample.due.line', {
                name: studentName(text, each),
                text: each.text,
                day: formatDate(text.locale, each.remindOn),
              })}
            </span>
            <a class="button slim" href={`${casesUrl}/${each.case}`}>
              {text('sample.look')}
              <span class="hidden-visually"> {studentName(text, each)}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Cases by name, with how far each is. */
export function CaseList({ text, cases, url }: { text: Text; cases: readonly CaseLine[]; url: string }): VNode {
  return (
    <ul class="todo">
      {cases.map(({ id, state, schoolWorkOn, ...student }) => (
        <li key={id}>
          <span>
            {studentName(text, student)}{' '}
            <span class={state === 'decided' ? 'pill good' : 'pill wait'}>
              {text(`sample.state.${state === 'drawn' && schoolWorkOn !== undefined ? 'shown' : state}`)}
            </span>
          </span>
          <a class="button quiet slim" href={`${url}/${id}`}>
            {text('sample.look')}
            <span class="hidden-visually"> {studentName(text, student)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function Draws({ text, url, overview }: SamplesPageProps): VNode {
  return (
    <section>
      <h2>{text('sample.draws')}</h2>
      <table class="stacks">
        <thead>
          <tr>
            <th scope="col">{text('sample.drawnOn')}</th>
            <th scope="col">{text('sample.component')}</th>
            <th scope="col">{text('sample.size')}</th>
            <th scope="col">{text('sample.progress')}</th>
          </tr>
        </thead>
        <tbody>
          {overview.samples.map((sample) => (
            <tr key={sample.id}>
              <th scope="row">
                <a href={`${url}/${sample.id}`}>{formatDate(text.locale, sample.drawnAt)}</a>
              </th>
              <td data-label={text('sample.component')}>{parseComponentKey(sample.component)?.code ?? '–'}</td>
              <td data-label={text('sample.size')}>{text('sample.of', sample)}</td>
              <td data-label={text('sample.progress')}>{text('sample.progress.of', sample)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
