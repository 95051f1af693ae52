import type { VNode } from 'preact';
import { ptaColumns, type PtaColumn, type PtaMapping, type PtaTable } from '@buitenboord/shared/domain/pta/pta-file.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import { Field, Token } from '../web/parts/form.js';
import { outlineFields } from './component-form.js';
import type { PtaPageProps } from './pta-view.js';

/** A table as it was read, and what its columns hold. */
export interface MappedTable {
  table: PtaTable;
  mapping: PtaMapping;
}

export type MappingFormProps = PtaPageProps & MappedTable & { isOpen: boolean };

/** What each column of a file holds, and what the file doesn't say. Open while something is wrong; else folded under the preview. */
export function MappingForm(props: MappingFormProps): VNode {
  const { text, url, formToken, table, mapping, isOpen } = props;
  return (
    <details open={isOpen}>
      <summary>{text('pta.import.columns')}</summary>
      <form method="post" action={`${url}/import/preview`} enctype="multipart/form-data" class="card">
        <Token value={formToken} />
        <textarea name="table" hidden>
          {JSON.stringify(table)}
        </textarea>
        <input type="hidden" name="chosenFor" value={mapping.headingRow} />
        <p>{text('pta.import.columns.lead')}</p>
        <Columns {...props} />
        <Fixed {...props} />
        <Field id="headingRow" label={text('pta.import.headingRow')}>
          <input
            id="headingRow"
            class="short"
            name="headingRow"
            type="number"
            min={1}
            max={table.length}
            value={mapping.headingRow}
          />
        </Field>
        <button class={isOpen ? 'button' : 'button quiet'}>{text('pta.import.again')}</button>
      </form>
    </details>
  );
}

function Columns({ text, table, mapping }: MappingFormProps): VNode {
  const { headingRow, columns } = mapping;
  const headings = table[headingRow - 1] ?? [];
  return (
    <table class="stacks">
      <thead>
        <tr>
          <th scope="col">{text('pta.import.heading')}</th>
          <th scope="col">{text('pta.import.sample')}</th>
          <th scope="col">{text('pta.import.means')}</th>
        </tr>
      </thead>
      <tbody>
        {headings.map((heading, index) => {
          const name = heading.trim() || text('pta.import.noHeading', { number: index + 1 });
          return (
            <tr key={index}>
              <th scope="row">{name}</th>
              <td data-label={text('pta.import.sample')}>{sampleOf(table, headingRow, index)}</td>
              <td data-label={text('pta.import.means')}>
                <ColumnChoice text={text} index={index} heading={name} chosen={columns[index] ?? ''} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface ColumnChoiceProps {
  text: Text;
  index: number;
  heading: string;
  chosen: PtaColumn | '';
}

function ColumnChoice({ text, index, heading, chosen }: ColumnChoiceProps): VNode {
  return (
    <select name={`column-${index}`} aria-label={text('pta.import.meansOf', { heading })}>
      <option value="">{text('pta.import.notUsed')}</option>
      {ptaColumns.map((column) => (
        <option key={column} value={column} selected={column === chosen}>
          {text(`pta.field.${column}`)}
        </option>
      ))}
    </select>
  );
}

/** The first thing that stands in a column. */
function sampleOf(table: PtaTable, headingRow: number, index: number): string {
  const found = table.slice(headingRow).find((cells) => cells[index]?.trim())?.[index] ?? '';
  return found.length > 60 ? `${found.slice(0, 60)}…` : found;
}

/** For whom and when: often in a file's name or title, and not in its rows. */
function Fixed({ text, mapping }: MappingFormProps): VNode | null {
  const unsaid = outlineFields.filter((column) => !mapping.columns.includes(column));
  if (unsaid.length === 0) return null;
  return (
    <fieldset>
      <legend>{text('pta.import.fixed')}</legend>
      <div class="columns">
        {unsaid.map((column) => (
          <Field key={column} id={`fixed-${column}`} label={text(`pta.field.${column}`)}>
            <input
              id={`fixed-${column}`}
              name={`fixed-${column}`}
              value={mapping.fixed[column] ?? ''}
              maxLength={200}
              autocomplete="off"
            />
          </Field>
        ))}
      </div>
    </fieldset>
  );
}
