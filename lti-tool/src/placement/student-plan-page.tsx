import type { VNode } from 'preact';
import type { Text } from '@buitenboord/shared/text/text.js';
import { Layout } from '../web/layout.js';
import { PlanInWords, RulesInWords, type ShownPlan } from './shown-plan.js';

export interface StudentPlanPageProps {
  text: Text;
  backUrl: string;
  title: string;
  plan: ShownPlan;
}

/** The student's days and the rules behind them: to read, to hear, and to print for at home. */
export function StudentPlanPage({ text, backUrl, title, plan }: StudentPlanPageProps): VNode {
  return (
    <Layout title={text('plan.student.title')} text={text} back={{ href: backUrl }}>
      <p class="soft">{title}</p>
      <div class="row between">
        <h1>{text('plan.student.title')}</h1>
        <span class="row">
          <button type="button" class="button quiet slim" data-read-aloud hidden>
            {text('app.readAloud')}
          </button>
          <button type="button" class="button quiet slim" data-print hidden>
            {text('plan.student.print')}
          </button>
        </span>
      </div>
      <PlanInWords text={text} plan={plan} reader="student" />
      <h2>{text('plan.student.why')}</h2>
      <p>{text('plan.student.whyLead')}</p>
      <RulesInWords text={text} plan={plan} reader="student" />
    </Layout>
  );
}
