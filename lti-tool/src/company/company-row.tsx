import { mailProblemWords } from './mail-problem-words.js';
import type { ComponentChildren, VNode } from 'preact';
import { formatShortDay } from '@buitenboord/shared/text/format.js';
import { studentName } from '@buitenboord/shared/text/student-name.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import type { CompanyRow } from '@buitenboord/shared/use-cases/company/list-companies.js';
import { Token } from '../web/parts/form.js';
import { progressOf, type CompanyProgress } from './company-progress.js';

interface RowProps {
  text: Text;
  row: CompanyRow;
  now: Date;
  ticked: boolean;
  formToken: string;
  url: string;
  /** The form that the checkbox belongs to. */
  formId: string;
}

/** One student: where, how far, and what the teacher can do about it. */
export function CompanyTableRow({ text, row, now, ticked, formToken, url, formId }: RowProps): VNode {
  const progress = progressOf(row, now);
  const name = studentName(text, row);
  return (
    <tr>
      <th scope="row">
        <label class="check">
          {progress.kind !== 'done' && (
            <input
              type="checkbox"
              name="students"
              value={row.student}
              form={formId}
              checked={ticked}
              aria-label={text('company.choose', { name })}
            />
          )}
          {name}
        </label>
      </th>
      <td>
        <Place text={text} row={row} />
      </td>
      <td>
        <Progress text={text} progress={progress} />
        {row.complaint !== undefined && <Complaint text={text} words={row.complaint} />}
      </td>
      <td>
        <Actions {...{ text, row, progress, name, formToken, url }} />
      </td>
    </tr>
  );
}

function Place({ text, row: { placement } }: { text: Text; row: CompanyRow }): VNode {
  if (!placement) return <span class="soft">{text('company.none')}</span>;
  return (
    <span>
      {placement.companyName}
      <br />
      <small class="soft">
        {placement.contactName} · {placement.contactEmail}
      </small>
    </span>
  );
}

function Progress({ text, progress }: { text: Text; progress: CompanyProgress }): VNode | null {
  const day = (at: string) => formatShortDay(text.locale, at);
  switch (progress.kind) {
    case 'noCompany':
      return null;
    case 'notInvited':
      return <span class="pill wait">○ {text('company.state.notInvited')}</span>;
    case 'mailProblem':
      return (
        <span>
          <span class="pill stop">! {text('company.state.mailProblem')}</span>
          <p class="small">{mailProblemWords(text, progress.why)}</p>
        </span>
      );
    case 'expired':
      return <span class="pill wait">○ {text('company.state.expired')}</span>;
    case 'invited':
      return <Waiting text={text} progress={progress} />;
    case 'done':
      return <span class="pill good">✓ {text('company.state.done', { day: day(progress.at) })}</span>;
  }
}

function Waiting({ text, progress }: { text: Text; progress: CompanyProgress & { kind: 'invited' } }): VNode {
  const day = (at: string) => formatShortDay(text.locale, at);
  const { sentAt, until, openedAt, remindedAt } = progress;
  return (
    <small>
      ◐ {text('company.state.invited', { day: day(sentAt), until: day(until) })}
      {openedAt && (
        <>
          <br />
          {text('company.state.opened', { day: day(openedAt) })}
        </>
      )}
      {remindedAt && (
        <>
          <br />
          {text('company.state.reminded', { day: day(remindedAt) })}
        </>
      )}
    </small>
  );
}

function Complaint({ text, words }: { text: Text; words: string }): VNode {
  return (
    <div class="note wait small">
      {text('company.complaint')}
      <blockquote class="lines">{words}</blockquote>
    </div>
  );
}

interface ActionsProps {
  text: Text;
  row: CompanyRow;
  progress: CompanyProgress;
  name: string;
  formToken: string;
  url: string;
}

function Actions({ text, row, progress, name, formToken, url }: ActionsProps): VNode | null {
  if (progress.kind === 'noCompany' || progress.kind === 'done') return null;
  const change = <a href={`${url}?student=${row.student}#name-company`}>{text('company.change')}</a>;
  const invite = (seen?: string) => (
    <Invite text={text} student={row.student} seen={seen} formToken={formToken} action={`${url}/invite`} />
  );
  if (progress.kind === 'notInvited') return <Group>{[invite(), change]}</Group>;
  const withdraw = (
    <form method="post" action={`${url}/withdraw`}>
      <Token value={formToken} />
      <input type="hidden" name="student" value={row.student} />
      <button class="button quiet" aria-label={text('company.withdrawOf', { name })}>
        {text('company.withdraw')}
      </button>
    </form>
  );
  return <Group>{[invite(progress.sentAt), withdraw, change]}</Group>;
}

function Group({ children }: { children: ComponentChildren }): VNode {
  return <div class="row">{children}</div>;
}

interface InviteProps {
  text: Text;
  student: string;
  /** The sending that this page shows: sending again is about that one, so that a second click does nothing. */
  seen: string | undefined;
  formToken: string;
  action: string;
}

function Invite({ text, student, seen, formToken, action }: InviteProps): VNode {
  return (
    <form method="post" action={action}>
      <Token value={formToken} />
      <input type="hidden" name="students" value={student} />
      {seen && <input type="hidden" name="seen" value={seen} />}
      <button class="button quiet">{text(seen ? 'company.again' : 'company.invite')}</button>
    </form>
  );
}
