import type { VNode } from 'preact';
import { leerwegen } from '@buitenboord/shared/domain/pta/pta.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import { above, Layout } from '../web/layout.js';
import { describedBy, Field, Token } from '../web/parts/form.js';

export interface CourseScopePageProps {
  text: Text;
  formToken: string;
  /** `/v/<visit>/course-scope` */
  url: string;
  course: string;
  form: { cohort: string; leerweg: string };
  /** Grades were settled: nothing can change any more. */
  isFixed: boolean;
  error?: string;
  saved: boolean;
}

/** For which cohort and leerweg a course is; that decides which programme holds. */
export function CourseScopePage({
  text,
  formToken,
  url,
  course,
  form,
  isFixed,
  error,
  saved,
}: CourseScopePageProps): VNode {
  const cohort = { hint: text('pta.cohort.hint'), error };
  return (
    <Layout title={text('scope.title')} text={text} back={above(url)}>
      <p class="soft">{course}</p>
      <h1>{text('scope.title')}</h1>
      <p class="lead">{text('scope.lead')}</p>
      {saved && (
        <p class="note good" role="status">
          ✓ {text('scope.saved')}
        </p>
      )}
      {isFixed ? (
        <p>
          {text('pta.cohort')} {form.cohort} · {form.leerweg}. {text('scope.fixed')}
        </p>
      ) : (
        <form method="post" action={url}>
          <Token value={formToken} />
          <Field id="cohort" label={text('pta.cohort')} {...cohort}>
            <input
              {...describedBy('cohort', cohort)}
              name="cohort"
              value={form.cohort}
              inputMode="numeric"
              autocomplete="off"
              required
            />
          </Field>
          <Field id="leerweg" label={text('pta.leerweg')}>
            <select {...describedBy('leerweg', {})} name="leerweg">
              {leerwegen.map((leerweg) => (
                <option key={leerweg} value={leerweg} selected={leerweg === form.leerweg}>
                  {leerweg}
                </option>
              ))}
            </select>
          </Field>
          <button class="button">{text('app.save')}</button>
        </form>
      )}
    </Layout>
  );
}
