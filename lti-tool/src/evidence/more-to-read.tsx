import type { VNode } from 'preact';
import { levels } from '@buitenboord/shared/domain/grade/suggested-grade.js';
import type { WorkPageProps } from './work-page-props.js';

/** What counts: the rubric in plain words. */
export function Rubric({ activity, text }: WorkPageProps): VNode {
  return (
    <details>
      <summary>{text('work.rubric')}</summary>
      {activity.rubric.map((criterion) => (
        <section key={criterion.title}>
          <h3>{criterion.title}</h3>
          <ul class="plain">
            {levels.map((level) => (
              <li key={level}>
                <b>{text(`level.${level}`)}:</b> {criterion.behaviour[level]}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </details>
  );
}

/** Whom to ask. */
export function Help({ placement, text }: WorkPageProps): VNode {
  return (
    <details>
      <summary>{text('work.help')}</summary>
      {placement && <p>{text('work.help.contact', { name: placement.contactName, company: placement.companyName })}</p>}
      <p>{text('work.help.teacher')}</p>
      <p>{text('work.help.technical')}</p>
    </details>
  );
}
