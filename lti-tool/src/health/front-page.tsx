import type { VNode } from 'preact';
import type { Text } from '@buitenboord/shared/text/text.js';
import { Layout } from '../web/layout.js';

/** At the tool's own address: nothing to do here, and where to go. */
export function FrontPage({ text }: { text: Text }): VNode {
  return (
    <Layout title={text('app.name')} text={text}>
      <h1>{text('app.name')}</h1>
      <p class="lead">{text('app.openFromLms')}</p>
    </Layout>
  );
}
