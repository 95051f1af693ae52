import type { VNode } from 'preact';
import type { Text } from '@buitenboord/shared/text/text.js';
import { describedBy, Field, Token } from '../web/parts/form.js';
import { marks, type MarkForm as Marking } from './coverage-form.js';

export const markFormId = 'mark';

export interface MarkFormProps {
  text: Text;
  url: (path: string) => string;
  formToken: string;
  view: { programme: { sloId: string } };
  today: string;
  form?: Marking;
}

/** What is said of everything that is ticked. Works as it is; the page's script hides the fields that the chosen answer doesn't need. */
export function MarkForm({ text, url, formToken, view, today, form }: MarkFormProps): VNode {
  return (
    <form
      id={markFormId}
      method="post"
      action={url(`/coverage/${view.programme.sloId}/mark`)}
      class="card mark-form"
      data-mark-form
    >
      <Token value={formToken} />
      <h2>{text('coverage.mark.title')}</h2>
      <div class="columns">
        <Field id="what" label={text('coverage.mark.what')}>
          <select {...describedBy('what', {})} name="mark">
            {marks.map((mark) => (
              <option key={mark} value={mark} selected={form?.mark === mark}>
                {text(`coverage.mark.${mark}`)}
              </option>
            ))}
          </select>
        </Field>
        <DoneFields {...{ text, form, today }} />
        <NotPossibleFields {...{ text, form }} />
      </div>
      <button class="button">{text('app.save')}</button>
    </form>
  );
}

type FieldsProps = Pick<MarkFormProps, 'text' | 'form'>;

function DoneFields({ text, form, today }: FieldsProps & { today: string }): VNode {
  const place = { hint: text('coverage.mark.placeHint') };
  const shownBy = { hint: text('coverage.mark.shownByHint') };
  return (
    <>
      <div data-for="doneCompany doneSchool">
        <Field id="on" label={text('coverage.mark.on')}>
          <input {...describedBy('on', {})} type="date" name="on" value={form?.on ?? today} max={today} />
        </Field>
      </div>
      <div data-for="doneCompany doneSchool">
        <Field id="place" label={text('coverage.mark.place')} {...place}>
          <input {...describedBy('place', place)} name="place" value={form?.place ?? ''} maxLength={120} />
        </Field>
      </div>
      <div data-for="doneCompany doneSchool">
        <Field id="shownBy" label={text('coverage.mark.shownBy')} {...shownBy}>
          <input
            {...describedBy('shownBy', shownBy)}
            placeholder={text('coverage.mark.shownByExample')}
            name="shownBy"
            value={form?.shownBy ?? ''}
            maxLength={300}
          />
        </Field>
      </div>
    </>
  );
}

function NotPossibleFields({ text, form }: FieldsProps): VNode {
  const only = { hint: text('coverage.mark.ifNotPossible') };
  return (
    <>
      <div data-for="notPossible">
        <Field id="reason" label={text('coverage.mark.reason')} {...only}>
          <input {...describedBy('reason', only)} name="reason" value={form?.reason ?? ''} maxLength={300} />
        </Field>
      </div>
      <div data-for="notPossible">
        <Field id="elsewhere" label={text('coverage.mark.elsewhere')} {...only}>
          <input {...describedBy('elsewhere', only)} name="elsewhere" value={form?.elsewhere ?? ''} maxLength={300} />
        </Field>
      </div>
    </>
  );
}
