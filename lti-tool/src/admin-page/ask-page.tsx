import type { VNode } from 'preact';
import type { Text } from '@buitenboord/shared/text/text.js';
import { Layout } from '../web/layout.js';
import { Token } from '../web/parts/form.js';

export interface AskPageProps {
  text: Text;
  formToken: string;
  /** `/v/<visit>/school` */
  url: string;
  school: string;
  person: string;
  state: 'none' | 'asked' | 'granted';
  /** Somebody of the school can decide; without one the first is made by command. */
  hasAdministrator: boolean;
}

/** For who administers the LMS: asking to administer the school here. */
export function AskPage(props: AskPageProps): VNode {
  const { text, formToken, url, state, hasAdministrator } = props;
  return (
    <Layout title={text('admin.ask.title')} text={text}>
      <h1>{text('admin.ask.title')}</h1>
      {state === 'granted' ? (
        <p>
          ✓ {text('admin.ask.done')} <a href={url}>{text('admin.ask.toPage')}</a>
        </p>
      ) : (
        <p class="lead">{text('admin.ask.lead')}</p>
      )}
      {state === 'asked' && hasAdministrator && <p class="note wait">◐ {text('admin.ask.waiting')}</p>}
      {state === 'none' && (
        <form method="post" action={`${url}/ask`}>
          <Token value={formToken} />
          <button class="button">{text('admin.ask.button')}</button>
        </form>
      )}
      {state !== 'granted' && !hasAdministrator && <FirstAdministrator {...props} />}
    </Layout>
  );
}

function FirstAdministrator({ text, school, person }: AskPageProps): VNode {
  return (
    <section class="card">
      <p>{text('admin.ask.first')}</p>
      <p>
        <code>
          npm run admin -- grant add --school {school} --person {person} --role schoolAdministrator
        </code>
      </p>
      <p class="soft">{text('admin.ask.yourId', { id: person })}</p>
    </section>
  );
}
