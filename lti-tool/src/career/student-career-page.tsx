import type { VNode } from 'preact';
import { conversationMoments } from '@buitenboord/shared/domain/lob/career-entry.js';
import { formatDate } from '@buitenboord/shared/text/format.js';
import type { ProblemCode } from '@buitenboord/shared/problem.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import type { CareerEntryView } from '@buitenboord/shared/use-cases/lob/view-career-file.js';
import { Layout } from '../web/layout.js';
import { Token } from '../web/parts/form.js';
import { Passport } from './career-page.js';
import { aboutEntry } from './about-entry.js';
import { TextArea } from './career-fields.js';
import { StillToDo } from './still-to-do.js';
import { TalkFields, ToldTalk } from './talk-section.js';
import { WrittenEntry } from './written-entry.js';

export interface StudentCareerPageProps {
  text: Text;
  /** Of this student's page. */
  url: string;
  formToken: string;
  name: string;
  file: readonly CareerEntryView[];
  refused?: ProblemCode | undefined;
}

/** What a student shows of her career file, with the talks to record and the assignments to allow. */
export function StudentCareerPage(props: StudentCareerPageProps): VNode {
  const { text, url, name, file, refused } = props;
  return (
    <Layout title={text('career.of', { name })} text={text} back={{ href: url }} {...(refused && { problem: refused })}>
      <h1>{text('career.of', { name })}</h1>
      <p class="soft">{text('career.of.lead')}</p>
      {refused && (
        <p class="note stop" role="alert">
          {text(`problem.${refused}`)}
        </p>
      )}
      {file.length === 0 && <p>{text('career.of.empty')}</p>}
      {file.map((view) => (
        <Shown key={view.entry.id} {...props} view={view} />
      ))}
      {file.length > 0 && <Passport text={text} file={file} title={text('career.competences.of')} />}
    </Layout>
  );
}

type ShownProps = StudentCareerPageProps & { view: CareerEntryView };

function Shown(props: ShownProps): VNode {
  const { text, view } = props;
  const { entry, step } = view;
  return (
    <article class="card" id={entry.id}>
      <div class="row between">
        <h2>{entry.title}</h2>
        <span class={`pill ${step === 'closed' ? 'good' : 'calm'}`}>
          {step === 'closed' ? '✓' : '○'} {text(`career.step.${step}`)}
        </span>
      </div>
      <p class="soft small">{aboutEntry(text, entry)}</p>
      {entry.approved && <p>{text('career.approvedOn', { day: formatDate(text.locale, entry.approved.at) })}</p>}
      <WrittenEntry text={text} view={view} />
      <StillToDo text={text} view={view} reader="teacher" />
      {entry.isAssignment && <Talks {...props} />}
      {view.waivable.length > 0 && <Waive {...props} />}
      {entry.isAssignment && !entry.approved && <Approve {...props} />}
    </article>
  );
}

function Talks({ text, url, formToken, view }: ShownProps): VNode {
  const { entry, conversations } = view;
  return (
    <>
      {conversationMoments.map((moment) => {
        const talk = conversations.find((each) => each.moment === moment);
        const at = `${entry.id}-${moment}`;
        return (
          <section key={moment}>
            <h3>{text(`career.talk.${moment}`)}</h3>
            <ToldTalk text={text} talk={talk} reader="teacher" />
            {!entry.closedAt && (
              <details>
                <summary>{text('career.talk.write')}</summary>
                <form method="post" action={`${url}/career/${entry.id}/talk`} data-draft={`career-teacher-${at}`}>
                  <Token value={formToken} />
                  <TalkFields
                    text={text}
                    moment={moment}
                    within={entry.id}
                    talk={talk}
                    label={text('career.talk.teacherNotes')}
                    notes={talk?.teacherNotes}
                  />
                </form>
              </details>
            )}
          </section>
        );
      })}
    </>
  );
}

/** Letting a condition go: which one, and why. */
function Waive({ text, url, formToken, view: { entry, waivable } }: ShownProps): VNode {
  const at = `${url}/career/${entry.id}/waive`;
  return (
    <details>
      <summary>{text('career.waive')}</summary>
      <form method="post" action={at} data-draft={`career-waive-${entry.id}`}>
        <Token value={formToken} />
        <fieldset class="choices">
          <legend>{text('career.waive.which')}</legend>
          {waivable.map((condition, index) => (
            <label key={condition} class="choice">
              <input type="radio" name="condition" value={condition} required checked={index === 0} />
              <span>{text(`career.condition.${condition}`)}</span>
            </label>
          ))}
        </fieldset>
        <TextArea
          name="reason"
          id={`reason-${entry.id}`}
          label={text('career.waive.reason')}
          value=""
          rows={2}
          required
        />
        <button class="button quiet">{text('career.waive.save')}</button>
        <p class="soft small">{text('career.waive.hint')}</p>
      </form>
    </details>
  );
}

function Approve({ text, url, formToken, view: { entry, missing } }: ShownProps): VNode {
  if (missing.some((each) => each !== 'approval')) return <p class="soft">{text('career.approve.later')}</p>;
  return (
    <form method="post" action={`${url}/career/${entry.id}/approve`}>
      <Token value={formToken} />
      <button class="button">{text('career.approve')}</button>
      <p class="soft small">{text('career.approve.hint')}</p>
    </form>
  );
}
