import type { VNode } from 'preact';
import type { WorkPageProps } from '../evidence/work-page-props.js';

type CareerCardProps = Pick<WorkPageProps, 'text' | 'url' | 'career' | 'isOpen'>;

/** On the student's page: looking back on an activity that is for her career, and the way to her file. */
export function CareerCard({ text, url, career, isOpen }: CareerCardProps): VNode {
  const file = <a href={url('/career')}>{text('career.link')}</a>;
  if (!career) return <p>{file}</p>;
  const { entry, isReflected } = career;
  // While there is work to do, that comes first.
  const look = isOpen || isReflected ? 'button quiet' : 'button';
  return (
    <section class="card" aria-labelledby="career">
      <h2 id="career">{text('career.card')}</h2>
      <p>{text(isReflected ? 'career.card.done' : 'career.card.todo')}</p>
      <p class="row">
        {entry === undefined ? (
          <a class={look} href={url('/career/new?of=activity')}>
            {text('career.begin')}
          </a>
        ) : (
          <a class={look} href={url(`/career/${entry}`)}>
            {text(isReflected ? 'career.card.open' : 'career.card.write')}
          </a>
        )}
        {file}
      </p>
      {!isReflected && <p class="soft small">{text('career.card.sure')}</p>}
    </section>
  );
}
