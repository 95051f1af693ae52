import type { VNode } from 'preact';
import type { Activity } from '@buitenboord/shared/domain/activity/assignment.js';
import { formatMoment } from '@buitenboord/shared/text/format.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import type { AssessmentView, MomentView } from '@buitenboord/shared/use-cases/assessment/view-assessment.js';
import { Layout } from '../web/layout.js';
import { Token } from '../web/parts/form.js';
import { BesideTable, JudgesWrote } from './beside-table.js';
import { Observations } from './observations.js';
import { RubricForm } from './rubric-form.js';

export interface AssessmentPageProps {
  text: Text;
  url: (path: string) => string;
  formToken: string;
  activity: Activity;
  student: string;
  name: string;
  hasCompany: boolean;
  /** No company sees anything of this one. */
  secret: boolean;
  view: AssessmentView;
}

/** Everything that isn't the grade: each moment with its three judges, and what was noticed on the way. */
export function AssessmentPage(props: AssessmentPageProps): VNode {
  const { text, url, formToken, activity, student, name, view } = props;
  const title = text('assess.title', { name });
  const list = view.moments.map(({ moment }) => text('assess.moment', { moment })).join(', ');
  return (
    <Layout
      title={`${title} · ${activity.title}`}
      text={text}
      width="wide"
      back={{ href: url(`/students/${student}`), words: text('assess.backToGrade') }}
    >
      <h1>{title}</h1>
      <p class="soft">
        {activity.title} · {text('assess.momentsOf', { list })} ·{' '}
        <a href={url('/moments')}>{text('assess.momentsChange')}</a>
      </p>
      <p class="note">{text('assess.noEffect')}</p>
      {view.moments.map((each) => (
        <MomentCard key={each.moment} {...props} each={each} />
      ))}
      <Observations
        text={text}
        formToken={formToken}
        action={url(`/students/${student}/observations`)}
        seen={view.observations}
      />
    </Layout>
  );
}

function MomentCard(props: AssessmentPageProps & { each: MomentView }): VNode {
  const { text, url, formToken, activity, student, each } = props;
  const { moment } = each;
  const title = `moment-${moment}`;
  return (
    <section class="card" aria-labelledby={title}>
      <h2 id={title}>{text('assess.moment', { moment })}</h2>
      <p class="soft">{text(moment === 'end' ? 'assess.momentCounts' : 'assess.momentFree')}</p>
      <BesideTable text={text} view={each} />
      <JudgesWrote text={text} view={each} />
      <CompanyState {...props} />
      <details>
        <summary>{text('assess.judge')}</summary>
        <RubricForm
          text={text}
          rubric={activity.rubric}
          moment={moment}
          said={each.teacher}
          remarkLabel={text('assess.remark')}
          formToken={formToken}
          action={url(`/students/${student}/assessment`)}
        />
      </details>
    </section>
  );
}

function CompanyState(props: AssessmentPageProps & { each: MomentView }): VNode | null {
  const { text, url, formToken, student, hasCompany, secret, each } = props;
  const { invitation, company, moment } = each;
  if (secret) return null;
  if (company?.doneAt)
    return <p class="soft">{text('assess.answered', { at: formatMoment(text.locale, company.doneAt) })}</p>;
  if (invitation)
    return <p class="soft">{text('assess.asked', { at: formatMoment(text.locale, invitation.invitedAt) })}</p>;
  if (moment === 'end' || !hasCompany) {
    return (
      <p class="soft">
        {text(hasCompany ? 'assess.askEnd' : 'assess.noCompany')}{' '}
        <a href={url(`/companies?student=${student}`)}>{text('assess.toCompanies')}</a>
      </p>
    );
  }
  return (
    <form method="post" action={url(`/students/${student}/assessment/invite`)}>
      <Token value={formToken} />
      <button class="button quiet" name="moment" value={moment}>
        {text('assess.askCompany')}
      </button>
    </form>
  );
}
