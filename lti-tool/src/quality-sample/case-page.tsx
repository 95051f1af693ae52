import type { VNode } from 'preact';
import { formatDate } from '@buitenboord/shared/text/format.js';
import { studentName } from '@buitenboord/shared/text/student-name.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import type { BlindCase, CaseView } from '@buitenboord/shared/use-cases/quality-sample/case-view.js';
import { Layout } from '../web/layout.js';
import { Field, Token } from '../web/parts/form.js';
import type { CasePageProps } from './case-page-props.js';
import { Compared } from './compared-case.js';
import { SecondJudgement } from './second-judgement.js';

/** One case of a sample, step by step: at school, the second judgement, comparing and deciding, what to do about it. */
export function CasePage(props: CasePageProps): VNode {
  const { text, view, back, error } = props;
  const title = text('sample.case', { name: studentName(text, view) });
  return (
    <Layout title={title} text={text} back={{ href: back, words: text('sample.title') }}>
      <h1>{title}</h1>
      <p class="soft">
        {view.activity.title}
        {view.attempt > 1 && ` · ${text('settle.attempt', { attempt: view.attempt })}`}
      </p>
      {error && (
        <p class="note stop" role="alert">
          {text(`problem.${error}`)}
        </p>
      )}
      <TaskAgain text={text} view={view} />
      <AtSchool {...props} />
      {view.kind === 'blind' ? <SecondJudgement {...props} view={view} /> : <Compared {...props} view={view} />}
    </Layout>
  );
}

/** What the student was asked and what to look at: all that the second assessor needs. */
function TaskAgain({ text, view: { activity } }: { text: Text; view: CaseView }): VNode {
  return (
    <details>
      <summary>{text('sample.case.task')}</summary>
      <p class="lines">{activity.task}</p>
      <h2>{text('sample.case.criteria')}</h2>
      <ul>
        {activity.rubric.map(({ title, behaviour }) => (
          <li key={title}>
            <b>{title}</b>
            <ul>
              {(['practise', 'sufficient', 'good'] as const).map((level) => (
                <li key={level}>
                  {text(`level.${level}`)}: {behaviour[level]}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </details>
  );
}

function AtSchool(props: CasePageProps): VNode {
  const { text, view } = props;
  return (
    <section class="card" aria-labelledby="school-title">
      <h2 id="school-title">{text('sample.school')}</h2>
      {view.schoolWork && (
        <>
          <p>✓ {text('sample.school.done', { day: formatDate(text.locale, view.schoolWork.doneOn) })}</p>
          {view.schoolWork.seen && <blockquote class="lines note">{view.schoolWork.seen}</blockquote>}
        </>
      )}
      {view.kind === 'blind' && !view.schoolWork && <SchoolWorkForm {...props} view={view} />}
    </section>
  );
}

function SchoolWorkForm({ text, url, formToken, today }: CasePageProps & { view: BlindCase }): VNode {
  return (
    <form method="post" action={`${url}/school-work`}>
      <Token value={formToken} />
      <Field id="doneOn" label={text('sample.school.on')}>
        <input id="doneOn" name="doneOn" type="date" max={today} value={today} required />
      </Field>
      <Field id="seen" label={text('sample.school.seen')}>
        <textarea id="seen" name="seen" rows={3} maxLength={2000} />
      </Field>
      <button class="button">{text('sample.school.keep')}</button>
    </form>
  );
}
