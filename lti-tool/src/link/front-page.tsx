import type { VNode } from 'preact';
import type { Text } from '@buitenboord/shared/text/text.js';
import { Layout } from '../web/layout.js';

/** What anybody sees who has the address, mail scanners among them: the school's name and one button. Nothing of a student. */
export function FrontPage({ text, school, action }: { text: Text; school: string; action: string }): VNode {
  return (
    <Layout title={school} text={text}>
      <div class="stack">
        <h1>{school}</h1>
        <form method="post" action={action}>
          <button class="button wide">{text('link.view')}</button>
        </form>
      </div>
    </Layout>
  );
}
