import type { VNode } from 'preact';
import { formatMoment } from '@buitenboord/shared/text/format.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import type { AssessmentView } from '@buitenboord/shared/use-cases/assessment/view-assessment.js';
import { SeenList } from './observations.js';

export interface SelfCardProps {
  text: Text;
  url: (path: string) => string;
  assessment: AssessmentView;
  /** A grade was settled. */
  settled: boolean;
}

/** On the student's page, folded away: her own judgement, and what others noticed. The company's words show once a grade was settled, like all of its words. */
export function SelfCard({ text, url, assessment, settled }: SelfCardProps): VNode {
  const seen = assessment.observations.filter(({ from }) => from === 'teacher' || settled);
  return (
    <>
      <details>
        <summary>{text('self.title')}</summary>
        <p class="soft">{text('self.optional')}</p>
        <ul class="plain stack">
          {assessment.moments.map(({ moment, self }) => (
            <li key={moment}>
              {assessment.moments.length > 1 && <b>{text('assess.moment', { moment })}: </b>}
              {self && <>{text('self.given', { at: formatMoment(text.locale, self.at) })} </>}
              {!settled && <a href={url(`/work/self?moment=${moment}`)}>{text(self ? 'self.change' : 'self.open')}</a>}
            </li>
          ))}
        </ul>
      </details>
      {seen.length > 0 && (
        <details>
          <summary>{text('observe.forStudent')}</summary>
          <p class="soft">{text('observe.forStudentLead')}</p>
          <SeenList text={text} seen={seen} />
        </details>
      )}
    </>
  );
}
