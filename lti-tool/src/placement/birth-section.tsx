import type { VNode } from 'preact';
import { ageOn, dayOfAge } from '@buitenboord/shared/domain/safety/age.js';
import { formatDate } from '@buitenboord/shared/text/format.js';
import { describedBy, Field, Token } from '../web/parts/form.js';
import type { PlanPageView } from './plan-view.js';

/** How old the student is, or whom we take her for while nobody said. */
export function BirthSection(view: PlanPageView): VNode {
  const { text, birth, today, birthError } = view;
  const age = ageOn(birth.bornOn, today);
  if (birth.isAssumed) {
    return (
      <section class="card now">
        <p>
          <b>{text('plan.birth.missing')}</b>{' '}
          {birth.yearLevel === undefined
            ? text('plan.birth.assumedAnyYear', { age })
            : text('plan.birth.assumed', { age, year: birth.yearLevel })}
        </p>
        {view.mayPlan && <BirthForm {...view} />}
      </section>
    );
  }
  const next = dayOfAge(birth.bornOn, age + 1);
  return (
    <>
      <p>{text('plan.birth.known', { age, next: age + 1, day: formatDate(text.locale, next) })}</p>
      {view.mayPlan && (
        <details open={birthError}>
          <summary>{text('plan.birth.correct')}</summary>
          <BirthForm {...view} />
        </details>
      )}
    </>
  );
}

function BirthForm({ text, url, formToken, birthError }: PlanPageView): VNode {
  const hint = text('plan.birth.hint');
  const error = birthError ? text('problem.plan/birth-date-unlikely') : undefined;
  return (
    <form method="post" action={`${url}/birth-date`}>
      <Token value={formToken} />
      <Field id="bornOn" label={text('plan.birth.label')} hint={hint} error={error}>
        <input {...describedBy('bornOn', { hint, error })} name="bornOn" type="date" required />
      </Field>
      <button class="button slim">{text('plan.birth.save')}</button>
    </form>
  );
}
