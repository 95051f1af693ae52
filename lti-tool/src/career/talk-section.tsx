import type { VNode } from 'preact';
import { conversationMoments, type ConversationMoment } from '@buitenboord/shared/domain/lob/career-entry.js';
import { formatDate } from '@buitenboord/shared/text/format.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import type { StoredConversation } from '@buitenboord/shared/use-cases/lob/find-entry.js';
import { Field, Token } from '../web/parts/form.js';
import { TextArea } from './career-fields.js';
import type { EntryPageProps } from './entry-page-props.js';

/** The two talks about an experience: what each of both noted, and the student's own notes to write. */
export function TalkSection({ text, url, formToken, view }: EntryPageProps): VNode {
  const { entry, conversations } = view;
  return (
    <>
      {conversationMoments.map((moment) => {
        const talk = conversations.find((each) => each.moment === moment);
        return (
          <section key={moment} class="card">
            <h2>{text(`career.talk.${moment}`)}</h2>
            <ToldTalk text={text} talk={talk} reader="student" />
            {entry.sharedWith === 'nobody' && !entry.closedAt && <p class="soft small">{text('career.talk.hidden')}</p>}
            {!entry.closedAt && (
              <details>
                <summary>{text('career.talk.mine')}</summary>
                <form
                  method="post"
                  action={url(`/career/${entry.id}/talk`)}
                  data-draft={`career-talk-${entry.id}-${moment}`}
                >
                  <Token value={formToken} />
                  <TalkFields
                    text={text}
                    moment={moment}
                    talk={talk}
                    label={text('career.talk.mine')}
                    notes={talk?.studentNotes}
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

interface ToldTalkProps {
  text: Text;
  talk: StoredConversation | undefined;
  reader: 'student' | 'teacher';
}

/** What stands of a talk, each in their own words. */
export function ToldTalk({ text, talk, reader }: ToldTalkProps): VNode {
  if (!talk) return <p class="soft">{text('career.talk.none')}</p>;
  const parts = [
    [text(reader === 'student' ? 'career.talk.you' : 'career.talk.student'), talk.studentNotes],
    [text('career.talk.teacher'), talk.teacherNotes],
    [text('career.talk.nextStep'), talk.nextStep],
  ] as const;
  return (
    <>
      <p class="soft small">{formatDate(text.locale, talk.heldOn)}</p>
      <dl class="told">
        {parts
          .filter(([, words]) => words !== '')
          .map(([name, words]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd class="lines">{words}</dd>
            </div>
          ))}
      </dl>
    </>
  );
}

interface TalkFieldsProps {
  text: Text;
  moment: ConversationMoment;
  talk: StoredConversation | undefined;
  label: string;
  notes: string | undefined;
  /** The entry, where a page has several. */
  within?: string;
}

/** What either of both fills in about a talk. */
export function TalkFields({ text, moment, talk, label, notes, within = 'talk' }: TalkFieldsProps): VNode {
  const id = (name: string) => `${name}-${within}-${moment}`;
  return (
    <>
      <input type="hidden" name="moment" value={moment} />
      <Field id={id('heldOn')} label={text('career.talk.heldOn')}>
        <input id={id('heldOn')} name="heldOn" type="date" required value={talk?.heldOn ?? ''} />
      </Field>
      <TextArea name="notes" id={id('notes')} label={label} value={notes ?? ''} />
      <TextArea
        name="nextStep"
        id={id('nextStep')}
        label={text('career.talk.nextStep')}
        value={talk?.nextStep ?? ''}
        rows={2}
      />
      <button class="button quiet">{text('career.talk.save')}</button>
    </>
  );
}
