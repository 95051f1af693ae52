import type { VNode } from 'preact';
import { ageOn } from '@buitenboord/shared/domain/safety/age.js';
import type { Finding } from '@buitenboord/shared/domain/safety/finding.js';
import type { PlannedDay } from '@buitenboord/shared/domain/safety/planned-day.js';
import { isAbout } from '@buitenboord/shared/domain/safety/safety-rule.js';
import { timeRules } from '@buitenboord/shared/domain/safety/time-rules.js';
import type { WorkContext } from '@buitenboord/shared/domain/safety/work-context.js';
import { formatDay } from '@buitenboord/shared/text/format.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import { findingWords, sourceWords, timeRuleWords } from './finding-words.js';

/** What doesn't fit, each with its day, in plain words, and what it rests on. */
export function FindingList({ text, findings }: { text: Text; findings: readonly Finding[] }): VNode {
  return (
    <ul class="plain findings">
      {findings.map((found) => (
        <li key={`${found.rule} ${found.on ?? ''}`} class={found.severity === 'block' ? 'note stop' : 'note wait'}>
          <b>{text(found.severity === 'block' ? 'safety.block' : 'safety.warn')}</b>
          {found.on && ` · ${formatDay(text.locale, found.on)}`}
          <br />
          {findingWords(text, found)}
          <br />
          <small class="soft">{sourceWords(text, found)}</small>
        </li>
      ))}
    </ul>
  );
}

interface RulesOfAgeProps {
  text: Text;
  age: number;
  work: WorkContext;
}

/** The limits on time that hold at an age: what a student, a guardian or a company can read before anything goes wrong. */
export function RulesOfAge({ text, age, work }: RulesOfAgeProps): VNode | null {
  const rules = timeRules.filter((rule) => isAbout(rule, age, work));
  // Each source once, below what it says: a weak reader wants the sentences.
  const sources = [...new Set(rules.map((rule) => sourceWords(text, rule)))];
  if (rules.length === 0) return null;
  return (
    <>
      {sources.map((source) => (
        <div key={source}>
          <ul>
            {rules
              .filter((rule) => sourceWords(text, rule) === source)
              .map((rule) => (
                <li key={rule.id}>{timeRuleWords(text, rule)}</li>
              ))}
          </ul>
          <p class="soft small">{source}</p>
        </div>
      ))}
    </>
  );
}

/** The ages that somebody has during these days, each with the first day of it. */
export function agesDuring(days: readonly PlannedDay[], bornOn: string): { age: number; from: string }[] {
  const found = new Map<number, string>();
  for (const { date } of days) {
    const age = ageOn(bornOn, date);
    if (!found.has(age)) found.set(age, date);
  }
  return [...found].map(([age, from]) => ({ age, from }));
}
