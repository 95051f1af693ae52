import type { VNode } from 'preact';
import { gradeRules } from '@buitenboord/shared/domain/grade/rules.js';
import type { SeStanding } from '@buitenboord/shared/domain/grade/se-standing.js';
import { ptaRules } from '@buitenboord/shared/domain/pta/rules.js';
import type { Text, WordKey } from '@buitenboord/shared/text/text.js';

type RuleWords = Extract<
  WordKey,
  'se.rule.mean' | 'se.rule.whole' | 'se.rule.belowFour' | 'se.rule.resit' | 'se.rule.exemption' | 'se.rule.gate'
>;

const words: Readonly<Record<string, RuleWords>> = {
  'grade.weighted-mean': 'se.rule.mean',
  'grade.elective-whole': 'se.rule.whole',
  'grade.no-part-below-four': 'se.rule.belowFour',
  'grade.resit-highest': 'se.rule.resit',
  'grade.exemption-stays-out': 'se.rule.exemption',
  'pta.gate': 'se.rule.gate',
};

/** The rules that were used here, with their source; where we aren't certain it says so. */
export function RulesBehind({ text, standing }: { text: Text; standing: SeStanding }): VNode {
  const used = usedRules(standing);
  const rules = [...gradeRules, ...ptaRules].filter(({ id }) => used.includes(id));
  return (
    <details>
      <summary>{text('se.rules')}</summary>
      <ul>
        {rules.map(({ id, confidence }) => {
          const key = words[id];
          return (
            <li key={id}>
              {key && text(key)}
              {confidence !== 'high' && <span class="pill wait">◐ {text('se.rule.medium')}</span>}
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function usedRules({ parts }: SeStanding): string[] {
  return [
    'grade.weighted-mean',
    'grade.elective-whole',
    'grade.no-part-below-four',
    ...(parts.some(({ attempts }) => attempts.length > 1) ? ['grade.resit-highest'] : []),
    ...(parts.some(({ state }) => state === 'exemption') ? ['grade.exemption-stays-out'] : []),
    ...(parts.some(({ component }) => component.gate) ? ['pta.gate'] : []),
  ];
}
