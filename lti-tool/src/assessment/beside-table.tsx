import type { VNode } from 'preact';
import type { CriterionBeside } from '@buitenboord/shared/domain/assessment/side-by-side.js';
import type { Level } from '@buitenboord/shared/domain/grade/suggested-grade.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import type { MomentView } from '@buitenboord/shared/use-cases/assessment/view-assessment.js';
import { Levels } from '../web/parts/levels.js';

const judges = ['self', 'company', 'teacher'] as const;

/**
 * Student, company and teacher beside each other, a row a question; what differs is said in words. On a phone each row is a block: the roles are
 * written out, because a browser forgets that a table is one once its rows are no table rows any more.
 */
export function BesideTable({ text, view }: { text: Text; view: MomentView }): VNode {
  if (!view.self && !view.company && !view.teacher) return <p>{text('assess.nobody')}</p>;
  return (
    <table class="stacks" role="table">
      <caption class="hidden-visually">{text('assess.besideOf', { moment: view.moment })}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader">{text('assess.criterion')}</th>
          {judges.map((judge) => (
            <th key={judge} role="columnheader">
              {text(`assess.${judge}`)}
            </th>
          ))}
          <th role="columnheader">{text('assess.difference')}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {view.criteria.map((criterion) => (
          <Row key={criterion.title} text={text} criterion={criterion} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ text, criterion }: { text: Text; criterion: CriterionBeside }): VNode {
  const { comparison } = criterion;
  const words = text('assess.comparison', { comparison });
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        {criterion.title}
      </th>
      {judges.map((judge) => (
        <td key={judge} role="cell" data-label={text(`assess.${judge}`)}>
          <Answer text={text} level={criterion[judge]} />
        </td>
      ))}
      <td role="cell" data-label={text('assess.difference')}>
        {comparison === 'differ' || comparison === 'apart' ? <b>≠ {words}</b> : <span class="soft">{words}</span>}
      </td>
    </tr>
  );
}

function Answer({ text, level }: { text: Text; level: Level | null }): VNode {
  if (level === null) return <span class="soft">{text('assess.nothing')}</span>;
  return (
    <span>
      <span aria-hidden="true">
        <Levels text={text} levels={[level]} />{' '}
      </span>
      {text(`level.${level}`)}
    </span>
  );
}

/** What the three wrote beside their levels. */
export function JudgesWrote({ text, view }: { text: Text; view: MomentView }): VNode {
  const said = [
    { key: 'assess.selfSays', words: view.self?.remark },
    { key: 'assess.companySays', words: view.company?.remark },
    { key: 'assess.teacherSays', words: view.teacher?.remark },
  ] as const;
  return (
    <>
      {said.map(
        ({ key, words }) =>
          words && (
            <blockquote key={key} class="lines note">
              <span class="soft small">{text(key)}</span>
              {`\n${words}`}
            </blockquote>
          ),
      )}
    </>
  );
}
