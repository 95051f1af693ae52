import type { VNode } from 'preact';
import type { Leerweg } from '@buitenboord/shared/domain/pta/pta.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import type { CourseElective } from '@buitenboord/shared/use-cases/coverage/course-coverage.js';
import { Layout } from '../web/layout.js';

export interface CourseCoveragePageProps {
  text: Text;
  url: (path: string) => string;
  course: string;
  leerweg: Leerweg | undefined;
  electives: readonly CourseElective[];
}

/** The electives of a class, each in a line. */
export function CourseCoveragePage({ text, url, course, leerweg, electives }: CourseCoveragePageProps): VNode {
  return (
    <Layout title={text('coverage.title')} text={text} back={{ href: url('') }} width="wide">
      <p class="soft">{course}</p>
      <h1>{text('coverage.title')}</h1>
      <p class="lead">{text('coverage.lead')}</p>
      {leerweg === undefined && (
        <p class="note wait">
          <a href={url('/course-scope')}>{text('coverage.sayScope')}</a>
        </p>
      )}
      {electives.length === 0 ? (
        <p>{text('coverage.none')}</p>
      ) : (
        <Electives {...{ text, url, course, leerweg, electives }} />
      )}
      <p>
        <a class="button" href={url('/coverage/choose')}>
          {text('coverage.add')}
        </a>
      </p>
    </Layout>
  );
}

function Electives({ text, url, electives }: CourseCoveragePageProps): VNode {
  return (
    <table class="stacks">
      <thead>
        <tr>
          <th scope="col">{text('coverage.elective')}</th>
          <th scope="col">{text('coverage.students')}</th>
          <th scope="col">{text('coverage.done')}</th>
          <th scope="col">{text('coverage.completed')}</th>
          <th scope="col">{text('coverage.waiting')}</th>
        </tr>
      </thead>
      <tbody>
        {electives.map(({ elective, title, officialCode, students, done, all, completed, proposals }) => (
          <tr key={elective}>
            <th scope="row">
              <a href={url(`/coverage/${elective}`)}>{title}</a>{' '}
              {officialCode && <span class="soft small">{officialCode}</span>}
            </th>
            <td data-label={text('coverage.students')}>{students}</td>
            <td data-label={text('coverage.done')}>{text('coverage.doneOf', { done, all })}</td>
            <td data-label={text('coverage.completed')}>
              {text('coverage.doneOf', { done: completed, all: students })}
            </td>
            <td data-label={text('coverage.waiting')}>
              {proposals > 0 ? text('coverage.proposals', { count: proposals }) : '–'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
