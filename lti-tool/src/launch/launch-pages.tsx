import type { VNode } from 'preact';
import type { Text } from '@buitenboord/shared/text/text.js';
import { Layout } from '../web/layout.js';

export interface KeepSecretPageProps {
  text: Text;
  begun: { redirectTo: string; state: string; cookieSecret: string };
  storage: { target: string; origin: string };
}

/** Asks the platform to keep the login's secret (LTI postMessage storage), then goes on by itself. Without script: one link. */
export function KeepSecretPage({ text, begun, storage }: KeepSecretPageProps): VNode {
  return (
    <Layout title={text('launch.oneMoment')} text={text} scripts={['platform-storage.js']}>
      <p
        data-storage-put={begun.cookieSecret}
        data-storage-key={begun.state}
        data-storage-target={storage.target}
        data-storage-origin={storage.origin}
      >
        <a href={begun.redirectTo} data-storage-next>
          {text('launch.goOn')}
        </a>
      </p>
    </Layout>
  );
}

export interface NewWindowPageProps {
  text: Text;
  /** Good for one window, five minutes. */
  code: string;
  reference: string;
  /** Where the platform may keep the secret that proves whose browser this is. */
  storage?: { origin: string; key: string };
}

/** The frame keeps no cookies: one button that opens the same page where cookies are ours. Works without script. */
export function NewWindowPage({ text, code, reference, storage }: NewWindowPageProps): VNode {
  return (
    <Layout
      title={text('launch.newWindow.title')}
      text={text}
      problem="launch/no-cookie"
      scripts={storage ? ['platform-storage.js'] : []}
    >
      <h1>{text('launch.newWindow.title')}</h1>
      <p class="lead">{text('launch.newWindow.why')}</p>
      <form method="post" action="/lti/new-window" target="_blank">
        <input type="hidden" name="code" value={code} />
        {storage && (
          <input
            type="hidden"
            name="stored"
            value=""
            data-storage-get={storage.key}
            data-storage-origin={storage.origin}
            data-storage-target="_parent"
          />
        )}
        <button class="button wide">{text('launch.newWindow.open')}</button>
      </form>
      <p class="soft small">{text('problem.reference', { id: reference })}</p>
    </Layout>
  );
}
