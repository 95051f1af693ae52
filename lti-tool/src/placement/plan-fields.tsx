import type { VNode } from 'preact';
import { getKind } from '@buitenboord/shared/domain/activity/kinds.js';
import { hazards, settings, supervisions } from '@buitenboord/shared/domain/safety/work-context.js';
import { describedBy, Field } from '../web/parts/form.js';
import { LineInput } from '../web/parts/line-input.js';
import { all, chosenKind, holidayRows, one, type PlanField } from './plan-form.js';
import type { PlanPageView } from './plan-view.js';

interface InputProps {
  view: PlanPageView;
  name: string;
  label: string;
  type?: 'text' | 'date' | 'number';
  hint?: string;
  field?: PlanField;
}

/** A field of one line, with what is wrong with it. */
function Input({ view, name, label, type = 'text', hint, field }: InputProps): VNode {
  const { text, typed, errors } = view;
  const error = field && errors.fields.has(field) ? text(`plan.error.${field}`) : undefined;
  const numeric = type === 'number';
  return (
    <Field id={name} label={label} hint={hint} error={error}>
      <LineInput
        {...describedBy(name, { hint, error })}
        name={name}
        type={numeric ? 'text' : type}
        isNumber={numeric}
        value={one(typed, name)}
      />
    </Field>
  );
}

/** What kind of activity, and what that kind asks for. */
export function KindFields(view: PlanPageView): VNode {
  const { text, typed, kinds } = view;
  const chosen = chosenKind(typed);
  const kind = getKind(chosen);
  return (
    <fieldset>
      <legend>
        <h2>1. {text('plan.step.kind')}</h2>
      </legend>
      <Field id="kind" label={text('kinds.kind')} hint={kind.size[text.locale]}>
        <select {...describedBy('kind', { hint: kind.size[text.locale] })} name="kind">
          {kinds.map((id) => (
            <option key={id} value={id} selected={id === chosen}>
              {getKind(id).name[text.locale]}
            </option>
          ))}
        </select>
      </Field>
      <Field id="setting" label={text('plan.setting')}>
        <select id="setting" name="setting">
          {settings.map((setting) => (
            <option key={setting} value={setting} selected={setting === one(typed, 'setting')}>
              {text(`plan.setting.${setting}`)}
            </option>
          ))}
        </select>
      </Field>
      {kind.work === 'visit' && (
        <label class="check">
          <input type="checkbox" name="doesTasks" value="yes" checked={one(typed, 'doesTasks') === 'yes'} />
          {text('plan.doesTasks')}
        </label>
      )}
      {kind.needsRecognition && (
        <div class="columns">
          <Input view={view} name="sbbNumber" label={text('plan.sbbNumber')} field="recognition" />
          <Input view={view} name="sbbCheckedOn" label={text('plan.sbbCheckedOn')} type="date" />
        </div>
      )}
      {kind.limits === 'entree' && <EntreeFields {...view} />}
    </fieldset>
  );
}

function EntreeFields(view: PlanPageView): VNode {
  const { text, typed } = view;
  return (
    <div class="columns">
      <Field id="route" label={text('plan.route')}>
        <select id="route" name="route">
          {(['bol', 'bbl'] as const).map((route) => (
            <option key={route} value={route} selected={route === one(typed, 'route')}>
              {route}
            </option>
          ))}
        </select>
      </Field>
      <Input view={view} name="teachingHours" label={text('plan.teachingHours')} type="number" field="entree" />
    </div>
  );
}

/** What else fills the week: school counts, a side job adds up. */
export function SchoolFields(view: PlanPageView): VNode {
  const { text, typed, errors } = view;
  const from = all(typed, 'holidayFrom');
  const until = all(typed, 'holidayTo');
  return (
    <fieldset>
      <legend>
        <h2>3. {text('plan.step.week')}</h2>
      </legend>
      <p class="hint">{text('plan.weekHint')}</p>
      <div class="columns">
        <Input view={view} name="schoolHours" label={text('plan.schoolHours')} type="number" field="schoolHours" />
        <Input
          view={view}
          name="schoolSameDay"
          label={text('plan.schoolSameDay')}
          type="number"
          field="schoolSameDay"
        />
      </div>
      <div class="columns">
        <Input view={view} name="jobDay" label={text('plan.jobDay')} type="number" field="jobDay" />
        <Input view={view} name="jobWeek" label={text('plan.jobWeek')} type="number" field="jobWeek" />
      </div>
      <details open={from.some((day) => day !== '') || errors.fields.has('holidays')}>
        <summary>{text('plan.holidays')}</summary>
        {Array.from({ length: Math.max(holidayRows, from.length) }, (_, place) => (
          <div class="columns" key={place}>
            <input
              type="date"
              name="holidayFrom"
              aria-label={text('plan.holidayFrom', { number: place + 1 })}
              value={from[place] ?? ''}
            />
            <input
              type="date"
              name="holidayTo"
              aria-label={text('plan.holidayTo', { number: place + 1 })}
              value={until[place] ?? ''}
            />
          </div>
        ))}
        {errors.fields.has('holidays') && <p class="error">! {text('plan.error.holidays')}</p>}
      </details>
    </fieldset>
  );
}

/** What the student will do, what is dangerous or heavy about it, and who looks on. */
export function TaskFields({ text, typed }: PlanPageView): VNode {
  return (
    <fieldset>
      <legend>
        <h2>4. {text('plan.step.tasks')}</h2>
      </legend>
      <Field id="tasks" label={text('plan.tasks')} hint={text('plan.tasksHint')}>
        <textarea {...describedBy('tasks', { hint: text('plan.tasksHint') })} name="tasks" rows={3} maxLength={2000}>
          {one(typed, 'tasks')}
        </textarea>
      </Field>
      <HazardBoxes text={text} chosen={all(typed, 'hazard')} />
      <SupervisionChoice text={text} chosen={one(typed, 'supervision')} />
    </fieldset>
  );
}

type Text = PlanPageView['text'];

export function HazardBoxes({ text, chosen }: { text: Text; chosen: readonly string[] }): VNode {
  return (
    <details open={chosen.length > 0}>
      <summary>{text('plan.hazards', { count: chosen.length })}</summary>
      <div class="columns">
        {hazards.map((hazard) => (
          <label class="check" key={hazard}>
            <input type="checkbox" name="hazard" value={hazard} checked={chosen.includes(hazard)} />
            <span>{text(`hazard.${hazard}`)}</span>
          </label>
        ))}
      </div>
    </details>
  );
}

export function SupervisionChoice({ text, chosen }: { text: Text; chosen: string }): VNode {
  return (
    <Field id="supervision" label={text('plan.supervision')}>
      <select id="supervision" name="supervision">
        {supervisions.map((each) => (
          <option key={each} value={each} selected={each === chosen}>
            {text(`plan.supervision.${each}`)}
          </option>
        ))}
      </select>
    </Field>
  );
}
