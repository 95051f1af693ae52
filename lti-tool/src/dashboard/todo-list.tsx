import type { VNode } from 'preact';
import { turnOf } from '@buitenboord/shared/domain/activity/standing.js';
import { studentName } from '@buitenboord/shared/text/student-name.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import type { StudentRow } from '@buitenboord/shared/use-cases/overview/class-overview.js';
import { mailProblemWords } from '../company/mail-problem-words.js';
import { whySentence } from './delivery-words.js';

interface TodoListProps {
  text: Text;
  url: (path: string) => string;
  rows: readonly StudentRow[];
  lms: string;
}

/** What needs the teacher now: a sentence and one button each. */
export function TodoList({ text, url, rows, lms }: TodoListProps): VNode {
  const todo = rows.filter(({ standing }) => turnOf(standing) === 'teacher');
  if (todo.length === 0) return <p class="note good">✓ {text('overview.nothingWaits')}</p>;
  return (
    <section class="card todo" aria-labelledby="todo">
      <h2 id="todo" class="hidden-visually">
        {text('overview.waiting', { count: todo.length })}
      </h2>
      <ul class="todo">
        {todo.map((row) => {
          const { sentence, action, path, strong } = wordsFor(text, row, lms);
          return (
            <li key={row.student}>
              <span>{sentence}</span>
              <a class={strong ? 'button slim' : 'button quiet slim'} href={url(path)}>
                {action}
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

interface TodoWords {
  sentence: string;
  action: string;
  path: string;
  strong: boolean;
}

function wordsFor(text: Text, row: StudentRow, lms: string): TodoWords {
  const name = studentName(text, row);
  const { standing } = row;
  const student = `/students/${row.student}`;
  const companies = `/companies?student=${row.student}`;
  switch (standing.kind) {
    case 'toSettle':
      return {
        sentence: text('overview.todo.toSettle', { name }),
        action: text('overview.do.look'),
        path: student,
        strong: true,
      };
    case 'toInvite':
      return {
        sentence: text('overview.todo.toInvite', { name }),
        action: text('overview.do.invite'),
        path: companies,
        strong: true,
      };
    case 'noAnswer':
      return {
        sentence: text('overview.todo.noAnswer', { name, days: standing.days }),
        action: text('overview.do.again'),
        path: companies,
        strong: false,
      };
    case 'linkExpired':
      return {
        sentence: text('overview.todo.linkExpired', { name }),
        action: text('overview.do.again'),
        path: companies,
        strong: false,
      };
    case 'mailRefused':
      return {
        sentence: text('overview.todo.mailRefused', { name, why: mailProblemWords(text, standing.why) }),
        action: text('overview.do.again'),
        path: companies,
        strong: false,
      };
    case 'notArrived': {
      const why = whySentence(text, standing.delivery, lms);
      return {
        sentence: text('overview.todo.notArrived', { name, why }),
        action: text('overview.do.what'),
        path: student,
        strong: false,
      };
    }
    default:
      return { sentence: name, action: text('overview.do.look'), path: student, strong: false };
  }
}
