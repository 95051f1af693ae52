import type { VNode } from 'preact';
import type { Text } from '@buitenboord/shared/text/text.js';
import type { StoragePlace } from '../lti/platform-storage.js';
import { Layout } from '../web/layout.js';
import { FrameVisit } from '../web/parts/frame-visit.js';

export interface KeepSecretPageProps {
  text: Text;
  begun: { redirectTo: string; cookieName: string; cookieSecret: string };
  storage: StoragePlace;
}

/** Asks the platform to keep the login's secret (LTI postMessage storage), then goes on by itself. Without script: one link. */
export function KeepSecretPage({ text, begun, storage }: KeepSecretPageProps): VNode {
  return (
    <Layout title={text('launch.oneMoment')} text={text} scripts={['keep-secret.js']}>
      <p data-keep={JSON.stringify({ key: begun.cookieName, value: begun.cookieSecret, storage })}>
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
  /** Where the platform may keep the secret that proves whose browser this is, and the code that it makes good for a token, one minute. */
  storage?: { place: StoragePlace; key: string; code: string };
  /** A person may let the frame have our cookies. */
  storageAccess: boolean;
}

/** The frame keeps no cookies: other ways in, best first. The last one, a button that opens the page where cookies are ours, works without script. */
export function NewWindowPage({ text, code, reference, storage, storageAccess }: NewWindowPageProps): VNode {
  const script = storage !== undefined || storageAccess;
  return (
    <Layout
      title={text('launch.newWindow.title')}
      text={text}
      problem="launch/no-cookie"
      scripts={script ? ['without-cookie.js'] : []}
    >
      {storage && (
        <FrameVisit
          text={text}
          exchange="/lti/frame"
          about={{ code: storage.code }}
          storageKey={storage.key}
          storage={storage.place}
        />
      )}
      <div class={storage ? 'late' : undefined}>
        <h1>{text('launch.newWindow.title')}</h1>
        <p class="lead">{text('launch.newWindow.why')}</p>
        {storageAccess && <AllowCookies text={text} code={code} asksProof={storage !== undefined} />}
        <form method="post" action="/lti/new-window" target="_blank">
          <input type="hidden" name="code" value={code} />
          {storage && <input type="hidden" name="stored" value="" data-stored />}
          <button class="button wide">{text('launch.newWindow.open')}</button>
        </form>
        <p class="soft small">{text('problem.reference', { id: reference })}</p>
      </div>
    </Layout>
  );
}

/** Only a script can ask the browser, and only when a person presses: hidden until there is one. */
function AllowCookies({ text, code, asksProof }: { text: Text; code: string; asksProof: boolean }): VNode {
  return (
    <form method="post" action="/lti/new-window" data-allow-cookies hidden>
      <input type="hidden" name="code" value={code} />
      {asksProof && <input type="hidden" name="stored" value="" data-stored />}
      <div class="stack" data-offer>
        <p>{text('launch.allowCookies.why')}</p>
        <button type="button" class="button wide">
          {text('launch.allowCookies')}
        </button>
        <p class="soft">{text('launch.allowCookies.or')}</p>
      </div>
      <p class="note stop" role="status" data-refused hidden>
        {text('launch.allowCookies.refused')}
      </p>
    </form>
  );
}
