import type { VNode } from 'preact';
import type { Level } from '@buitenboord/shared/domain/grade/suggested-grade.js';
import type { Text } from '@buitenboord/shared/text/text.js';

const fill: Readonly<Record<Level, string>> = { practise: '', sufficient: 'half', good: 'full' };

/** A judgement as dots, one a criterion: empty, half, full; read out as words. */
export function Levels({ text, levels }: { text: Text; levels: readonly (Level | null)[] }): VNode {
  const words = levels.map((level) => (level ? text(`level.${level}`) : '–')).join(', ');
  return (
    <span class="levels" role="img" aria-label={words} title={words}>
      {levels.map((level, index) => (
        <i key={index} class={level ? fill[level] : ''} />
      ))}
    </span>
  );
}
