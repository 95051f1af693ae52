import type { VNode } from 'preact';
import { formatMoment } from '@buitenboord/shared/text/format.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import { remedyOf } from './words-of-refusal.js';

export interface CourseRow {
  id: string;
  title: string;
  rosterReadAt?: string;
  rosterFailure?: { code: string; at: string };
  withoutRoster: boolean;
  waiting: number;
  stuck: number;
  locked: number;
}

/** The courses of a platform: is the list of participants read, do the grades arrive. */
export function CourseTable({ text, courses }: { text: Text; courses: readonly CourseRow[] }): VNode {
  if (courses.length === 0) return <p>{text('platforms.courses.none')}</p>;
  return (
    <table class="stacks">
      <thead>
        <tr>
          <th scope="col">{text('platforms.course')}</th>
          <th scope="col">{text('platforms.roster')}</th>
          <th scope="col">{text('platforms.columns')}</th>
        </tr>
      </thead>
      <tbody>
        {courses.map((course) => (
          <tr key={course.id}>
            <th scope="row">{course.title}</th>
            <td data-label={text('platforms.roster')}>
              <Roster text={text} course={course} />
            </td>
            <td data-label={text('platforms.columns')}>
              <Columns text={text} course={course} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Roster({ text, course }: { text: Text; course: CourseRow }): VNode {
  const { rosterReadAt, rosterFailure, withoutRoster } = course;
  const moment = (at: string) => formatMoment(text.locale, at);
  return (
    <div>
      {rosterReadAt !== undefined && moment(rosterReadAt)}
      {rosterReadAt === undefined && text(withoutRoster ? 'platforms.roster.notOffered' : 'platforms.roster.never')}
      {rosterFailure && (
        <>
          <br />
          {text('platforms.roster.failed', { at: moment(rosterFailure.at) })}
          <br />
          <span class="small">{remedyOf(text, rosterFailure.code)}</span>
        </>
      )}
    </div>
  );
}

function Columns({ text, course: { waiting, stuck, locked } }: { text: Text; course: CourseRow }): VNode {
  const lines = [
    ...(locked > 0 ? [text('platforms.columns.locked', { count: locked })] : []),
    ...(stuck > locked ? [text('platforms.columns.stuck', { count: stuck - locked })] : []),
    ...(waiting > 0 ? [text('platforms.columns.waiting', { count: waiting })] : []),
  ];
  return (
    <div>
      {lines.length === 0
        ? text('platforms.columns.fine')
        : lines.map((line) => (
            <span key={line}>
              {line}
              <br />
            </span>
          ))}
    </div>
  );
}
