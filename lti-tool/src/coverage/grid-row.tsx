import type { VNode } from 'preact';
import type { SubtaskStanding } from '@buitenboord/shared/domain/coverage/standing.js';
import type { ElectiveSubtask } from '@buitenboord/shared/domain/programme/elective-programme.js';
import { formatShortDay } from '@buitenboord/shared/text/format.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import type { CoveredStudent } from '@buitenboord/shared/use-cases/coverage/class-coverage.js';
import { studentName } from '@buitenboord/shared/text/student-name.js';
import type { MarkForm } from './coverage-form.js';
import { markFormId } from './mark-form.js';
import { stateLook, whyNotHere } from './state-words.js';

export interface GridRowProps {
  text: Text;
  url: (path: string) => string;
  elective: string;
  student: CoveredStudent;
  columns: readonly ElectiveSubtask[];
  form?: MarkForm | undefined;
}

/** A student in the grid. */
export function GridRow({ text, url, elective, student, columns, form }: GridRowProps): VNode {
  const { coverage, level, choice } = student;
  const name = studentName(text, student);
  const standings = new Map(coverage.rows.map(({ subtask, standing }) => [subtask.sloId, standing]));
  const isComplete = choice?.state === 'completed';
  return (
    <tr>
      <th scope="row">
        <span class="sign">
          {!isComplete && (
            <input
              class="no-print"
              type="checkbox"
              name="row"
              value={student.student}
              form={markFormId}
              checked={form?.row.includes(student.student)}
              aria-label={text('coverage.grid.row', { name })}
            />
          )}
          <a href={url(`/coverage/${elective}/students/${student.student}`)}>{name}</a>
          {choice?.level && <span class="soft small">{choice.level}</span>}
        </span>
      </th>
      {columns.map((subtask) => {
        const standing = standings.get(subtask.sloId);
        const cell = `${student.student}.${subtask.sloId}`;
        const isTicked = form?.cell.some((each) => `${each.student}.${each.subtask}` === cell) ?? false;
        return (
          <td key={subtask.sloId} data-label={subtask.title}>
            {standing ? (
              <Cell {...{ text, name, cell, standing, isComplete, isTicked }} title={subtask.title} />
            ) : (
              <span class="soft small">
                {level ? text('coverage.grid.notForLevel', { level }) : text('coverage.grid.noLevel')}
              </span>
            )}
          </td>
        );
      })}
      <td data-label={text('coverage.done')}>
        {isComplete ? (
          <span class="pill good">✓ {text('coverage.completed')}</span>
        ) : (
          text('coverage.doneOf', { done: coverage.done, all: coverage.rows.length })
        )}
      </td>
    </tr>
  );
}

interface CellProps {
  text: Text;
  name: string;
  title: string;
  cell: string;
  standing: SubtaskStanding;
  isComplete: boolean;
  isTicked: boolean;
}

function Cell({ text, name, title, cell, standing, isComplete, isTicked }: CellProps): VNode {
  const { shape, tone } = stateLook[standing.kind];
  const state = text(`coverage.kind.${standing.kind}`);
  return (
    <label class="check state" title={detailOf(text, standing)}>
      {!isComplete && (
        <input
          class="no-print"
          type="checkbox"
          name="cell"
          value={cell}
          form={markFormId}
          checked={isTicked}
          aria-label={text('coverage.grid.cell', { name, title, state })}
        />
      )}
      <span class={`mark small ${tone}`} aria-hidden="true">
        {shape}
      </span>
      <span class="small">{state}</span>
    </label>
  );
}

function detailOf(text: Text, standing: SubtaskStanding): string | undefined {
  if ('done' in standing) return `${standing.done.place}, ${formatShortDay(text.locale, standing.done.on)}`;
  return standing.kind === 'notPossibleHere' ? whyNotHere(standing) : undefined;
}
