import type { VNode } from 'preact';
import { formatMoment } from '@buitenboord/shared/text/format.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import type { OpenGroup } from '@buitenboord/shared/use-cases/outbox/open-deliveries.js';
import { above, Layout } from '../web/layout.js';
import { Token } from '../web/parts/form.js';
import { nextStep, whyOpen } from './group-words.js';

export interface OutboxPageProps {
  text: Text;
  formToken: string;
  /** `/v/<visit>/school/outbox` */
  url: string;
  /** What people call the LMS of this visit. */
  lms: string;
  groups: readonly OpenGroup[];
}

/** What is on its way: first what waits for a person, with what she can do, then what goes on by itself. */
export function OutboxPage(props: OutboxPageProps): VNode {
  const { text, url, groups } = props;
  return (
    <Layout title={text('outbox.title')} text={text} back={above(url)}>
      <h1>{text('outbox.title')}</h1>
      <p class="lead">{text('outbox.lead')}</p>
      {groups.length === 0 && <p class="note good">✓ {text('outbox.nothing')}</p>}
      <Groups {...props} standing="stuck" />
      <Groups {...props} standing="waits" />
      <p class="soft small">{text('outbox.noPeople')}</p>
    </Layout>
  );
}

function Groups(props: OutboxPageProps & { standing: OpenGroup['standing'] }): VNode | null {
  const { text, groups, standing } = props;
  const shown = groups.filter((group) => group.standing === standing);
  if (shown.length === 0) return null;
  return (
    <section>
      <h2>{text(`outbox.${standing}`)}</h2>
      {shown.map((group) => (
        <Group key={JSON.stringify([group.target, group.reason, group.activity?.id])} {...props} group={group} />
      ))}
    </section>
  );
}

function Group({ text, formToken, url, lms, group }: OutboxPageProps & { group: OpenGroup }): VNode {
  const { target, standing, reason, activity, count, since } = group;
  const isChoice = reason === 'changed-in-lms';
  return (
    <div class="card">
      <h3>
        {text(`outbox.count.${target}`, { count })}
        {activity?.title && `: ${activity.title}`}
      </h3>
      <p class="soft small">
        {[activity?.course, text('outbox.since', { moment: formatMoment(text.locale, since) })]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p>{whyOpen(text, reason, lms)}</p>
      {standing === 'stuck' && <p>{nextStep(text, reason, lms)}</p>}
      {reason !== undefined && !isChoice && (
        <form method="post" action={`${url}/retry`}>
          <Token value={formToken} />
          <input type="hidden" name="target" value={target} />
          <input type="hidden" name="reason" value={reason} />
          {activity && <input type="hidden" name="activity" value={activity.id} />}
          <button class="button quiet">{text('outbox.retry', { count })}</button>
        </form>
      )}
    </div>
  );
}
