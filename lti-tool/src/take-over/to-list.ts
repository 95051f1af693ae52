import { dutchDay } from '@buitenboord/shared/domain/pta/school-year.js';
import type { List, ListCell, ListRow } from '@buitenboord/shared/ports/list-writer.js';
import { formatGrade } from '@buitenboord/shared/text/format.js';
import { studentName } from '@buitenboord/shared/text/student-name.js';
import { textIn, type Text } from '@buitenboord/shared/text/text.js';
import type { ListedGrade, TakeOverList } from '@buitenboord/shared/use-cases/take-over/take-over-list.js';

/** The take-over list as a file shows it: one line a grade, headings in the reader's language. */
export function toList(text: Text, list: TakeOverList): List {
  return {
    title: `${list.component.component.code} ${list.courseLabel}`,
    headings: [
      text('takeOver.studentNumber'),
      text('takeOver.name'),
      text('takeOver.class'),
      text('takeOver.subjectCode'),
      text('takeOver.component'),
      text('takeOver.attempt'),
      text('takeOver.grade'),
      text('takeOver.settledAt'),
      text('takeOver.revision'),
      text('takeOver.mark'),
    ],
    rows: list.rows.map((row) => toRow(text, list, row)),
  };
}

function toRow(text: Text, { component, courseLabel }: TakeOverList, row: ListedGrade): ListRow {
  return {
    emphasis: row.mark === 'same' ? 'none' : row.mark,
    cells: [
      asText(row.studentNumber ?? text('takeOver.studentNumber.missing')),
      asText(row.name ?? `${studentName(text, row)} (${text('names.unmatched')})`),
      asText(courseLabel),
      asText(component.subject.code),
      asText(component.component.code),
      { kind: 'whole', number: row.attempt },
      gradeCell(row),
      { kind: 'day', day: dutchDay(new Date(row.settledAt)) },
      { kind: 'whole', number: row.revision },
      asText(text(`takeOver.mark.${row.mark}`)),
    ],
  };
}

/** A number stays a number; what Dutch systems write as a word is Dutch whoever downloads it. */
function gradeCell({ value }: ListedGrade): ListCell {
  if (value.kind === 'tenths') return { kind: 'tenths', tenths: value.tenths };
  return asText(formatGrade(textIn('nl'), value));
}

function asText(text: string): ListCell {
  return { kind: 'text', text };
}
