import type { VNode } from 'preact';
import type { CoveredSubtask } from '@buitenboord/shared/domain/coverage/elective-coverage.js';
import type { ElectiveProgramme } from '@buitenboord/shared/domain/programme/elective-programme.js';
import { formatDate, formatShortDay } from '@buitenboord/shared/text/format.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import type { CoveredStudent } from '@buitenboord/shared/use-cases/coverage/class-coverage.js';
import type { WhereDone } from '@buitenboord/shared/use-cases/coverage/where-done.js';
import { studentName } from '@buitenboord/shared/text/student-name.js';
import { Layout } from '../web/layout.js';
import { Token } from '../web/parts/form.js';
import { CoveragePicture } from './coverage-picture.js';
import { stateLook, whyNotHere } from './state-words.js';

export interface StudentCoveragePageProps {
  text: Text;
  url: (path: string) => string;
  formToken: string;
  course: string;
  programme: ElectiveProgramme;
  student: CoveredStudent;
  /** The works that were handed in for this elective. */
  works: readonly { work: string; title: string; href: string | undefined }[];
  could: (subtask: string) => WhereDone;
  /** Completing was refused: say what is open. */
  isRefused: boolean;
}

/** One student's elective: what was done where, with its evidence; what is left, and where it could be done. */
export function StudentCoveragePage(props: StudentCoveragePageProps): VNode {
  const { text, url, course, programme, student, isRefused } = props;
  const name = studentName(text, student);
  const { plannedDays: days, plannedHours: hours } = student.choice ?? {};
  const planned = days !== undefined && hours !== undefined && text('coverage.student.planned', { days, hours });
  const level = student.level && text('coverage.student.level', { level: student.level });
  return (
    <Layout
      title={name}
      text={text}
      back={{ href: url(`/coverage/${programme.sloId}`), words: text('coverage.student.back') }}
      width="wide"
      {...(isRefused && { problem: 'coverage/open-subtasks' })}
    >
      <div class="row between">
        <div>
          <h1>{name}</h1>
          <p class="soft">{[programme.title, course, level, planned].filter(Boolean).join(' · ')}</p>
        </div>
        <button class="button quiet slim" data-print hidden type="button">
          {text('app.print')}
        </button>
      </div>
      {isRefused && <Refusal {...props} />}
      <CoveragePicture text={text} title={programme.title} coverage={student.coverage} />
      <Table {...props} />
      <Left {...props} />
      <Decisions {...props} />
    </Layout>
  );
}

function Refusal({ text, student }: StudentCoveragePageProps): VNode {
  const titles = student.coverage.open.map(({ subtask }) => subtask.title).join(', ');
  return (
    <p class="note stop" role="alert">
      {text('problem.coverage/open-subtasks')} {titles && text('coverage.student.stillOpen', { titles })}
    </p>
  );
}

function Table({ text, student, works }: StudentCoveragePageProps): VNode {
  return (
    <table class="stacks">
      <thead>
        <tr>
          <th scope="col">{text('coverage.student.subtask')}</th>
          <th scope="col">{text('coverage.student.state')}</th>
          <th scope="col">{text('coverage.student.where')}</th>
          <th scope="col">{text('coverage.student.evidence')}</th>
        </tr>
      </thead>
      <tbody>
        {student.coverage.rows.map((row) => (
          <Row key={row.subtask.sloId} {...{ text, row, works }} />
        ))}
      </tbody>
    </table>
  );
}

function Row({
  text,
  row: { subtask, standing },
  works,
}: Pick<StudentCoveragePageProps, 'text' | 'works'> & { row: CoveredSubtask }): VNode {
  const { shape, tone } = stateLook[standing.kind];
  const done = 'done' in standing ? standing.done : undefined;
  const shown = works.filter(({ work }) => done?.works.includes(work));
  return (
    <tr>
      <th scope="row">
        {subtask.title} <span class="soft small">{subtask.sloPrefix}</span>
      </th>
      <td data-label={text('coverage.student.state')}>
        <span class="sign">
          <span class={`mark small ${tone}`} aria-hidden="true">
            {shape}
          </span>
          {text(`coverage.kind.${standing.kind}`)}
        </span>
      </td>
      <td data-label={text('coverage.student.where')}>
        {done && `${done.place}, ${formatDate(text.locale, done.on)}`}
        {standing.kind === 'notPossibleHere' && whyNotHere(standing)}
        {!done && standing.kind !== 'notPossibleHere' && '–'}
      </td>
      <td data-label={text('coverage.student.evidence')}>
        {shown.map(({ work, title, href }) => (
          <span key={work}>
            {href ? (
              <a href={href}>{text('coverage.student.work', { title })}</a>
            ) : (
              text('coverage.student.work', { title })
            )}{' '}
          </span>
        ))}
        {done?.shownBy}
        {!done && '–'}
      </td>
    </tr>
  );
}

function Left({ text, student, could }: StudentCoveragePageProps): VNode {
  const { open, rows } = student.coverage;
  return (
    <>
      <h2>{text('coverage.student.left')}</h2>
      {open.length === 0 ? (
        <p>{rows.length === 0 ? text('coverage.grid.noSubtasks') : text('coverage.student.nothingLeft')}</p>
      ) : (
        <ul>
          {open.map(({ subtask }) => {
            const { places, assignments } = could(subtask.sloId);
            return (
              <li key={subtask.sloId}>
                <strong>{subtask.title}</strong>
                <br />
                <span class="soft">
                  {places.length > 0
                    ? text('coverage.student.couldBe', { places: places.join(', ') })
                    : text('coverage.student.couldBeNowhere')}{' '}
                  {assignments.length > 0 &&
                    text('coverage.student.assignments', { titles: assignments.slice(0, 5).join(', ') })}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}

function Decisions({ text, url, formToken, programme, student }: StudentCoveragePageProps): VNode {
  const { open } = student.coverage;
  const completed = student.choice?.state === 'completed' ? student.choice : undefined;
  return (
    <form method="post" action={url(`/coverage/${programme.sloId}/students/${student.student}`)} class="card">
      <Token value={formToken} />
      {completed ? (
        <>
          <p>
            {text('coverage.student.isComplete', {
              day: formatShortDay(text.locale, completed.decidedAt),
            })}
          </p>
          <button class="button quiet" name="decision" value="reopen">
            {text('coverage.student.reopen')}
          </button>
        </>
      ) : (
        <>
          <p class="hint">{text('coverage.student.completeHint')}</p>
          <p class="row">
            <button class={open.length > 0 ? 'button quiet' : 'button'} name="decision" value="complete">
              {text('coverage.student.complete')}
            </button>
            <button class="button quiet" name="decision" value="drop">
              {text('coverage.student.drop')}
            </button>
          </p>
        </>
      )}
    </form>
  );
}
