import type { VNode } from 'preact';
import type { Text } from '@buitenboord/shared/text/text.js';
import { Layout } from '../web/layout.js';
import { describedBy, Field, Token } from '../web/parts/form.js';

export interface ThanksPageProps {
  text: Text;
  school: string;
  complained: boolean;
  complaintUrl: string;
}

/** After the last button: what happens next, and a way to say that something is wrong. */
export function ThanksPage({ text, school, complained, complaintUrl }: ThanksPageProps): VNode {
  return (
    <Layout title={text('link.thanks.title')} text={text} school={school}>
      <h1>{text('link.thanks.title')}</h1>
      <p class="lead">{text('link.thanks.next', { school })}</p>
      <p>{text('link.thanks.nothing')}</p>
      {complained && (
        <p class="note good" role="status">
          {text('link.thanks.complained')}
        </p>
      )}
      <p>
        <a href={complaintUrl}>{text('link.complaint.link')}</a>
      </p>
    </Layout>
  );
}

export interface ComplaintPageProps {
  text: Text;
  school: string;
  words: string;
  empty: boolean;
  /** What was said before has arrived. */
  sent: boolean;
  formToken: string;
  action: string;
  backUrl: string;
}

/** "Klopt er iets niet?": a few words to the teacher. */
export function ComplaintPage(props: ComplaintPageProps): VNode {
  const { text, school, words, empty, sent, formToken, action, backUrl } = props;
  const hint = text('link.complaint.hint');
  const error = empty ? text('link.complaint.empty') : undefined;
  return (
    <Layout title={text('link.complaint.title')} text={text} school={school}>
      <h1>{text('link.complaint.title')}</h1>
      {sent && (
        <p class="note good" role="status">
          {text('link.complaint.sent')}
        </p>
      )}
      <div class="stack">
        <form method="post" action={action}>
          <Token value={formToken} />
          <Field id="words" label={text('link.complaint.label')} hint={hint} error={error}>
            <textarea {...describedBy('words', { hint, error })} name="words" rows={4} maxLength={900}>
              {words}
            </textarea>
          </Field>
          <button class="button wide">{text('link.complaint.send')}</button>
        </form>
        <p>
          <a href={backUrl}>{text('app.back')}</a>
        </p>
      </div>
    </Layout>
  );
}
