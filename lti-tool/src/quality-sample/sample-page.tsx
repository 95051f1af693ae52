import type { VNode } from 'preact';
import type { QualitySample } from '@buitenboord/shared/domain/quality-sample/quality-sample.js';
import { parseComponentKey } from '@buitenboord/shared/domain/pta/parse-component-key.js';
import { formatDate, formatGrade } from '@buitenboord/shared/text/format.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import type { CaseLine } from '@buitenboord/shared/use-cases/quality-sample/sample-overview.js';
import { above, Layout } from '../web/layout.js';
import { CaseList } from './samples-page.js';

export interface SamplePageProps {
  text: Text;
  url: string;
  casesUrl: string;
  sample: QualitySample;
  cases: readonly CaseLine[];
}

/** One draw: how it was done, who came out, and the file for an inspector. */
export function SamplePage({ text, url, casesUrl, sample, cases }: SamplePageProps): VNode {
  const { component, drawnAt, population, drawn, seed, populationHash } = sample;
  const title = text('sample.one', { component: parseComponentKey(component)?.code ?? '' });
  return (
    <Layout title={title} text={text} back={{ ...above(url), words: text('sample.title') }} width="wide">
      <h1>{title}</h1>
      <p class="soft">
        {formatDate(text.locale, drawnAt)} · {text('sample.of', { drawn: drawn.length, population: population.length })}
      </p>
      <CaseList text={text} cases={cases} url={casesUrl} />
      <section class="card">
        <h2>{text('sample.how')}</h2>
        <p>
          {methodWords(
            text,
            sample,
            cases.every(({ state }) => state !== 'drawn'),
          )}
        </p>
        <p>{text('sample.how.seed', { seed })}</p>
        <p class="small lines">{text('sample.how.hash', { hash: populationHash.replace(/.{16}/gu, '$& ').trim() })}</p>
        <p>
          <a class="button quiet" href={`${url}/export`}>
            {text('sample.export')}
          </a>
        </p>
        <p class="hint">{text('sample.export.hint')}</p>
      </section>
    </Layout>
  );
}

/** How it was drawn. The limits of a range tell something of the grades: they wait until everything was judged. */
function methodWords(text: Text, { method }: QualitySample, isJudged: boolean): string {
  switch (method.kind) {
    case 'number':
      return text('sample.how.number', method);
    case 'percentage':
      return text('sample.how.percentage', method);
    case 'range': {
      const grade = (tenths: number) => formatGrade(text, { kind: 'tenths', tenths });
      if (!isJudged) return text('sample.how.range.hidden');
      return text('sample.how.range', { from: grade(method.fromTenths), to: grade(method.toTenths) });
    }
    case 'hand':
      return text('sample.how.hand');
  }
}
