import type { VNode } from 'preact';
import { formatShortDay } from '@buitenboord/shared/text/format.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import { studentName } from '@buitenboord/shared/text/student-name.js';
import type { StudentOfCourse } from '@buitenboord/shared/use-cases/people/students-of-course.js';
import type { JudgedPlan } from '@buitenboord/shared/use-cases/placement/view-plan.js';
import { Layout } from '../web/layout.js';
import { standingPill } from './standing-pill.js';

export interface PlanRow extends StudentOfCourse {
  company: string | undefined;
  hasBirthDate: boolean;
  plan: { first: string; last: string; days: number; standing: JudgedPlan['standing'] } | undefined;
}

export interface PlansPageProps {
  text: Text;
  url: (path: string) => string;
  backUrl: string | undefined;
  title: string;
  rows: readonly PlanRow[];
}

/** The class: who is planned when, and what still waits for somebody. */
export function PlansPage({ text, url, backUrl, title, rows }: PlansPageProps): VNode {
  return (
    <Layout title={text('plans.title')} text={text} back={backUrl ? { href: backUrl } : undefined} width="wide">
      <h1>{text('plans.title')}</h1>
      <p class="soft">{title}</p>
      {rows.length === 0 && <p class="lead">{text('overview.noStudents')}</p>}
      {rows.length > 0 && (
        <table class="stacks">
          <thead>
            <tr>
              <th scope="col">{text('overview.student')}</th>
              <th scope="col">{text('overview.place')}</th>
              <th scope="col">{text('plans.when')}</th>
              <th scope="col">{text('plans.standing')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.student} text={text} row={row} href={url(`/students/${row.student}/plan`)} />
            ))}
          </tbody>
        </table>
      )}
      <p class="links">
        <a href={url('/age-check')}>{text('ageCheck.link')}</a>
        <a href={url('/agreement-check')}>{text('agreement.link')}</a>
      </p>
    </Layout>
  );
}

function Row({ text, row, href }: { text: Text; row: PlanRow; href: string }): VNode {
  const { company, plan, hasBirthDate } = row;
  const day = (at: string) => formatShortDay(text.locale, at);
  return (
    <tr>
      <th scope="row">
        <a href={href}>{studentName(text, row)}</a>
        {!hasBirthDate && <span class="soft small"> · {text('plans.noBirthDate')}</span>}
      </th>
      <td data-label={text('overview.place')}>{company ?? text('overview.noPlace')}</td>
      <td data-label={text('plans.when')}>
        {plan ? text('plans.period', { first: day(plan.first), last: day(plan.last), days: plan.days }) : '–'}
      </td>
      <td data-label={text('plans.standing')}>
        {plan ? standingPill(text, plan.standing) : <span class="soft">{text('plans.none')}</span>}
      </td>
    </tr>
  );
}
