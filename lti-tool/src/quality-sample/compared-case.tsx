import type { VNode } from 'preact';
import { scaleOf } from '@buitenboord/shared/domain/grade/grade-key.js';
import type { Difference } from '@buitenboord/shared/domain/quality-sample/difference.js';
import { formatDate, formatGrade, formatMoment } from '@buitenboord/shared/text/format.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import type { ComparedCase } from '@buitenboord/shared/use-cases/quality-sample/case-view.js';
import { choiceOf } from '../grade/settle-form.js';
import { describedBy, Field, Token } from '../web/parts/form.js';
import { judgeChoices } from './case-forms.js';
import type { CasePageProps } from './case-page-props.js';

type Props = CasePageProps & { view: ComparedCase };

/** Both judgements side by side, the decision, and what to do about it. */
export function Compared(props: Props): VNode {
  return (
    <>
      <Comparison {...props} />
      <Decision {...props} />
      <FollowUp {...props} />
    </>
  );
}

function Comparison({ text, view }: Props): VNode {
  const { first, second, difference, companyName, current } = view;
  return (
    <section class="card" aria-labelledby="compare-title">
      <h2 id="compare-title">{text('sample.compare')}</h2>
      <table>
        <tbody>
          <tr>
            <th scope="row">{text('sample.compare.settled')}</th>
            <td class="num">{formatGrade(text, first.value)}</td>
          </tr>
          <tr>
            <th scope="row">{text('sample.compare.second')}</th>
            <td class="num">{formatGrade(text, second.value)}</td>
          </tr>
          {first.companyHundredths !== undefined && (
            <tr>
              <th scope="row">
                {text('sample.compare.company')} <span class="soft">{companyName}</span>
              </th>
              <td class="num">{hundredths(text, first.companyHundredths)}</td>
            </tr>
          )}
          <tr>
            <th scope="row">{text('sample.compare.difference')}</th>
            <td>
              <b>{differenceWords(text, difference)}</b>
            </td>
          </tr>
        </tbody>
      </table>
      {second.remark && <blockquote class="lines note">{second.remark}</blockquote>}
      <p class="soft small">
        {text('sample.compare.by', {
          name: second.byName ?? text('sample.colleague'),
          at: formatMoment(text.locale, second.at),
        })}
        {' · '}
        {text('sample.compare.now', { grade: formatGrade(text, current.value) })}
      </p>
    </section>
  );
}

function hundredths(text: Text, value: number): string {
  const options = { minimumFractionDigits: 2 };
  return new Intl.NumberFormat(text.locale === 'nl' ? 'nl-NL' : 'en-GB', options).format(value / 100);
}

function differenceWords(text: Text, difference: Difference): string {
  switch (difference.kind) {
    case 'same':
      return text('sample.compare.same');
    case 'other':
      return text('sample.compare.other');
    case 'tenths': {
      const { tenths } = difference;
      if (tenths === 0) return text('sample.compare.same');
      const size = Math.abs(tenths);
      const points = `${Math.trunc(size / 10)}${text.locale === 'nl' ? ',' : '.'}${size % 10}`;
      return text(tenths > 0 ? 'sample.compare.milder' : 'sample.compare.stricter', { points });
    }
  }
}

function Decision(props: Props): VNode {
  const { text, view, mayDecide } = props;
  const { decision } = view;
  return (
    <section class="card" aria-labelledby="decide-title">
      <h2 id="decide-title">{text('sample.decide')}</h2>
      {decision && (
        <>
          <p>
            ✓{' '}
            {text(`sample.decided.${decision.kind}`, {
              at: formatMoment(text.locale, decision.at),
              revision: decision.revision,
            })}
          </p>
          {decision.reason && <blockquote class="lines note">{decision.reason}</blockquote>}
        </>
      )}
      {!decision && !mayDecide && <p>{text('sample.decide.teacher')}</p>}
      {!decision && mayDecide && <DecisionForm {...props} />}
    </section>
  );
}

function DecisionForm({ text, url, formToken, view }: Props): VNode {
  const hint = text('sample.decide.reason.hint');
  return (
    <form method="post" action={`${url}/decision`}>
      <Token value={formToken} />
      <input type="hidden" name="seenRevision" value={view.current.revision} />
      <label class="check">
        <input type="radio" name="decision" value="agree" required />
        <span>{text('sample.decide.agree')}</span>
      </label>
      <label class="check">
        <input type="radio" name="decision" value="adjust" required />
        <span>{text('sample.decide.adjust')}</span>
      </label>
      <NewGrade text={text} view={view} />
      <Field id="reason" label={text('sample.decide.reason')} hint={hint}>
        <input {...describedBy('reason', { hint })} name="reason" maxLength={500} />
      </Field>
      <button class="button">{text('sample.decide.do')}</button>
    </form>
  );
}

function NewGrade({ text, view: { activity, second } }: Pick<Props, 'text' | 'view'>): VNode {
  const scale = scaleOf(activity.counting);
  if (scale === 'number') {
    return (
      <div class="field">
        <input type="hidden" name="choice" value="number" />
        <input
          class="grade"
          name="grade"
          inputMode="decimal"
          autocomplete="off"
          maxLength={5}
          value={formatGrade(text, second.value)}
          aria-label={text('sample.decide.adjust')}
        />
      </div>
    );
  }
  return (
    <fieldset class="row">
      <legend class="hidden-visually">{text('sample.decide.adjust')}</legend>
      {judgeChoices[scale].map((choice) => (
        <label class="check" key={choice}>
          <input type="radio" name="choice" value={choice} checked={choice === choiceOf(second.value)} />
          <span>{text(`settle.choose.${choice}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function FollowUp({ text, url, formToken, view, mayDecide, today }: Props): VNode | null {
  const { followUp, remindOn } = view;
  if (!followUp && !mayDecide) return null;
  return (
    <section class="card" aria-labelledby="follow-title">
      <h2 id="follow-title">{text('sample.follow')}</h2>
      {followUp && <blockquote class="lines note">{followUp.text}</blockquote>}
      {followUp?.doneAt && <p>✓ {text('sample.follow.isDone', { at: formatMoment(text.locale, followUp.doneAt) })}</p>}
      {remindOn && <p>{text('sample.follow.until', { day: formatDate(text.locale, remindOn) })}</p>}
      {remindOn && mayDecide && (
        <form method="post" action={`${url}/follow-up/done`}>
          <Token value={formToken} />
          <button class="button quiet">{text('sample.follow.done')}</button>
        </form>
      )}
      {mayDecide && !remindOn && (
        <form method="post" action={`${url}/follow-up`}>
          <Token value={formToken} />
          <Field id="followUp" label={text('sample.follow.text')}>
            <textarea id="followUp" name="text" rows={2} maxLength={1000} required />
          </Field>
          <Field id="remindOn" label={text('sample.follow.on')}>
            <input id="remindOn" name="remindOn" type="date" min={today} required />
          </Field>
          <button class="button quiet">{text('sample.follow.keep')}</button>
        </form>
      )}
    </section>
  );
}
