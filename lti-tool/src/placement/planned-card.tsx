import type { VNode } from 'preact';
import type { WorkPageProps } from '../evidence/work-page-props.js';
import { DayList } from './planned-days.js';
import { standingPill } from './standing-pill.js';

const shownHere = 3;

/** On the student's page: the next days, and the way to all of them. */
export function PlannedCard({ text, planned, url }: Pick<WorkPageProps, 'text' | 'planned' | 'url'>): VNode | null {
  if (!planned) return null;
  const { days, today, standing } = planned;
  return (
    <section class="card" aria-labelledby="planned">
      <h2 id="planned">{text('plan.student.title')}</h2>
      {standing === 'agreed' ? (
        <DayList text={text} days={days.filter(({ date }) => date >= today).slice(0, shownHere)} />
      ) : (
        <p>
          {standingPill(text, standing)} {text(`plan.student.${standing}`)}
        </p>
      )}
      <p>
        <a href={url('/work/plan')}>{text('plan.student.link')}</a>
      </p>
    </section>
  );
}
