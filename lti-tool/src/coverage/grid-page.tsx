import type { VNode } from 'preact';
import type { ElectiveSubtask } from '@buitenboord/shared/domain/programme/elective-programme.js';
import type { Leerweg } from '@buitenboord/shared/domain/pta/pta.js';
import type { ProblemCode } from '@buitenboord/shared/problem.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import type { ClassCoverage } from '@buitenboord/shared/use-cases/coverage/class-coverage.js';
import { studentName } from '@buitenboord/shared/text/student-name.js';
import { Layout } from '../web/layout.js';
import type { MarkForm as Marking } from './coverage-form.js';
import { GridRow } from './grid-row.js';
import { Legend } from './legend.js';
import { MarkForm, markFormId } from './mark-form.js';
import { ProposalCard } from './proposal-card.js';

export interface GridPageProps {
  text: Text;
  url: (path: string) => string;
  formToken: string;
  course: string;
  leerweg: Leerweg | undefined;
  view: ClassCoverage;
  /** `yyyy-mm-dd` */
  today: string;
  saved: boolean;
  /** As it was sent, when it was refused. */
  form?: Marking;
  refused?: ProblemCode;
}

/** One elective of a whole class: students down, subtasks across. */
export function GridPage(props: GridPageProps): VNode {
  const { text, url, course, leerweg, view, saved, refused } = props;
  const { programme, students, others } = view;
  const columns = columnsOf(view);
  return (
    <Layout
      title={programme.title}
      text={text}
      back={{ href: url('/coverage') }}
      width="wide"
      scripts={['coverage.js']}
      {...(refused && { problem: refused })}
    >
      <div class="row between">
        <div>
          <h1>{programme.title}</h1>
          <p class="soft">{[course, leerweg, programme.officialCode].filter(Boolean).join(' · ')}</p>
        </div>
        <button class="button quiet slim" data-print hidden type="button">
          {text('app.print')}
        </button>
      </div>
      {saved && (
        <p class="note good" role="status">
          ✓ {text('coverage.mark.saved')}
        </p>
      )}
      {refused && (
        <p class="note stop" role="alert">
          {text(`problem.${refused}`)}
        </p>
      )}
      {leerweg === undefined && (
        <p class="note wait">
          <a href={url('/course-scope')}>{text('coverage.sayScope')}</a>
        </p>
      )}
      <ProposalCard {...props} />
      {students.length === 0 ? (
        <p>{text('coverage.grid.noStudents')}</p>
      ) : columns.length === 0 ? (
        <p class="note wait">{text('coverage.grid.noSubtasks')}</p>
      ) : (
        <Filled {...props} columns={columns} />
      )}
      {others.length > 0 && (
        <p class="soft small">
          {text('coverage.grid.others', {
            names: others.map((other) => studentName(text, other)).join(', '),
          })}
        </p>
      )}
      <p class="links no-print">
        <a href={url('/coverage/choose?elective=' + programme.sloId)}>{text('coverage.add')}</a>
        <a href={url(`/programme/${programme.sloId}`)}>{text('programme.about')}</a>
        <a href={url(`/programme/${programme.sloId}/company-sheet`)}>{text('programme.sheet')}</a>
      </p>
    </Layout>
  );
}

/** The subtasks that anybody here must do, in the order of the programme. */
function columnsOf({ programme, students }: ClassCoverage): ElectiveSubtask[] {
  const needed = new Set(students.flatMap(({ coverage }) => coverage.rows.map(({ subtask }) => subtask.sloId)));
  return programme.subtasks.filter(({ sloId }) => needed.has(sloId));
}

function Filled(props: GridPageProps & { columns: readonly ElectiveSubtask[] }): VNode {
  const { text, url, view, form, columns } = props;
  return (
    <>
      <p class="no-print">{text('coverage.grid.lead')}</p>
      <div class="scroll">
        <table class="stacks coverage-grid">
          <thead>
            <tr>
              <th scope="col">{text('coverage.students')}</th>
              {columns.map((subtask, index) => (
                <Column key={subtask.sloId} {...{ text, subtask, index, form }} />
              ))}
              <th scope="col">{text('coverage.done')}</th>
            </tr>
          </thead>
          <tbody>
            {view.students.map((student) => (
              <GridRow
                key={student.student}
                {...{ text, url, student, columns, form }}
                elective={view.programme.sloId}
              />
            ))}
          </tbody>
        </table>
      </div>
      <Legend text={text} />
      <MarkForm {...props} />
    </>
  );
}

function Column({
  text,
  subtask,
  index,
  form,
}: {
  text: Text;
  subtask: ElectiveSubtask;
  index: number;
  form?: Marking | undefined;
}): VNode {
  const { sloId, title, officialTitle } = subtask;
  return (
    <th scope="col" title={officialTitle ?? title}>
      <span class="clamp">
        {index + 1}. {title}
      </span>
      <label class="check small no-print">
        <input
          type="checkbox"
          name="column"
          value={sloId}
          form={markFormId}
          checked={form?.column.includes(sloId)}
          aria-label={text('coverage.grid.column', { title })}
        />
        {text('coverage.grid.whole')}
      </label>
    </th>
  );
}
