import type { VNode } from 'preact';
import type { Text } from '@buitenboord/shared/text/text.js';

/** That follow-ups of samples are due, with the way there; nothing when none is. */
export function DueNote({ text, count, url }: { text: Text; count: number; url: string }): VNode | null {
  if (count === 0) return null;
  return (
    <p class="note wait">
      ◐ {text('sample.due.count', { count })} <a href={url}>{text('sample.look')}</a>
    </p>
  );
}
