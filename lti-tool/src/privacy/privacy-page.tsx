import type { VNode } from 'preact';
import type { Text } from '@buitenboord/shared/text/text.js';
import type { StoredKind } from '@buitenboord/shared/use-cases/privacy/stored-about.js';
import { Layout } from '../web/layout.js';
import { audienceOf, kindWords } from './kind-words.js';

export interface PrivacyPageProps {
  text: Text;
  /** The school's name. */
  school: string;
  /** Whoever reads is whom it is about. */
  own: boolean;
  kinds: readonly StoredKind[];
  /** For who administers: every kind that holds something about people at this school. */
  everyKind: readonly Omit<StoredKind, 'count'>[];
}

/** What is stored about somebody, who sees it, for how long, and whom to ask. Numbers only: what it says stands on the pages themselves. */
export function PrivacyPage({ text, school, own, kinds, everyKind }: PrivacyPageProps): VNode {
  const title = text(own ? 'privacy.title.own' : 'privacy.title.other');
  return (
    <Layout title={title} text={text}>
      <p class="soft">{school}</p>
      <h1>{title}</h1>
      {kinds.length === 0 ? (
        <p class="lead">{text('privacy.nothing')}</p>
      ) : (
        <Stored text={text} own={own} kinds={kinds} />
      )}
      <h2>{text('privacy.howLong')}</h2>
      <p>{text('privacy.howLong.people')}</p>
      <p>{text('privacy.howLong.machinery')}</p>
      <h2>{text('privacy.elsewhere')}</h2>
      <p>{text('privacy.elsewhere.words')}</p>
      <h2>{text('privacy.ask')}</h2>
      <p>{text('privacy.ask.words', { school })}</p>
      {everyKind.length > 0 && <EveryKind text={text} kinds={everyKind} />}
    </Layout>
  );
}

function Stored({ text, own, kinds }: Pick<PrivacyPageProps, 'text' | 'own' | 'kinds'>): VNode {
  return (
    <>
      <p class="lead">{text('privacy.lead')}</p>
      {!own && <p>{text('privacy.you')}</p>}
      <table class="stacks">
        <thead>
          <tr>
            <th scope="col">{text('privacy.what')}</th>
            <th scope="col" class="num">
              {text('privacy.count')}
            </th>
            <th scope="col">{text('privacy.who')}</th>
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <tr key={kind.collection}>
              <th scope="row">{kindWords(text, kind)}</th>
              <td class="num" data-label={text('privacy.count')}>
                {kind.count}
              </td>
              <td data-label={text('privacy.who')}>{text(`privacy.seenBy.${audienceOf(kind)}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** The whole catalogue, for the register of the school. */
function EveryKind({ text, kinds }: { text: Text; kinds: PrivacyPageProps['everyKind'] }): VNode {
  return (
    <details>
      <summary>{text('privacy.school')}</summary>
      <p class="hint">{text('privacy.school.hint')}</p>
      <ul>
        {kinds.map((kind) => (
          <li key={kind.collection}>
            {kindWords(text, kind)} <span class="soft">{text(`privacy.seenBy.${audienceOf(kind)}`)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
