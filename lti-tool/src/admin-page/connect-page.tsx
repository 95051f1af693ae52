import type { VNode } from 'preact';
import type { Text } from '@buitenboord/shared/text/text.js';
import { Layout } from '../web/layout.js';
import { Token } from '../web/parts/form.js';
import type { ConnectErrors, ConnectForm } from './connect-form.js';
import { HandForm, type ProductChoice } from './hand-form.js';
import { LmsValues, type LmsValue } from './lms-values.js';

export interface ConnectPageProps {
  text: Text;
  formToken: string;
  /** `/v/<visit>/school` */
  url: string;
  /** The link that was just made. */
  link?: string;
  /** Where Canvas reads the tool's settings. */
  canvasUrl: string;
  products: readonly ProductChoice[];
  typed: ConnectForm;
  errors: ConnectErrors;
  /** What to type into an LMS, in the order of its form. */
  values: readonly LmsValue[];
}

/** The ways to connect a platform, the easiest first. */
export function ConnectPage(props: ConnectPageProps): VNode {
  const { text, url, canvasUrl, values } = props;
  return (
    <Layout title={text('platforms.connect.title')} text={text} back={{ href: url }}>
      <h1>{text('platforms.connect.title')}</h1>
      <LinkSection {...props} />
      <section>
        <h2>{text('platforms.connect.canvas')}</h2>
        <p>{text('platforms.connect.canvas.what')}</p>
        <div class="field">
          <label for="canvas-url">{text('platforms.connect.canvas.url')}</label>
          <input id="canvas-url" value={canvasUrl} readonly />
        </div>
      </section>
      <LmsValues text={text} values={values} />
      <HandForm {...props} />
    </Layout>
  );
}

function LinkSection({ text, formToken, url, link }: ConnectPageProps): VNode {
  return (
    <section>
      <h2>{text('platforms.connect.link')}</h2>
      <p>{text('platforms.connect.link.what')}</p>
      {link !== undefined && (
        <div class="field" role="status">
          <label for="registration-link">{text('platforms.connect.link.made')}</label>
          <p class="hint" id="registration-link-hint">
            {text('platforms.connect.link.hint')}
          </p>
          <input id="registration-link" value={link} readonly aria-describedby="registration-link-hint" />
        </div>
      )}
      <form method="post" action={`${url}/connect/link`}>
        <Token value={formToken} />
        <button class={link === undefined ? 'button' : 'button quiet'}>{text('platforms.connect.link.button')}</button>
      </form>
    </section>
  );
}
