import type { VNode } from 'preact';
import { formatTenths } from '@buitenboord/shared/domain/grade/grade-value.js';
import type { PtaComponent } from '@buitenboord/shared/domain/pta/pta.js';
import type { Text } from '@buitenboord/shared/text/text.js';

interface ComponentTableProps {
  text: Text;
  components: readonly PtaComponent[];
  /** Where a component is changed; absent where it can't be. */
  editUrl?: (code: string) => string;
}

/** The components of a version. */
export function ComponentTable({ text, components, editUrl }: ComponentTableProps): VNode {
  return (
    <table class="stacks">
      <thead>
        <tr>
          <th scope="col">{text('pta.component')}</th>
          <th scope="col">{text('pta.field.title')}</th>
          <th scope="col">{text('pta.field.scale')}</th>
          <th scope="col">{text('pta.field.weight')}</th>
          <th scope="col">{text('pta.whenAndWhere')}</th>
          <th scope="col">{text('pta.field.resit')}</th>
          <th scope="col">{text('pta.company')}</th>
        </tr>
      </thead>
      <tbody>
        {components.map((component) => (
          <ComponentRow key={component.code} text={text} component={component} editUrl={editUrl?.(component.code)} />
        ))}
      </tbody>
    </table>
  );
}

function ComponentRow({
  text,
  component,
  editUrl,
}: {
  text: Text;
  component: PtaComponent;
  editUrl: string | undefined;
}): VNode {
  const { code, title, content, subtasks, kind, scale, weight, period, place, resit } = component;
  return (
    <tr>
      <th scope="row">{editUrl === undefined ? code : <a href={editUrl}>{code}</a>}</th>
      <td data-label={text('pta.field.title')}>
        <div>
          {title}
          {content !== '' && <span class="soft small under">{content}</span>}
          {subtasks.length > 0 && (
            <span class="soft small under">{text('pta.covers', { codes: subtasks.join(', ') })}</span>
          )}
        </div>
      </td>
      <td data-label={text('pta.field.scale')}>
        <div>
          {text(`pta.scale.${scale}`)}
          <span class="soft small under">
            {kind}
            {component.gate && ` · ${text('pta.gate.short')}`}
          </span>
        </div>
      </td>
      <td data-label={text('pta.field.weight')}>{weight}</td>
      <td data-label={text('pta.whenAndWhere')}>
        <div>
          {period}
          <span class="soft small under">{text(`pta.place.${place}`)}</span>
        </div>
      </td>
      <td data-label={text('pta.field.resit')}>{text(resit ? 'pta.resit.yes' : 'pta.resit.no')}</td>
      <td data-label={text('pta.company')}>{companyShare(text, component)}</td>
    </tr>
  );
}

/** "telt mee 40% (4,5 · 6,5 · 8,5)": the role, the share, and the grades for the three levels. */
function companyShare(text: Text, { companyRole, companyWeight, levelGrades }: PtaComponent): string {
  const role = text(`pta.companyRole.${companyRole}`);
  const share = companyWeight > 0 ? `${role} ${companyWeight}%` : role;
  if (!levelGrades) return share;
  const decimal = text.locale === 'nl' ? ',' : '.';
  const { practise, sufficient, good } = levelGrades;
  return `${share} (${[practise, sufficient, good].map((tenths) => formatTenths(tenths, decimal)).join(' · ')})`;
}
