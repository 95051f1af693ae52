import type { VNode } from 'preact';
import type { Activity } from '@buitenboord/shared/domain/activity/assignment.js';
import type { NamedExpert } from '@buitenboord/shared/domain/assessment/named-expert.js';
import type { Stored } from '@buitenboord/shared/store/port.js';
import { formatDate } from '@buitenboord/shared/text/format.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import { Layout } from '../web/layout.js';
import { Field, Token } from '../web/parts/form.js';
import { RuleNote } from './rule-note.js';

export interface ExpertsPageProps {
  text: Text;
  url: (path: string) => string;
  formToken: string;
  activity: Activity;
  experts: readonly Stored<NamedExpert, 'school'>[];
}

/** Who was named for the school exam on this activity, and room to write down one more. */
export function ExpertsPage(props: ExpertsPageProps): VNode {
  const { text, url, formToken, activity, experts } = props;
  return (
    <Layout title={text('expert.title')} text={text} back={{ href: url('/') }}>
      <h1>{text('expert.title')}</h1>
      <p class="soft">{activity.title}</p>
      <p>{text('expert.lead')}</p>
      <p>
        <RuleNote text={text} rule="assessment.named-expert" />
      </p>
      {experts.length === 0 ? <p class="note">{text('expert.none')}</p> : <Named {...props} />}
      <form method="post" action={url('/experts')}>
        <Token value={formToken} />
        {(['name', 'role', 'company'] as const).map((field) => (
          <Field key={field} id={field} label={text(`expert.${field}`)}>
            <input id={field} name={field} maxLength={120} required autocomplete="off" />
          </Field>
        ))}
        <Field id="namedOn" label={text('expert.namedOn')}>
          <input id="namedOn" type="date" name="namedOn" required />
        </Field>
        <button class="button wide">{text('expert.add')}</button>
      </form>
    </Layout>
  );
}

function Named({ text, url, formToken, experts }: ExpertsPageProps): VNode {
  return (
    <ul class="plain stack">
      {experts.map(({ id, name, role, company, namedOn, withdrawnAt }) => (
        <li key={id} class="row between">
          <span>
            <b>{name}</b> {text('expert.line', { role, company, day: formatDate(text.locale, namedOn) })}
            {withdrawnAt && (
              <span class="soft"> {text('expert.withdrawn', { at: formatDate(text.locale, withdrawnAt) })}</span>
            )}
          </span>
          {!withdrawnAt && (
            <form method="post" action={url('/experts/withdraw')}>
              <Token value={formToken} />
              <button
                class="button quiet slim"
                name="expert"
                value={id}
                aria-label={text('expert.withdrawOf', { name })}
              >
                {text('expert.withdraw')}
              </button>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}
