import type { VNode } from 'preact';
import type { Criterion } from '@buitenboord/shared/domain/activity/assignment.js';
import type { Judgement } from '@buitenboord/shared/domain/assessment/judgement.js';
import type { Moment } from '@buitenboord/shared/domain/assessment/moment.js';
import { levels } from '@buitenboord/shared/domain/grade/suggested-grade.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import { describedBy, Field, Token } from '../web/parts/form.js';

export interface RubricFormProps {
  text: Text;
  rubric: readonly Criterion[];
  moment: Moment;
  /** What was said before. */
  said: Judgement | undefined;
  remarkLabel: string;
  formToken: string;
  action: string;
}

/** The whole rubric in one form: a level for each question, or none, and a few words. */
export function RubricForm({ text, rubric, moment, said, remarkLabel, formToken, action }: RubricFormProps): VNode {
  const hint = text('assess.remarkHint');
  const remark = `remark-${moment}`;
  return (
    <form method="post" action={action}>
      <Token value={formToken} />
      <input type="hidden" name="moment" value={moment} />
      {rubric.map((criterion, index) => (
        <Question key={criterion.title} {...{ text, criterion, moment, index }} chosen={said?.levels[index] ?? null} />
      ))}
      <Field id={remark} label={remarkLabel} hint={hint}>
        <textarea {...describedBy(remark, { hint })} name="remark" rows={2} maxLength={1000}>
          {said?.remark ?? ''}
        </textarea>
      </Field>
      <button class="button wide">{text('assess.save')}</button>
    </form>
  );
}

interface QuestionProps {
  text: Text;
  criterion: Criterion;
  moment: Moment;
  index: number;
  chosen: Judgement['levels'][number];
}

function Question({ text, criterion, index, chosen }: QuestionProps): VNode {
  const name = `level-${index}`;
  return (
    <fieldset>
      <legend>{criterion.title}</legend>
      {levels.map((level) => (
        <label class="check" key={level}>
          <input type="radio" name={name} value={level} checked={level === chosen} />
          <span>
            <b>{text(`level.${level}`)}</b> <span class="soft">{criterion.behaviour[level]}</span>
          </span>
        </label>
      ))}
      <label class="check">
        <input type="radio" name={name} value="" checked={chosen === null} />
        <span class="soft">{text('assess.skip')}</span>
      </label>
    </fieldset>
  );
}
