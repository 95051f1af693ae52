import type { VNode } from 'preact';
import { momentsOf } from '@buitenboord/shared/domain/assessment/moment.js';
import { parseTenths } from '@buitenboord/shared/domain/grade/grade-value.js';
import { suggestGrade, type Share, type Suggestion } from '@buitenboord/shared/domain/grade/suggested-grade.js';
import { hasGradebookColumn } from '@buitenboord/shared/domain/activity/assignment.js';
import { formatGrade, formatMoment } from '@buitenboord/shared/text/format.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import { describedBy, Field, Token } from '../web/parts/form.js';
import { choiceOf, choicesOf } from './settle-form.js';
import type { SettleView } from './settle-view.js';

const decimal = (text: Text) => (text.locale === 'nl' ? ',' : '.');

/** The teacher's grade: the suggestion with its sum, her own number or word, a remark, and one button. */
export function GradeCard(view: SettleView & { name: string }): VNode {
  const { text, url, formToken, activity, row, revisions, scale, component, typed, error, name } = view;
  const settled = revisions.at(-1);
  if (activity.counting.kind === 'pta' && !component) return <p class="card note stop">{text('settle.notKnown')}</p>;
  return (
    <section class="card" aria-labelledby="grade-title">
      <h2 id="grade-title">{text(scale === 'number' ? 'settle.grade' : 'settle.judgement')}</h2>
      {settled && (
        <p class="note good">
          ✓{' '}
          {text('settle.settled', {
            grade: formatGrade(text, settled.value),
            at: formatMoment(text.locale, settled.settledAt),
          })}
        </p>
      )}
      {error && (
        <p class="note stop" role="alert">
          {text(`problem.${error}`)}
        </p>
      )}
      <form method="post" action={url(`/students/${row.student}/grade`)} id="settle">
        <Token value={formToken} />
        <input type="hidden" name="attempt" value={row.attempt} />
        <input type="hidden" name="seenRevision" value={settled?.revision ?? 0} />
        {scale === 'number' && component && <OwnJudgement {...view} />}
        <Choice {...view} />
        <Field id="remark" label={text('settle.remark', { name })}>
          <textarea id="remark" name="remark" rows={3} maxLength={2000}>
            {typed.remark ?? settled?.remark ?? ''}
          </textarea>
        </Field>
        {settled && <Reason {...view} />}
        <button class="button wide" data-settle={text('settle.settleGrade', { grade: '{grade}' })}>
          {text(settled ? 'settle.change' : 'settle.settle')}
        </button>
        <p class="soft small">{afterwards(view)}</p>
      </form>
    </section>
  );
}

function afterwards({ text, activity, lms }: SettleView): string {
  if (activity.counting.kind === 'formative') return text('settle.afterFormative');
  return hasGradebookColumn(activity.counting) ? text('settle.after', { lms }) : text('settle.afterList');
}

function Reason({ text, typed, error }: SettleView): VNode {
  const wrong = error === 'grade/reason-needed' ? text('problem.grade/reason-needed') : undefined;
  return (
    <Field id="reason" label={text('settle.reason')} error={wrong}>
      <input {...describedBy('reason', { error: wrong })} name="reason" maxLength={500} value={typed.reason ?? ''} />
    </Field>
  );
}

/** The number, or the words of another scale; catching up and exemption fold away. */
function Choice(view: SettleView): VNode {
  const { text, scale, typed, row, activity } = view;
  const choices = activity.counting.kind === 'formative' ? (['met', 'notMet'] as const) : choicesOf[scale];
  const chosen = typed.choice ?? (row.grade ? choiceOf(row.grade.value) : choices[0]);
  return (
    <>
      {scale === 'number' && <NumberField {...view} />}
      <fieldset class="row">
        <legend class="hidden-visually">{text('settle.judgement')}</legend>
        {choices.map((choice) => (
          <label class="check" key={choice}>
            <input type="radio" name="choice" value={choice} checked={choice === chosen} required />
            <span>{text(`settle.choose.${choice}`)}</span>
          </label>
        ))}
      </fieldset>
    </>
  );
}

