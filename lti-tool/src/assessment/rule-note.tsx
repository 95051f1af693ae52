import type { VNode } from 'preact';
import { assessmentRules } from '@buitenboord/shared/domain/assessment/rules.js';
import type { Text } from '@buitenboord/shared/text/text.js';

/** Where a rule is written, and how sure we are of it. */
export function RuleNote({ text, rule }: { text: Text; rule: string }): VNode | null {
  const found = assessmentRules.find(({ id }) => id === rule);
  if (!found) return null;
  return (
    <span class="soft small">
      {text('assess.source', { rule, source: found.source })} {text(`assess.sure.${found.confidence}`)}
    </span>
  );
}
