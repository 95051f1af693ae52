import type { VNode } from 'preact';
import type { Activity } from '@buitenboord/shared/domain/activity/assignment.js';
import { Layout } from '../web/layout.js';
import { Token } from '../web/parts/form.js';
import { CountsFor, ScopeNote, type ChoicePageProps } from './choice-page.js';

export type CountingPageProps = Omit<ChoicePageProps, 'chosen'> & { activity: Activity };

/** What an activity counts for, to change while no grade was settled. */
export function CountingPage({ text, url, formToken, activity, components, scope }: CountingPageProps): VNode {
  const { counting } = activity;
  const chosen = counting.kind === 'pta' ? `${counting.line}|${counting.code}` : '';
  return (
    <Layout title={text('overview.counting')} text={text} back={{ href: url('/overview') }}>
      <h1>{text('overview.counting')}</h1>
      <p class="soft">{activity.title}</p>
      <ScopeNote {...{ text, url, components, scope }} />
      <form method="post" action={url('/counting')}>
        <Token value={formToken} />
        <CountsFor {...{ text, components, name: 'component', chosen }} />
        <p class="soft small">{text('choice.columnNote')}</p>
        <button class="button wide">{text('app.save')}</button>
      </form>
    </Layout>
  );
}