function NumberField(view: SettleView): VNode {
  const { text, typed, row, error } = view;
  const suggestion = suggestionFor(view);
  const settled = row.grade?.value.kind === 'tenths' ? formatGrade(text, row.grade.value) : undefined;
  const suggested = suggestion.kind === 'grade' ? formatGrade(text, { kind: 'tenths', tenths: suggestion.tenths }) : '';
  const untouched = settled ?? suggested;
  const value = typed.grade ?? untouched;
  const wrong = error === 'grade/not-a-grade';
  return (
    <>
      <input type="hidden" name="shown" value={untouched} />
      <div class="row">
        <input
          class="grade"
          id="grade"
          name="grade"
          inputMode="decimal"
          autocomplete="off"
          maxLength={5}
          value={value}
          aria-label={text('settle.grade')}
          aria-invalid={wrong ? 'true' : undefined}
          data-grade
        />
        <span class="soft" data-suggested hidden={suggested === '' || value !== suggested}>
          {text('settle.suggested')}
        </span>
      </div>
      <Sum text={text} suggestion={suggestion} />
      {suggestion.kind === 'grade' && suggestion.company && momentsOf(view.activity).length > 1 && (
        <p class="soft small">{text('assess.sumMoment')}</p>
      )}
    </>
  );
}

function evidenceOf({ text, typed, row }: SettleView): string {
  if (typed.evidence) return typed.evidence;
  const tenths = row.grade?.evidenceTenths;
  return tenths === undefined ? '' : formatGrade(text, { kind: 'tenths', tenths });
}

function suggestionFor(view: SettleView): Suggestion {
  const { component, row } = view;
  if (!component) return { kind: 'none', because: 'no-table' };
  const levels =
    row.judgement?.state === 'done' ? row.judgement.levels.flatMap((level) => (level ? [level] : [])) : undefined;
  const rule = {
    companyWeight: component.companyWeight,
    ...(component.levelGrades && { levelGrades: component.levelGrades }),
  };
  return suggestGrade(rule, levels, parseTenths(evidenceOf(view)));
}

function Sum({ text, suggestion }: { text: Text; suggestion: Suggestion }): VNode {
  if (suggestion.kind === 'none') return <p class="sum">{text(`settle.none.${suggestion.because}`)}</p>;
  const line = (key: 'settle.sumCompany' | 'settle.sumEvidence', share: Share) =>
    text(key, {
      grade: hundredths(text, share.hundredths),
      weight: share.weight,
      part: hundredths(text, share.part),
    });
  return (
    <p class="sum">
      {suggestion.company && <span>{line('settle.sumCompany', suggestion.company)}</span>}
      {suggestion.company && suggestion.evidence && <br />}
      {suggestion.evidence && <span>{line('settle.sumEvidence', suggestion.evidence)}</span>}
      <br />
      <b>= {formatGrade(text, { kind: 'tenths', tenths: suggestion.tenths })}</b>
    </p>
  );
}

function hundredths(text: Text, value: number): string {
  return `${Math.trunc(value / 100)}${decimal(text)}${String(value % 100).padStart(2, '0')}`;
}

/** Her own grade for the evidence, from which the rule makes its suggestion. Asking for it settles nothing, and loses nothing typed. */
function OwnJudgement(view: SettleView): VNode {
  const { text, url, row, error } = view;
  const hint = text('settle.ownHint');
  const wrong = error === 'grade/not-a-grade' && view.typed.evidence ? text('problem.grade/not-a-grade') : undefined;
  return (
    <Field id="evidence" label={text('settle.own')} hint={hint} error={wrong}>
      <div class="row">
        <input
          {...describedBy('evidence', { hint, error: wrong })}
          class="short"
          name="evidence"
          inputMode="decimal"
          autocomplete="off"
          maxLength={5}
          value={evidenceOf(view)}
        />
        <button
          class="button quiet slim"
          formaction={url(`/students/${row.student}/suggestion`)}
          formnovalidate
          data-suggest
        >
          {text('settle.suggest')}
        </button>
      </div>
    </Field>
  );
}
