import type { VNode } from 'preact';
import type { Text } from '@buitenboord/shared/text/text.js';
import { Layout } from '../web/layout.js';

/** The last page of who came in through the platform that ended: nothing here can be opened any more. */
export function StoppedPage({ text, what }: { text: Text; what: 'off' | 'removed' }): VNode {
  return (
    <Layout title={text(`platforms.stopped.${what}`)} text={text}>
      <h1>✓ {text(`platforms.stopped.${what}`)}</h1>
      <p class="lead">{text('platforms.stopped.next')}</p>
    </Layout>
  );
}
