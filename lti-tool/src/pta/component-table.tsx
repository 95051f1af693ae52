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
          <th scope="col">{text('pta.field.kind')}</th>
          <th scope="col">{text('pta.field.scale')}</th>
          <th scope="col">{text('pta.field.weight')}</th>
          <th scope="col">{text('pta.field.resit')}</th>
          <th scope="col">{text('pta.field.companyWeight')}</th>
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
  const { code, title, kind, scale, weight, resit } = component;
  return (
    <tr>
      <th scope="row">{editUrl === undefined ? code : <a href={editUrl}>{code}</a>}</th>
      <td data-label={text('pta.field.title')}>{title}</td>
      <td data-label={text('pta.field.kind')}>{kind}</td>
      <td data-label={text('pta.field.scale')}>{text(`pta.scale.${scale}`)}</td>
      <td data-label={text('pta.field.weight')}>{weight}</td>
      <td data-label={text('pta.field.resit')}>{text(resit ? 'pta.resit.yes' : 'pta.resit.no')}</td>
      <td data-label={text('pta.field.companyWeight')}>{companyShare(text, component)}</td>
    </tr>
  );
}

/** "40% (4,5 · 6,5 · 8,5)": the share, and the grades for the three levels. */
function companyShare(text: Text, { companyWeight, levelGrades }: PtaComponent): string {
  const share = `${companyWeight}%`;
  if (!levelGrades) return share;
  const decimal = text.locale === 'nl' ? ',' : '.';
  const { practise, sufficient, good } = levelGrades;
  return `${share} (${[practise, sufficient, good].map((tenths) => formatTenths(tenths, decimal)).join(' · ')})`;
}
