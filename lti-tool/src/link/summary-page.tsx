import type { VNode } from 'preact';
import type { Criterion } from '@buitenboord/shared/domain/activity/assignment.js';
import type { Level } from '@buitenboord/shared/domain/grade/suggested-grade.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import { Layout } from '../web/layout.js';
import { describedBy, Field, Token } from '../web/parts/form.js';

export interface SummaryPageProps {
  text: Text;
  school: string;
  rubric: readonly Criterion[];
  levels: readonly (Level | null)[];
  remark: string;
  /** The one optional question: what was noticed, without a grade. */
  attitude: string;
  /** Questions that kept the answer from being sent. */
  missing: readonly number[];
  formToken: string;
  action: string;
}

/** The last screen: what was chosen, a remark if one wants, and the last button. One form, so that changing an answer keeps the remark. */
export function SummaryPage(props: SummaryPageProps): VNode {
  const { text, school, rubric, levels, remark, attitude, missing, formToken, action } = props;
  const hint = text('link.summary.remarkHint');
  return (
    <Layout title={text('link.summary.title')} text={text} school={school}>
      <h1>{text('link.summary.title')}</h1>
      {missing.length > 0 && (
        <p class="note stop" role="alert">
          {text('link.summary.missing', { questions: missing })}
        </p>
      )}
      <form method="post" action={action}>
        <Token value={formToken} />
        <ul class="steps">
          {rubric.map((criterion, index) => (
            <Answer key={index} text={text} criterion={criterion} level={levels[index] ?? null} number={index + 1} />
          ))}
        </ul>
        <Field id="remark" label={text('link.summary.remark')} hint={hint}>
          <textarea {...describedBy('remark', { hint })} name="remark" rows={3} maxLength={2000}>
            {remark}
          </textarea>
        </Field>
        <Field id="attitude" label={text('link.attitude')} hint={text('link.attitudeHint')}>
          <textarea
            {...describedBy('attitude', { hint: text('link.attitudeHint') })}
            name="attitude"
            rows={2}
            maxLength={500}
          >
            {attitude}
          </textarea>
        </Field>
        <button class="button wide" name="go" value="done">
          {text('link.summary.done')}
        </button>
      </form>
    </Layout>
  );
}

interface AnswerProps {
  text: Text;
  criterion: Criterion;
  level: Level | null;
  number: number;
}

function Answer({ text, criterion, level, number }: AnswerProps): VNode {
  return (
    <li>
      <span class={level === null ? 'mark' : 'mark ok'} aria-hidden="true">
        {level === null ? '' : '✓'}
      </span>
      <span>
        {criterion.title}
        <br />
        <b>{level === null ? text('link.summary.open') : text(`link.level.${level}`)}</b>
      </span>
      <small>
        <button
          class="button quiet"
          name="go"
          value={number}
          aria-label={text('link.summary.changeQuestion', { title: criterion.title })}
        >
          {text('link.summary.change')}
        </button>
      </small>
    </li>
  );
}
