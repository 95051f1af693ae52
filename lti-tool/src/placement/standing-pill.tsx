import type { VNode } from 'preact';
import type { Text } from '@buitenboord/shared/text/text.js';
import type { JudgedPlan } from '@buitenboord/shared/use-cases/placement/view-plan.js';

const looks = {
  agreed: { tone: 'good', shape: '✓' },
  waiting: { tone: 'wait', shape: '◐' },
  forbidden: { tone: 'stop', shape: '!' },
} as const;

/** How a plan stands, in a word and a shape. */
export function standingPill(text: Text, standing: JudgedPlan['standing']): VNode {
  const { tone, shape } = looks[standing];
  return (
    <span class={`pill ${tone}`}>
      {shape} {text(`plan.standing.${standing}`)}
    </span>
  );
}
