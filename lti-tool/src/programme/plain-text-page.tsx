import type { VNode } from 'preact';
import type {
  ElectiveProgramme,
  ElectiveSubtask,
  Target,
} from '@buitenboord/shared/domain/programme/elective-programme.js';
import { audiences, type Audience, type PlainText } from '@buitenboord/shared/domain/programme/plain-text.js';
import type { ProblemCode } from '@buitenboord/shared/problem.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import { Layout } from '../web/layout.js';
import { describedBy, Token } from '../web/parts/form.js';

export interface PlainTextPageProps {
  text: Text;
  url: (path: string) => string;
  formToken: string;
  programme: ElectiveProgramme;
  subtask: ElectiveSubtask;
  plain: (target: string, audience: Audience) => PlainText | undefined;
  school: string;
  /** Who looks: nobody reviews her own words. */
  person: string;
  saved: boolean;
  refused?: ProblemCode;
}

/** The targets of a subtask, each with a field for students and one for companies, beside the official text. */
export function PlainTextPage(props: PlainTextPageProps): VNode {
  const { text, url, formToken, programme, subtask, saved, refused } = props;
  const address = `/programme/${programme.sloId}`;
  return (
    <Layout
      title={subtask.title}
      text={text}
      back={{ href: url(address), words: programme.title }}
      width="wide"
      {...(refused && { problem: refused })}
    >
      <h1>{subtask.title}</h1>
      <p class="lead">{text('programme.texts.lead')}</p>
      <p>{text('programme.texts.shared')}</p>
      {saved && (
        <p class="note good" role="status">
          ✓ {text('programme.saved')}
        </p>
      )}
      {refused && (
        <p class="note stop" role="alert">
          {text(`problem.${refused}`)}
        </p>
      )}
      <form method="post" action={url(`${address}/texts/${subtask.sloId}`)}>
        <Token value={formToken} />
        {subtask.targets.map((target) => (
          <TargetFields key={target.sloId} {...props} target={target} />
        ))}
        <p class="sticky">
          <button class="button">{text('app.save')}</button>
        </p>
      </form>
    </Layout>
  );
}

function TargetFields(props: PlainTextPageProps & { target: Target }): VNode {
  const { target } = props;
  return (
    <fieldset class="card">
      <legend>{target.text}</legend>
      <div class="columns">
        {audiences.map((audience) => (
          <TextField key={audience} {...props} audience={audience} />
        ))}
      </div>
    </fieldset>
  );
}

function TextField({
  text,
  plain,
  school,
  person,
  target,
  audience,
}: PlainTextPageProps & { target: Target; audience: Audience }): VNode {
  const name = `${audience}.${target.sloId}`;
  const id = `${audience}-${target.sloId}`;
  const known = plain(target.sloId, audience);
  const own = known?.school === school ? known : undefined;
  const hint = known && !own ? text('programme.texts.fromOther', { words: known.text }) : undefined;
  const label = text(audience === 'student' ? 'programme.forStudent' : 'programme.forCompany');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <textarea {...describedBy(id, { hint })} name={name} maxLength={500} rows={2}>
        {own?.text ?? ''}
      </textarea>
      {own && (
        <p class="row small">
          <span class="soft">
            {text(own.reviewedAt === undefined ? 'programme.notReviewed' : 'programme.reviewed')}
          </span>
          {own.reviewedAt === undefined && own.author !== person && (
            <button class="button quiet slim" name="review" value={name}>
              {text('programme.texts.review')}
            </button>
          )}
        </p>
      )}
    </div>
  );
}
