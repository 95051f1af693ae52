import type { VNode } from 'preact';
import { scaleOf } from '@buitenboord/shared/domain/grade/grade-key.js';
import type { BlindCase } from '@buitenboord/shared/use-cases/quality-sample/case-view.js';
import { Field, Token } from '../web/parts/form.js';
import { judgeChoices } from './case-forms.js';
import type { CasePageProps } from './case-page-props.js';

/** The second judgement, asked of who doesn't know the first. */
export function SecondJudgement(props: CasePageProps & { view: BlindCase }): VNode {
  const { text, view } = props;
  return (
    <section class="card" aria-labelledby="second-title">
      <h2 id="second-title">{text('sample.second')}</h2>
      {view.rights.kind === 'refused' && <p class="note wait">◐ {text(`sample.refused.${view.rights.because}`)}</p>}
      {!view.schoolWork && <p class="soft">{text('sample.second.first')}</p>}
      {props.mayJudge && view.rights.kind === 'allowed' && view.schoolWork && <JudgementForm {...props} />}
    </section>
  );
}

function JudgementForm({ text, url, formToken, view, typed }: CasePageProps & { view: BlindCase }): VNode {
  const scale = scaleOf(view.activity.counting);
  return (
    <form method="post" action={`${url}/judgement`}>
      <Token value={formToken} />
      <p>{text('sample.second.blind')}</p>
      {scale === 'number' ? (
        <Field id="grade" label={text('sample.second.grade')}>
          <input type="hidden" name="choice" value="number" />
          <input
            class="grade"
            id="grade"
            name="grade"
            inputMode="decimal"
            autocomplete="off"
            maxLength={5}
            required
            value={typed.grade ?? ''}
          />
        </Field>
      ) : (
        <fieldset class="row">
          <legend>{text('sample.second.grade')}</legend>
          {judgeChoices[scale].map((choice) => (
            <label class="check" key={choice}>
              <input type="radio" name="choice" value={choice} required checked={typed.choice === choice} />
              <span>{text(`settle.choose.${choice}`)}</span>
            </label>
          ))}
        </fieldset>
      )}
      <Field id="remark" label={text('sample.second.remark')}>
        <textarea id="remark" name="remark" rows={3} maxLength={2000}>
          {typed.remark ?? ''}
        </textarea>
      </Field>
      <div class="field">
        <label class="check">
          <input type="checkbox" name="promise" value="yes" required />
          <span>{text('sample.second.promise')}</span>
        </label>
      </div>
      <button class="button wide">{text('sample.second.give')}</button>
      <p class="hint">{text('sample.second.once')}</p>
    </form>
  );
}
