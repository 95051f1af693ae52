import type { VNode } from 'preact';
import { evidenceKinds } from '@buitenboord/shared/domain/activity/assignment.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import { Layout } from '../web/layout.js';
import { describedBy, Field, Token } from '../web/parts/form.js';
import { WhatItIsFor } from './kind-fields.js';
import {
  criterionParts,
  many,
  one,
  rubricRows,
  type AssignableElective,
  type FieldError,
  type TypedForm,
} from './assignment-form.js';

export interface AssignmentPageProps {
  text: Text;
  url: (path: string) => string;
  formToken: string;
  /** As it was typed: comes back when something isn't right. */
  typed: TypedForm;
  errors: ReadonlySet<FieldError>;
  electives: readonly AssignableElective[];
}

type PartProps = Pick<AssignmentPageProps, 'text' | 'typed' | 'errors'>;
type CoverProps = PartProps & Pick<AssignmentPageProps, 'electives'>;

/** A new assignment in four short steps on one page, with beside it what a student will see. */
export function AssignmentPage({ text, url, formToken, typed, errors, electives }: AssignmentPageProps): VNode {
  const part = { text, typed, errors };
  return (
    <Layout
      title={text('assignment.new')}
      text={text}
      back={{ href: url('/picker') }}
      width="wide"
      scripts={['assignment.js']}
    >
      <h1>{text('assignment.new')}</h1>
      {errors.size > 0 && (
        <p class="note stop" role="alert">
          {text('assignment.errors')}
        </p>
      )}
      <div class="split">
        <form method="post" action={url('/assignments')} data-assignment data-draft="assignment">
          <Token value={formToken} />
          <WhatToDo {...part} />
          <WhatItCovers {...part} electives={electives} />
          <WhatItIsFor text={text} typed={typed} />
          <WhatToShow {...part} />
          <WhatToLookAt {...part} />
          <button class="button wide">{text('assignment.save')}</button>
        </form>
        <Preview text={text} />
      </div>
    </Layout>
  );
}

function errorOf({ text, errors }: PartProps, field: FieldError): string | undefined {
  return errors.has(field) ? text(`assignment.error.${field}`) : undefined;
}

function WhatToDo(props: PartProps): VNode {
  const { text, typed } = props;
  const titleError = errorOf(props, 'title');
  const taskError = errorOf(props, 'task');
  const taskHint = text('assignment.taskHint');
  return (
    <fieldset>
      <legend>
        <h2>1. {text('assignment.step.do')}</h2>
      </legend>
      <Field id="title" label={text('assignment.title')} error={titleError}>
        <input
          {...describedBy('title', { error: titleError })}
          name="title"
          maxLength={120}
          required
          value={one(typed, 'title')}
        />
      </Field>
      <Field id="task" label={text('assignment.task')} hint={taskHint} error={taskError}>
        <textarea
          {...describedBy('task', { hint: taskHint, error: taskError })}
          name="task"
          rows={6}
          maxLength={4000}
          required
        >
          {one(typed, 'task')}
        </textarea>
      </Field>
      <Field id="safety" label={text('assignment.safety')} hint={text('assignment.safetyHint')}>
        <textarea
          {...describedBy('safety', { hint: text('assignment.safetyHint') })}
          name="safety"
          rows={3}
          maxLength={2000}
        >
          {one(typed, 'safety')}
        </textarea>
      </Field>
    </fieldset>
  );
}

function WhatItCovers(props: CoverProps): VNode {
  const { text, typed, electives } = props;
  const chosen = one(typed, 'elective');
  const hoursError = errorOf(props, 'hours');
  return (
    <fieldset>
      <legend>
        <h2>2. {text('assignment.step.covers')}</h2>
      </legend>
      <Field id="elective" label={text('assignment.elective')} error={errorOf(props, 'elective')}>
        <select id="elective" name="elective">
          <option value="">{text('assignment.noElective')}</option>
          {electives.map(({ sloId, title, officialCode, profile }) => (
            <option key={sloId} value={sloId} selected={sloId === chosen}>
              {[title, profile, officialCode].filter(Boolean).join(' · ')}
            </option>
          ))}
        </select>
      </Field>
      {electives.map(({ sloId, title, subtasks }) => (
        <details key={sloId} data-subtasks={sloId} open={sloId === chosen}>
          <summary>{text('assignment.subtasksOf', { elective: title })}</summary>
          {subtasks.map((subtask) => (
            <label class="check" key={subtask.sloId}>
              <input
                type="checkbox"
                name="subtask"
                value={subtask.sloId}
                checked={many(typed, 'subtask').includes(subtask.sloId)}
              />
              <span>{subtask.title}</span>
            </label>
          ))}
        </details>
      ))}
      <Field id="hours" label={text('assignment.hoursLabel')} error={hoursError}>
        <input
          {...describedBy('hours', { error: hoursError })}
          name="hours"
          type="number"
          min={0}
          max={2000}
          value={one(typed, 'hours') || '16'}
        />
      </Field>
    </fieldset>
  );
}

function WhatToShow(props: PartProps): VNode {
  const { text, typed } = props;
  const error = errorOf(props, 'evidence');
  return (
    <fieldset aria-describedby={error ? 'evidence-error' : undefined}>
      <legend>
        <h2>3. {text('assignment.step.show')}</h2>
      </legend>
      <div class="columns">
        {evidenceKinds.map((kind) => (
          <Field
            key={kind}
            id={`evidence-${kind}`}
            label={text('assignment.howMany', { kind: text(`evidence.${kind}.many`) })}
          >
            <input
              id={`evidence-${kind}`}
              name={`evidence.${kind}`}
              type="number"
              min={0}
              max={10}
              value={one(typed, `evidence.${kind}`) || (kind === 'photo' ? '3' : '0')}
            />
          </Field>
        ))}
      </div>
      {error && (
        <p class="error" id="evidence-error">
          ! {error}
        </p>
      )}
    </fieldset>
  );
}

function WhatToLookAt(props: PartProps): VNode {
  const { text, typed } = props;
  const error = errorOf(props, 'rubric');
  return (
    <fieldset aria-describedby={error ? 'rubric-error' : undefined}>
      <legend>
        <h2>4. {text('assignment.step.lookAt')}</h2>
      </legend>
      <p class="hint">{text('assignment.rubricHint')}</p>
      {error && (
        <p class="error" id="rubric-error">
          ! {error}
        </p>
      )}
      {Array.from({ length: rubricRows }, (_, row) => (
        <details class="card" key={row} open={row < 3}>
          <summary>{text('assignment.criterion', { number: row + 1 })}</summary>
          {criterionParts.map((part) => (
            <Field
              key={part}
              id={`criterion-${row}-${part}`}
              label={text(part === 'title' ? 'assignment.criterionTitle' : `level.${part}`)}
            >
              <input
                id={`criterion-${row}-${part}`}
                name={`criterion.${row}.${part}`}
                maxLength={part === 'title' ? 120 : 200}
                placeholder={text(`assignment.example.${part}`)}
                value={one(typed, `criterion.${row}.${part}`)}
              />
            </Field>
          ))}
        </details>
      ))}
    </fieldset>
  );
}

/** Filled in by assignment.js while the teacher types; absent without script. */
function Preview({ text }: { text: Text }): VNode {
  return (
    <aside class="card" data-preview hidden aria-label={text('assignment.preview')}>
      <p class="soft small">{text('assignment.preview')}</p>
      <h2 data-preview-title />
      <p class="lines" data-preview-task />
      <ul class="steps" data-preview-steps data-steps-text={text('assignment.previewShow')} />
    </aside>
  );
}
