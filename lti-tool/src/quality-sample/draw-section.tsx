import type { ComponentChildren, VNode } from 'preact';
import { studentName } from '@buitenboord/shared/text/student-name.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import type { CalledStudent } from '@buitenboord/shared/use-cases/people/called-student.js';
import { describedBy, Field, Token } from '../web/parts/form.js';
import { methods, type DrawForm, type WrongField } from './draw-form.js';

/** A component that can be drawn from, with the students who have a grade for it. No grades: who draws may be the second to judge. */
export interface DrawableComponent {
  key: string;
  code: string;
  title: string;
  grades: readonly (CalledStudent & { gradeKey: string; attempt: number })[];
}

export interface CourseChoice {
  id: string;
  title: string;
  label: string;
}

export interface DrawSectionProps {
  text: Text;
  url: string;
  formToken: string;
  course: string | undefined;
  /** For who sees the whole school; empty for a teacher. */
  courses: readonly CourseChoice[];
  components: readonly DrawableComponent[];
  seed: string;
  typed: Partial<DrawForm>;
  wrong?: WrongField | undefined;
}

/** The form that draws: of what, how, and from which seed. */
export function DrawSection(props: DrawSectionProps): VNode {
  const { text, components, course, formToken, url, typed, seed } = props;
  const hint = text('sample.seed.hint');
  return (
    <section class="card" aria-labelledby="draw-title">
      <h2 id="draw-title">{text('sample.new')}</h2>
      <CourseForm {...props} />
      {components.length === 0 ? (
        <p>{text('sample.new.none')}</p>
      ) : (
        <form method="post" action={url}>
          <Token value={formToken} />
          {course !== undefined && <input type="hidden" name="course" value={course} />}
          <Field id="component" label={text('sample.component')}>
            <select id="component" name="component">
              {components.map(({ key, code, title }) => (
                <option key={key} value={key} selected={key === typed.component}>
                  {code} {title}
                </option>
              ))}
            </select>
          </Field>
          {props.courses.length > 0 && (
            <label class="check">
              <input type="checkbox" name="wholeSchool" value="yes" checked={typed.wholeSchool === 'yes'} />
              <span>{text('sample.wholeSchool')}</span>
            </label>
          )}
          <Methods {...props} />
          <Field id="seed" label={text('sample.seed')} hint={hint}>
            <input {...describedBy('seed', { hint })} name="seed" required maxLength={100} value={typed.seed ?? seed} />
          </Field>
          <button class="button">{text('sample.draw')}</button>
        </form>
      )}
    </section>
  );
}

function CourseForm({ text, url, courses, course }: DrawSectionProps): VNode | null {
  if (courses.length < 2) return null;
  return (
    <form action={url} class="row">
      <label for="course">{text('sample.course')}</label>
      <select id="course" name="course">
        {courses.map(({ id, title, label }) => (
          <option key={id} value={id} selected={id === course}>
            {title} {label}
          </option>
        ))}
      </select>
      <button class="button quiet">{text('sample.course.show')}</button>
    </form>
  );
}

function Methods(props: DrawSectionProps): VNode {
  const { text, typed } = props;
  const fields: Readonly<Record<DrawForm['method'], ComponentChildren>> = {
    number: <NumberField {...props} name="count" label={text('sample.count')} value={typed.count ?? '3'} />,
    percentage: <NumberField {...props} name="percent" label={text('sample.percent')} value={typed.percent ?? '10'} />,
    range: (
      <>
        <p class="hint">{text('sample.range.hint')}</p>
        <div class="row">
          <NumberField {...props} name="from" label={text('sample.from')} value={typed.from ?? ''} />
          <NumberField {...props} name="to" label={text('sample.to')} value={typed.to ?? ''} />
        </div>
        <NumberField {...props} name="rangeCount" label={text('sample.range.count')} value={typed.rangeCount ?? ''} />
      </>
    ),
    hand: <Hand {...props} />,
  };
  return (
    <fieldset>
      <legend>{text('sample.method')}</legend>
      {methods.map((method) => (
        <div key={method} class="stack">
          <label class="check">
            <input type="radio" name="method" value={method} checked={(typed.method ?? 'number') === method} />
            <span>{text(`sample.method.${method}`)}</span>
          </label>
          {fields[method]}
        </div>
      ))}
    </fieldset>
  );
}

type NumberProps = Pick<DrawSectionProps, 'text' | 'wrong'> & { name: WrongField; label: string; value: string };

function NumberField({ text, wrong, name, label, value }: NumberProps): VNode {
  const error = wrong === name ? text('sample.field.wrong') : undefined;
  const attributes = { ...describedBy(name, { error }), name, value };
  return (
    <Field id={name} label={label} error={error}>
      <input {...attributes} class="short" inputMode="decimal" autocomplete="off" maxLength={5} />
    </Field>
  );
}

function Hand({ text, components, typed, wrong }: DrawSectionProps): VNode {
  return (
    <details open={typed.method === 'hand'}>
      <summary>{text('sample.hand.open')}</summary>
      <p class="hint">{text('sample.hand.hint')}</p>
      {wrong === 'hand' && <p class="error">! {text('sample.field.wrong')}</p>}
      {components.map(({ key, code, title, grades }) => (
        <fieldset key={key}>
          <legend>
            {code} {title}
          </legend>
          {grades.map(({ gradeKey, attempt, ...student }) => (
            <label class="check" key={gradeKey}>
              <input type="checkbox" name="hand" value={gradeKey} checked={typed.hand?.includes(gradeKey)} />
              <span>
                {studentName(text, student)}
                {attempt > 1 && ` (${text('settle.attempt', { attempt })})`}
              </span>
            </label>
          ))}
        </fieldset>
      ))}
    </details>
  );
}
