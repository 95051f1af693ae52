import type { VNode } from 'preact';
import type { Moment } from '@buitenboord/shared/domain/assessment/moment.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import { Layout } from '../web/layout.js';
import { PlannedForCompany } from '../placement/planned-for-company.js';
import type { ShownPlan } from '../placement/shown-plan.js';
import { Token } from '../web/parts/form.js';
import { EvidenceView, type ShownEvidence } from './shown-evidence.js';

export interface TaskPageProps {
  text: Text;
  school: string;
  /** The student's first name. */
  name: string | undefined;
  title: string;
  task: string;
  questions: number;
  moment: Moment;
  evidence: ShownEvidence;
  /** When the student is there, once it is planned. */
  planned: ShownPlan | undefined;
  /** Some answers are in already. */
  begun: boolean;
  formToken: string;
  beginUrl: string;
  complaintUrl: string;
}

/** The first page behind the button: who, what, and what the student shows. The button to begin stays in sight. */
export function TaskPage(props: TaskPageProps): VNode {
  const { text, school, name, title, task, questions, moment, evidence, planned, begun, formToken, beginUrl } = props;
  const { complaintUrl } = props;
  return (
    <Layout title={text('link.task.title', { name })} text={text} school={school}>
      <h1>{text('link.task.title', { name })}</h1>
      <p class="lead">{text('link.task.intro', { name, title })}</p>
      {moment !== 'end' && <p class="note">{text('link.moment', { moment })}</p>}
      <EvidenceView text={text} name={name} evidence={evidence} />
      <details>
        <summary>{text('link.task.what')}</summary>
        <p class="lines">{task}</p>
      </details>
      {planned && <PlannedForCompany text={text} name={name} plan={planned} />}
      <p class="links between small">
        <a href={complaintUrl}>{text('link.complaint.link')}</a>
        <a href={`?lang=${text.locale === 'nl' ? 'en' : 'nl'}`} lang={text.locale === 'nl' ? 'en' : 'nl'}>
          {text('link.language')}
        </a>
      </p>
      <form method="post" action={beginUrl} class="sticky">
        <Token value={formToken} />
        <p class="soft small">{text('link.task.length', { questions })}</p>
        <button class="button wide">{text(begun ? 'link.task.goOn' : 'link.task.begin')}</button>
      </form>
    </Layout>
  );
}
