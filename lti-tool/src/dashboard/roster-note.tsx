import type { VNode } from 'preact';
import type { Course } from '@buitenboord/shared/domain/activity/assignment.js';
import { formatMoment, formatTime } from '@buitenboord/shared/text/format.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import { Token } from '../web/parts/form.js';

export interface RosterNoteProps {
  text: Text;
  url: (path: string) => string;
  formToken: string;
  lms: string;
  roster: Pick<Course, 'membershipsUrl' | 'rosterReadAt'>;
  /** Why the list couldn't be read when it was last tried. */
  failure: { why: string; at: string; retryAt?: string } | undefined;
}

/** How old the class list is, what went wrong with it, and the button that reads it again. */
export function RosterNote(props: RosterNoteProps): VNode {
  const { text, lms, roster } = props;
  if (!roster.membershipsUrl) return <p class="soft small">{text('roster.notOffered', { lms })}</p>;
  return (
    <section class="roster" aria-label={text('roster.refresh')}>
      <Failure {...props} />
      <div class="row">
        <span class="soft small">{ageOf(props)}</span>
        <form method="post" action={props.url('/roster')}>
          <Token value={props.formToken} />
          <button class="button quiet slim">{text('roster.refresh')}</button>
        </form>
      </div>
    </section>
  );
}

function ageOf({ text, lms, roster, failure }: RosterNoteProps): string {
  if (roster.rosterReadAt) return text('roster.read', { lms, moment: formatMoment(text.locale, roster.rosterReadAt) });
  return failure ? '' : text('roster.neverRead', { lms });
}

function Failure({ text, roster, failure }: RosterNoteProps): VNode | null {
  if (!failure) return null;
  return (
    <p class="note wait" role="status">
      <b>{text('roster.failed', { moment: formatMoment(text.locale, failure.at) })}</b> {failure.why}{' '}
      {roster.rosterReadAt && text('roster.lastKnown')}{' '}
      {failure.retryAt && text('roster.waitUntil', { time: formatTime(text.locale, failure.retryAt) })}
    </p>
  );
}
