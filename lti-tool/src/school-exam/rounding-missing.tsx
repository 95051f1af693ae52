import type { VNode } from 'preact';
import type { Text } from '@buitenboord/shared/text/text.js';

/** The school hasn't chosen how it rounds: what that means, and the way there for who may choose. */
export function RoundingMissing({ text, url }: { text: Text; url: string | undefined }): VNode {
  return (
    <div class="note wait">
      <p>
        <b>{text('rounding.missing')}</b> {text('rounding.missing.then')}
      </p>
      {url !== undefined && (
        <p>
          <a class="button quiet" href={url}>
            {text('rounding.missing.link')}
          </a>
        </p>
      )}
    </div>
  );
}
