import type { VNode } from 'preact';
import type { Text } from '@buitenboord/shared/text/text.js';

export interface AskNamesProps {
  text: Text;
  /** The page where to say who is who; undefined for who may not. */
  url: string | undefined;
  /** How many students have no name here. */
  unnamed: number;
}

/** Asks a teacher who is who, where the LMS doesn't share every name. */
export function AskNames({ text, url, unnamed }: AskNamesProps): VNode | null {
  if (unnamed === 0) return null;
  return (
    <p class="note wait">
      ! {text('names.ask', { count: unnamed })} {url && <a href={url}>{text('names.askLink')}</a>}
    </p>
  );
}
