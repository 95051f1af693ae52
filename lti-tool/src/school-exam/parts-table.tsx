import type { VNode } from 'preact';
import type { PartStanding } from '@buitenboord/shared/domain/grade/se-standing.js';
import { formatGrade } from '@buitenboord/shared/text/format.js';
import type { Text } from '@buitenboord/shared/text/text.js';

/** Each component with what stands for it: the grade that counts, or what is missing. */
export function PartsTable({ text, parts }: { text: Text; parts: readonly PartStanding[] }): VNode {
  return (
    <table class="stacks">
      <thead>
        <tr>
          <th scope="col">{text('se.component')}</th>
          <th scope="col">{text('se.weight')}</th>
          <th scope="col">{text('se.stands')}</th>
        </tr>
      </thead>
      <tbody>
        {parts.map((part) => (
          <tr key={part.component.code}>
            <th scope="row">
              {part.component.code} <span class="soft">{part.component.title}</span>
            </th>
            <td data-label={text('se.weight')}>{weightOf(text, part)}</td>
            <td data-label={text('se.stands')}>
              <Stands text={text} part={part} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function weightOf(text: Text, { component }: PartStanding): string {
  if (component.scale === 'number' && component.weight > 0) return String(component.weight);
  return component.gate ? text('se.gate') : text('se.noGrade');
}

function Stands({ text, part }: { text: Text; part: PartStanding }): VNode {
  const { state, value, attempts, isShut } = part;
  if (state !== 'graded' || !value) {
    const words = text(`se.state.${state === 'graded' ? 'missing' : state}`);
    return state === 'exemption' ? <span class="soft">{words}</span> : <span class="pill wait">○ {words}</span>;
  }
  const grades = attempts.map((each) => formatGrade(text, each)).join(' · ');
  return (
    <div>
      <b>{formatGrade(text, value)}</b> {isShut && <span class="pill stop">! {text('se.gate.shut')}</span>}
      {attempts.length > 1 && <span class="soft small under">{text('se.attempts', { grades })}</span>}
    </div>
  );
}
