import type { VNode } from 'preact';
import { formatShortDay } from '@buitenboord/shared/text/format.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import type { ClassCoverage } from '@buitenboord/shared/use-cases/coverage/class-coverage.js';
import { studentName } from '@buitenboord/shared/text/student-name.js';
import { Token } from '../web/parts/form.js';

export interface ProposalCardProps {
  text: Text;
  url: (path: string) => string;
  formToken: string;
  view: ClassCoverage;
}

/** Settled works that look as if they show subtasks: the teacher takes them over or doesn't. */
export function ProposalCard({ text, url, formToken, view }: ProposalCardProps): VNode | null {
  const { programme, proposals, students } = view;
  if (proposals.length === 0) return null;
  const names = new Map(students.map((each) => [each.student, studentName(text, each)]));
  const titles = new Map(programme.subtasks.map(({ sloId, title }) => [sloId, title]));
  return (
    <form method="post" action={url(`/coverage/${programme.sloId}/proposals`)} class="card now">
      <Token value={formToken} />
      <h2>{text('coverage.proposal.title', { count: proposals.length })}</h2>
      <p>{text('coverage.proposal.lead')}</p>
      {proposals.map(({ student, subtask, on, company }) => (
        <label key={`${student}.${subtask}`} class="check">
          <input type="checkbox" name="cell" value={`${student}.${subtask}`} checked />
          <span>
            {text('coverage.proposal.line', { name: names.get(student) ?? '', title: titles.get(subtask) ?? '' })}{' '}
            <span class="soft small">
              {text('coverage.proposal.at', {
                place: company ?? text('coverage.proposal.atSchool'),
                day: formatShortDay(text.locale, on),
              })}
            </span>
          </span>
        </label>
      ))}
      <p class="row">
        <button class="button" name="decision" value="accept">
          {text('coverage.proposal.accept')}
        </button>
        <button class="button quiet" name="decision" value="decline">
          {text('coverage.proposal.decline')}
        </button>
      </p>
    </form>
  );
}
