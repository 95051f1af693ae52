import type { VNode } from 'preact';
import type { ElectiveCoverage } from '@buitenboord/shared/domain/coverage/elective-coverage.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import { stateLook } from './state-words.js';

const tile = 44;
const gap = 8;

/** How far somebody is, at a glance: a tile per subtask, with the sign of its state. The list beside it says the same in words. */
export function CoveragePicture({
  text,
  title,
  coverage,
}: {
  text: Text;
  title: string;
  coverage: ElectiveCoverage;
}): VNode | null {
  const { rows, done } = coverage;
  if (rows.length === 0) return null;
  const width = rows.length * (tile + gap) - gap;
  return (
    <svg
      class="coverage-picture"
      role="img"
      viewBox={`0 0 ${width} ${tile}`}
      width={width}
      height={tile}
      aria-label={text('coverage.mine.picture', { title, done, all: rows.length })}
    >
      {rows.map(({ subtask, standing }, index) => {
        const { shape, tone } = stateLook[standing.kind];
        const x = index * (tile + gap);
        return (
          <g key={subtask.sloId} class={tone}>
            <title>{`${subtask.title}: ${text(`coverage.kind.${standing.kind}`)}`}</title>
            <rect x={x + 1} y={1} width={tile - 2} height={tile - 2} rx={10} />
            <text x={x + tile / 2} y={tile / 2} text-anchor="middle" dominant-baseline="central">
              {shape}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
