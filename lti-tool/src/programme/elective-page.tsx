import type { VNode } from 'preact';
import type { ElectiveProgramme, ElectiveSubtask } from '@buitenboord/shared/domain/programme/elective-programme.js';
import type { Audience, PlainText } from '@buitenboord/shared/domain/programme/plain-text.js';
import { formatDate } from '@buitenboord/shared/text/format.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import { Layout } from '../web/layout.js';

export interface ElectivePageProps {
  text: Text;
  url: (path: string) => string;
  programme: ElectiveProgramme;
  plain: (target: string, audience: Audience) => PlainText | undefined;
  /** Whose words are the reader's own. */
  school: string;
  mayWrite: boolean;
}

/** An elective for staff: subtasks and targets, the official text with the plain ones beside it. */
export function ElectivePage(props: ElectivePageProps): VNode {
  const { text, url, programme } = props;
  const { sloId, title, sloPrefix, officialCode, edition, subtasks, tasks } = programme;
  return (
    <Layout title={title} text={text} back={{ href: url('/programme') }} width="wide">
      <h1>{title}</h1>
      <p class="soft">
        {[sloPrefix, officialCode, edition && text('programme.edition', { day: formatDate(text.locale, edition) })]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {tasks.map((task) => (
        <p key={task}>{task}</p>
      ))}
      {edition === null && <p class="note wait">{text('programme.notImported')}</p>}
      <p class="links no-print">
        <a href={url(`/programme/${sloId}/company-sheet`)}>{text('programme.sheet')}</a>
      </p>
      {subtasks.map((subtask) => (
        <Subtask key={subtask.sloId} {...props} subtask={subtask} />
      ))}
    </Layout>
  );
}

function Subtask({
  text,
  url,
  programme,
  plain,
  school,
  mayWrite,
  subtask,
}: ElectivePageProps & { subtask: ElectiveSubtask }): VNode {
  const { sloId, sloPrefix, title, officialTitle, leerwegen, targets } = subtask;
  return (
    <section>
      <h2>{title}</h2>
      <p class="soft">
        {[sloPrefix, leerwegen.join(', '), officialTitle !== title && officialTitle].filter(Boolean).join(' · ')}
      </p>
      {targets.length > 0 && (
        <table class="stacks top">
          <thead>
            <tr>
              <th scope="col">{text('programme.official')}</th>
              <th scope="col">{text('programme.forStudent')}</th>
              <th scope="col">{text('programme.forCompany')}</th>
            </tr>
          </thead>
          <tbody>
            {targets.map((target) => (
              <tr key={target.sloId}>
                <td data-label={text('programme.official')}>
                  {target.text} <span class="soft small">{target.leerwegen.join(', ')}</span>
                </td>
                {(['student', 'company'] as const).map((audience) => (
                  <td
                    key={audience}
                    data-label={text(audience === 'student' ? 'programme.forStudent' : 'programme.forCompany')}
                  >
                    <Plain {...{ text, school }} plain={plain(target.sloId, audience)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {mayWrite && targets.length > 0 && (
        <p class="no-print">
          <a
            href={url(`/programme/${programme.sloId}/texts/${sloId}`)}
            aria-label={`${text('programme.write')}: ${title}`}
          >
            {text('programme.write')}
          </a>
        </p>
      )}
    </section>
  );
}

function Plain({ text, school, plain }: { text: Text; school: string; plain: PlainText | undefined }): VNode {
  if (!plain) return <span class="soft">–</span>;
  const whose = plain.school === school ? '' : text('programme.otherSchool');
  const reviewed = plain.reviewedAt === undefined ? text('programme.notReviewed') : text('programme.reviewed');
  return (
    <span>
      {plain.text} <span class="soft small">{[reviewed, whose].filter(Boolean).join(', ')}</span>
    </span>
  );
}
