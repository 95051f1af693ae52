import type { VNode } from 'preact';
import { formatDay } from '@buitenboord/shared/text/format.js';
import { Field } from '../web/parts/form.js';
import { LineInput, type LineInputProps } from '../web/parts/line-input.js';
import { all, one, rowsOf, type DayRow } from './plan-form.js';
import { findingWords } from './finding-words.js';
import type { PlanPageView } from './plan-view.js';

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
/** A Monday: to name the days of the week in any language. */
const aMonday = 5;

/** A pattern that puts the days ready, and the days themselves, each to be changed. */
export function DayFields(view: PlanPageView): VNode {
  const { text, typed, errors } = view;
  const rows = rowsOf(typed);
  return (
    <fieldset>
      <legend>
        <h2>2. {text('plan.step.days')}</h2>
      </legend>
      <FillFields {...view} />
      {errors.fields.has('days') && <p class="error">! {text('plan.error.days')}</p>}
      {rows.length > 0 && (
        <>
          <h3>{text('plan.rows', { count: rows.length })}</h3>
          <p class="hint">{text('plan.rowsHint')}</p>
          {[...rows, { date: '', from: '', to: '', breaks: '' }].map((row, place) => (
            <Row key={place} {...view} row={row} place={place} />
          ))}
        </>
      )}
    </fieldset>
  );
}

function FillFields({ text, typed, errors }: PlanPageView): VNode {
  const input = (id: string, type: LineInputProps['type']) => (
    <LineInput id={id} name={id} type={type} value={one(typed, id)} />
  );
  const dayName = new Intl.DateTimeFormat(text.locale, { weekday: 'long', timeZone: 'UTC' });
  const hasRows = rowsOf(typed).length > 0;
  const fields = (
    <>
      <div class="columns">
        <Field id="first" label={text('plan.first')}>
          {input('first', 'date')}
        </Field>
        <Field id="last" label={text('plan.last')}>
          {input('last', 'date')}
        </Field>
      </div>
      <fieldset class="row" role="group" aria-label={text('plan.weekdays')}>
        {weekdays.map((weekday) => (
          <label class="check" key={weekday}>
            <input
              type="checkbox"
              name="weekday"
              value={weekday}
              checked={all(typed, 'weekday').includes(String(weekday))}
            />
            {dayName.format(new Date(Date.UTC(2026, 0, aMonday - 1 + weekday)))}
          </label>
        ))}
      </fieldset>
      <div class="columns">
        <Field id="fillFrom" label={text('plan.from')}>
          {input('fillFrom', 'time')}
        </Field>
        <Field id="fillTo" label={text('plan.to')}>
          {input('fillTo', 'time')}
        </Field>
        <Field id="fillBreaks" label={text('plan.breaks')}>
          {input('fillBreaks', 'text')}
        </Field>
      </div>
      {errors.fields.has('fill') && <p class="error">! {text('plan.error.fill')}</p>}
      <button class="button quiet" name="action" value="fill">
        {text('plan.fill')}
      </button>
    </>
  );
  if (!hasRows) return fields;
  return (
    <details>
      <summary>{text('plan.fillAgain')}</summary>
      {fields}
    </details>
  );
}

/** One day: its fields in one line, and below it what is wrong with it. */
function Row({ text, errors, refused, kept, row, place }: PlanPageView & { row: DayRow; place: number }): VNode {
  const findings = (refused?.findings ?? kept?.open ?? []).filter(({ on }) => on !== undefined && on === row.date);
  const named = (what: string) => `${what}, ${row.date ? formatDay(text.locale, row.date) : text('plan.newDay')}`;
  const input = (name: keyof DayRow, type: LineInputProps['type'], label: string) => (
    <LineInput type={type} name={name} value={row[name]} aria-label={named(label)} />
  );
  return (
    <div class={findings.some(({ severity }) => severity === 'block') ? 'day-row wrong' : 'day-row'}>
      <div class="day-fields">
        {input('date', 'date', text('plan.date'))}
        {input('from', 'time', text('plan.from'))}
        {input('to', 'time', text('plan.to'))}
        {input('breaks', 'text', text('plan.breaks'))}
      </div>
      {errors.rows.has(place) && <p class="error">! {text('plan.error.row')}</p>}
      {findings.map((found) => (
        <p key={found.rule} class="error">
          {found.severity === 'block' ? '!' : '◐'} {findingWords(text, found)}
        </p>
      ))}
    </div>
  );
}
