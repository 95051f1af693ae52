import type { VNode } from 'preact';
import type { CompanyPeriod, Drift } from '@buitenboord/shared/domain/quality-sample/company-drift.js';
import type { Text } from '@buitenboord/shared/text/text.js';

/** How far second judgements lie from first ones, per company and half a school year. */
export function DriftSection({ text, drift }: { text: Text; drift: readonly CompanyPeriod[] }): VNode {
  return (
    <section>
      <h2>{text('sample.drift')}</h2>
      <p class="soft">{text('sample.drift.lead')}</p>
      {drift.length === 0 ? <p>{text('sample.drift.none')}</p> : <DriftTable text={text} drift={drift} />}
    </section>
  );
}

function DriftTable({ text, drift }: { text: Text; drift: readonly CompanyPeriod[] }): VNode {
  const heads = ['company', 'period', 'count', 'settled', 'own'] as const;
  return (
    <table class="stacks">
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {text(`sample.drift.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {drift.map(({ company, name, period, settled, ownJudgement }) => {
          const [year = '', half = ''] = period.split(' ');
          return (
            <tr key={`${company} ${period}`}>
              <th scope="row">{name}</th>
              <td data-label={text('sample.drift.period')}>{text('sample.drift.half', { year, half })}</td>
              <td data-label={text('sample.drift.count')}>{settled.count}</td>
              <td data-label={text('sample.drift.settled')}>{driftWords(text, settled)}</td>
              <td data-label={text('sample.drift.own')}>{driftWords(text, ownJudgement)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** "+0,33", "−0,50", "0,00", or that there are too few. */
function driftWords(text: Text, { meanHundredths: mean }: Drift): string {
  if (mean === undefined) return text('sample.drift.few');
  return new Intl.NumberFormat(text.locale === 'nl' ? 'nl-NL' : 'en-GB', {
    signDisplay: 'exceptZero',
    minimumFractionDigits: 2,
  }).format(mean / 100);
}
