import type { VNode } from 'preact';
import type { Activity } from '@buitenboord/shared/domain/activity/assignment.js';
import type { Condition } from '@buitenboord/shared/domain/assessment/sitting.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import type { SittingView } from '@buitenboord/shared/use-cases/assessment/keep-sitting.js';
import { Layout } from '../web/layout.js';
import { describedBy, Field, Token } from '../web/parts/form.js';
import { RuleNote } from './rule-note.js';

export interface SittingPageProps {
  text: Text;
  url: (path: string) => string;
  formToken: string;
  activity: Activity;
  student: string;
  name: string;
  view: SittingView;
}

/** The conditions of an exam at a company, and the few facts that meet them. No field has room for the exam itself. */
export function SittingPage(props: SittingPageProps): VNode {
  const { text, url, activity, student, name, view } = props;
  const title = text('exam.title', { kind: view.kind });
  const count = view.conditions.filter(({ met }) => !met).length;
  return (
    <Layout
      title={`${title} · ${name}`}
      text={text}
      back={{ href: url(`/students/${student}`), words: text('assess.backToGrade') }}
    >
      <h1>{title}</h1>
      <p class="soft">
        {name} · {activity.title}
      </p>
      <p>{text('exam.lead')}</p>
      {view.kind === 'cspePart' && <p class="note stop">{text('exam.noContent')}</p>}
      <p class={count === 0 ? 'note good' : 'note'} role="status">
        {text('exam.openCount', { count })}
      </p>
      <Conditions text={text} conditions={view.conditions} />
      <SittingForm {...props} />
    </Layout>
  );
}

function Conditions({ text, conditions }: { text: Text; conditions: readonly Condition[] }): VNode {
  return (
    <ul class="steps">
      {conditions.map(({ id, met, rule }) => (
        <li key={id}>
          <span class={met ? 'mark ok' : 'mark'} aria-hidden="true">
            {met ? '✓' : ''}
          </span>
          <span>
            {text('exam.condition', { condition: id })} <b>{text(met ? 'exam.met' : 'exam.open')}</b>
            <br />
            <RuleNote text={text} rule={rule} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function SittingForm({ text, url, formToken, student, view }: SittingPageProps): VNode {
  const { kind, sitting } = view;
  const hint = text('exam.secondExaminerHint');
  return (
    <form method="post" action={url(`/students/${student}/sitting`)}>
      <Token value={formToken} />
      <Field id="heldOn" label={text('exam.heldOn')}>
        <input id="heldOn" type="date" name="heldOn" value={sitting?.heldOn ?? ''} />
      </Field>
      <Field id="place" label={text('exam.place')}>
        <input id="place" name="place" maxLength={120} value={sitting?.place ?? ''} />
      </Field>
      <Field id="schoolExaminer" label={text('exam.schoolExaminer')}>
        <input id="schoolExaminer" name="schoolExaminer" maxLength={120} value={sitting?.schoolExaminer ?? ''} />
      </Field>
      {kind === 'cspePart' && (
        <>
          <Field id="secondExaminer" label={text('exam.secondExaminer')} hint={hint}>
            <input
              {...describedBy('secondExaminer', { hint })}
              name="secondExaminer"
              maxLength={120}
              value={sitting?.secondExaminer ?? ''}
            />
          </Field>
          <p>
            <a href={url('/experts')}>{text('expert.title')}</a>
          </p>
          <Tick name="papersSecret" label={text('exam.papersSecret')} on={sitting?.papersSecret} />
          <Tick name="observationsWritten" label={text('exam.observationsWritten')} on={sitting?.observationsWritten} />
        </>
      )}
      <button class="button wide">{text('app.save')}</button>
    </form>
  );
}

function Tick({ name, label, on = false }: { name: string; label: string; on?: boolean | undefined }): VNode {
  return (
    <label class="check">
      <input type="checkbox" name={name} value="yes" checked={on} />
      <span>{label}</span>
    </label>
  );
}
