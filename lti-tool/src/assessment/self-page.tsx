import type { VNode } from 'preact';
import type { Activity } from '@buitenboord/shared/domain/activity/assignment.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import type { MomentView } from '@buitenboord/shared/use-cases/assessment/view-assessment.js';
import { Layout } from '../web/layout.js';
import { RubricForm } from './rubric-form.js';

export interface SelfPageProps {
  text: Text;
  url: (path: string) => string;
  formToken: string;
  activity: Activity;
  view: MomentView;
  /** The grade was settled: it stays as it was said. */
  closed: boolean;
}

/** The student's own judgement: the company's questions, asked to her. */
export function SelfPage({ text, url, formToken, activity, view, closed }: SelfPageProps): VNode {
  const { moment, self } = view;
  return (
    <Layout title={text('self.title')} text={text} back={{ href: url('/work'), words: text('self.back') }}>
      <h1>{text('self.title')}</h1>
      <p class="soft">
        {activity.title} · {text('assess.moment', { moment })}
      </p>
      {closed ? (
        <p class="note">{text('self.closed')}</p>
      ) : (
        <>
          <p>{text('self.lead')}</p>
          <p class="soft">{text('self.whoReads')}</p>
          <RubricForm
            text={text}
            rubric={activity.rubric}
            moment={moment}
            said={self}
            remarkLabel={text('self.remark')}
            formToken={formToken}
            action={url('/work/self')}
          />
        </>
      )}
    </Layout>
  );
}
