import type { VNode } from 'preact';
import type { Text } from '@buitenboord/shared/text/text.js';
import { Layout } from '../web/layout.js';

/** Carries the signed answer to the LMS: by itself with script, with one button without. */
export function AnswerPage({ text, returnUrl, jwt }: { text: Text; returnUrl: string; jwt: string }): VNode {
  return (
    <Layout title={text('picker.sending')} text={text}>
      <h1>{text('picker.sending')}</h1>
      <form method="post" action={returnUrl} data-send-now>
        <input type="hidden" name="JWT" value={jwt} />
        <button class="button wide">{text('picker.backToCourse')}</button>
      </form>
    </Layout>
  );
}
