import type { VNode } from 'preact';
import { formatDate } from '@buitenboord/shared/text/format.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import { above, Layout } from '../web/layout.js';
import { describedBy, Field, Token } from '../web/parts/form.js';

export interface OldKeyPageProps {
  text: Text;
  formToken: string;
  /** `/v/<visit>/school/old-keys` */
  url: string;
  keys: readonly { id: string; consumerKey: string; addedAt: string }[];
  /** What was typed, and what isn't right. A secret is typed again. */
  refused?: { consumerKey: string; error: string };
}

/** The school's administrator enters what the LMS and the tool shared in LTI 1.1. */
export function OldKeyPage({ text, formToken, url, keys, refused }: OldKeyPageProps): VNode {
  const key = { error: refused?.error };
  const secret = { hint: text('oldKeys.secret.hint') };
  return (
    <Layout title={text('oldKeys.title')} text={text} back={above(url)}>
      <h1>{text('oldKeys.title')}</h1>
      <p class="lead">{text('oldKeys.lead')}</p>
      <p class="hint">{text('oldKeys.hint')}</p>
      <form method="post" action={url} autocomplete="off">
        <Token value={formToken} />
        <Field id="consumerKey" label={text('oldKeys.key')} {...key}>
          <input {...describedBy('consumerKey', key)} name="consumerKey" value={refused?.consumerKey} maxLength={255} />
        </Field>
        <Field id="secret" label={text('oldKeys.secret')} {...secret}>
          <input
            {...describedBy('secret', secret)}
            name="secret"
            type="password"
            autocomplete="new-password"
            maxLength={1000}
          />
        </Field>
        <button class="button">{text('oldKeys.add')}</button>
      </form>
      <h2>{text('oldKeys.known')}</h2>
      {keys.length === 0 ? <p>{text('oldKeys.none')}</p> : <KnownKeys {...{ text, formToken, url, keys }} />}
    </Layout>
  );
}

function KnownKeys({ text, formToken, url, keys }: OldKeyPageProps): VNode {
  return (
    <ul class="plain">
      {keys.map(({ id, consumerKey, addedAt }) => (
        <li key={id}>
          <form method="post" action={`${url}/remove`} class="row between">
            <Token value={formToken} />
            <input type="hidden" name="key" value={id} />
            <span>
              <b>{consumerKey}</b>{' '}
              <span class="soft small">{text('oldKeys.since', { day: formatDate(text.locale, addedAt) })}</span>
            </span>
            <button class="button quiet slim" aria-label={text('oldKeys.removeOf', { key: consumerKey })}>
              {text('oldKeys.remove')}
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}
