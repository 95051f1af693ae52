import type { VNode } from 'preact';
import { formatDate } from '@buitenboord/shared/text/format.js';
import { Layout } from '../web/layout.js';
import { Token } from '../web/parts/form.js';
import { aboutEntry } from './about-entry.js';
import type { EntryPageProps } from './entry-page-props.js';
import { EntryForm } from './entry-form.js';
import { StillToDo, WaivedConditions } from './still-to-do.js';
import { TalkSection } from './talk-section.js';
import { WrittenEntry } from './written-entry.js';

/** One experience: why, the questions, the talks, and looking back. The student writes; when it is closed it can only be read. */
export function EntryPage(props: EntryPageProps): VNode {
  const { text, url, view, saved, refused } = props;
  const { entry, conversations, step } = view;
  const back = { href: url('/career'), words: text('career.back') };
  return (
    <Layout title={entry.title} text={text} back={back} {...(refused && { problem: refused })}>
      <div class="row between">
        <h1>{entry.title}</h1>
        <span class={`pill ${step === 'closed' ? 'good' : 'calm'}`}>
          {step === 'closed' ? '✓' : '○'} {text(`career.step.${step}`)}
        </span>
      </div>
      <p class="soft">{aboutEntry(text, entry)}</p>
      {refused && (
        <p class="note stop" role="alert">
          {text(`problem.${refused}`)}
        </p>
      )}
      {saved && !refused && (
        <p class="note good" role="status">
          {text('career.saved')}
        </p>
      )}
      {entry.approved && <p>{text('career.approvedOn', { day: formatDate(text.locale, entry.approved.at) })}</p>}
      {entry.closedAt ? <Closed text={text} view={view} /> : <StillToDo {...props} reader="student" />}
      {!entry.closedAt && <EntryForm {...props} />}
      {(entry.isAssignment || conversations.length > 0) && <TalkSection {...props} />}
      <Withdraw {...props} />
    </Layout>
  );
}

function Closed({ text, view }: Pick<EntryPageProps, 'text' | 'view'>): VNode {
  return (
    <>
      <WrittenEntry text={text} view={view} />
      <WaivedConditions text={text} view={view} />
    </>
  );
}

function Withdraw({ text, url, formToken, view }: EntryPageProps): VNode {
  return (
    <details>
      <summary>{text('career.withdraw')}</summary>
      <form method="post" action={url(`/career/${view.entry.id}/withdraw`)}>
        <Token value={formToken} />
        <p>{text('career.withdraw.sure')}</p>
        <button class="button quiet">{text('career.withdraw')}</button>
      </form>
    </details>
  );
}
