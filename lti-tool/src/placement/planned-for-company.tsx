import type { VNode } from 'preact';
import type { Text } from '@buitenboord/shared/text/text.js';
import { PlanInWords, RulesInWords, type ShownPlan } from './shown-plan.js';

/** For the supervisor: when the student comes, what she does, and what the law asks of those hours. */
export function PlannedForCompany({
  text,
  name,
  plan,
}: {
  text: Text;
  name: string | undefined;
  plan: ShownPlan;
}): VNode {
  return (
    <>
      <details>
        <summary>{text('plan.company.title', { name })}</summary>
        <PlanInWords text={text} plan={plan} reader="company" />
      </details>
      <details>
        <summary>{text('plan.company.law')}</summary>
        <RulesInWords text={text} plan={plan} reader="company" />
      </details>
    </>
  );
}
