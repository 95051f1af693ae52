import type { VNode } from 'preact';
import type { Activity } from '@buitenboord/shared/domain/activity/assignment.js';
import { turnOf } from '@buitenboord/shared/domain/activity/standing.js';
import { titleOfElective } from '@buitenboord/shared/domain/programme/electives.js';
import { formatGrade, formatShortDay } from '@buitenboord/shared/text/format.js';
import { studentName } from '@buitenboord/shared/text/student-name.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import type { StudentRow } from '@buitenboord/shared/use-cases/overview/class-overview.js';
import { AskNames } from '../names/ask-names.js';
import { Layout } from '../web/layout.js';
import { standingWords } from './delivery-words.js';
import { RosterNote, type RosterNoteProps } from './roster-note.js';
import { DueNote } from '../quality-sample/due-note.js';
import { Levels } from '../web/parts/levels.js';
import { TodoList } from './todo-list.js';

export const turns = ['teacher', 'company', 'student', 'done'] as const;
export type Turn = (typeof turns)[number];

export interface OverviewPageProps {
  text: Text;
  url: (path: string) => string;
  formToken: string;
  course: string;
  activity: Activity;
  /** Of the PTA component, when it counts. */
  weight: number | undefined;
  rows: readonly StudentRow[];
  /** Who was settled and didn't look back yet, on an activity that is for one's career. */
  unreflected: ReadonlySet<string>;
  show: Turn | 'all';
  lms: string;
  /** Of which the class list comes. */
  roster: RosterNoteProps['roster'];
  failure: RosterNoteProps['failure'];
  /** The course that this one was copied from, while its teacher hasn't said for whom it is. */
  copyOf: string | undefined;
  /** Follow-ups of quality samples that are due. */
  dueSamples: number;
  links: readonly { href: string; words: string }[];
}

/** The teacher's launch page: what needs her now, and then the whole class. */
export function OverviewPage(props: OverviewPageProps): VNode {
  const { text, activity, rows, show, copyOf, links } = props;
  const here = rows.filter(({ left }) => !left);
  const shown = show === 'all' ? rows : here.filter(({ standing }) => turnOf(standing) === show);
  return (
    <Layout title={activity.title} text={text} width="wide">
      <div class="row between">
        <div>
          <h1>{activity.title}</h1>
          <p class="soft">{subtitle(props)}</p>
        </div>
        <button class="button quiet slim" data-print hidden type="button">
          {text('app.print')}
        </button>
      </div>
      {copyOf !== undefined && <p class="note">{text('roster.copied', { title: copyOf })}</p>}
      <AskNames text={text} url={props.url('/names')} unnamed={here.filter(({ name }) => name === undefined).length} />
      <DueNote text={text} count={props.dueSamples} url={props.url('/samples')} />
      <TodoList {...props} rows={here} />
      <Filters {...props} rows={here} />
      <RosterNote {...props} />
      {rows.length === 0 ? <p class="lead">{text('overview.noStudents')}</p> : <Grid {...props} rows={shown} />}
      {rows.length > here.length && (
        <p class="soft small">{text('roster.whoLeft', { count: rows.length - here.length })}</p>
      )}
      <p class="links">
        {links.map(({ href, words }) => (
          <a key={href} href={href}>
            {words}
          </a>
        ))}
      </p>
    </Layout>
  );
}

function subtitle({ text, course, activity, weight }: OverviewPageProps): string {
  const { counting, elective, dueOn } = activity;
  return [
    course,
    titleOfElective(elective),
    counting.kind === 'pta'
      ? text('overview.counts', { code: counting.code, weight: weight ?? 0 })
      : text('overview.formative'),
    dueOn && text('overview.due', { day: formatShortDay(text.locale, dueOn) }),
  ]
    .filter(Boolean)
    .join(' · ');
}

function Filters({ text, url, rows, show }: OverviewPageProps): VNode {
  const count = (turn: Turn) => rows.filter(({ standing }) => turnOf(standing) === turn).length;
  const chips = [
    { turn: 'all', words: text('overview.show', { turn: text('overview.all'), count: rows.length }) },
    ...turns.map((turn) => ({
      turn,
      words: text('overview.show', { turn: text(`overview.turn.${turn}`), count: count(turn) }),
    })),
  ];
  return (
    <ul class="chips">
      {chips.map(({ turn, words }) => (
        <li key={turn}>
          <a class="chip" href={url(`/overview?show=${turn}`)} aria-current={turn === show ? 'true' : undefined}>
            {words}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Grid(props: OverviewPageProps): VNode {
  const { text, rows } = props;
  const heads = ['student', 'place', 'hours', 'evidence', 'judgement', 'grade', 'where'] as const;
  return (
    <div class="scroll">
      <table class="stacks">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col" class={head === 'grade' ? 'num' : undefined}>
                {text(`overview.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.student} {...props} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Of whoever left nothing is waited for; where a grade stands is still worth knowing. */
function Row({ text, url, activity, lms, row, unreflected }: OverviewPageProps & { row: StudentRow }): VNode {
  const { tone, shape, words } = standingWords(text, row.standing, lms);
  return (
    <tr>
      <th scope="row">
        <a href={url(`/students/${row.student}`)}>{studentName(text, row)}</a>
        {row.left && <span class="soft small"> {text('overview.left')}</span>}
      </th>
      <td data-label={text('overview.place')} class={row.placement ? undefined : 'soft'}>
        {row.placement?.companyName ?? text('overview.noPlace')}
      </td>
      <td data-label={text('overview.hours')}>{activity.hours}</td>
      <td data-label={text('overview.evidence')}>
        <Thumbs {...{ text, url, row }} />
      </td>
      <td data-label={text('overview.judgement')}>
        {row.judgement?.state === 'done' ? (
          <Levels text={text} levels={row.judgement.levels} />
        ) : (
          <span class="soft">{text('overview.notYet')}</span>
        )}
      </td>
      <td data-label={text('overview.grade')} class="num">
        {row.grade ? formatGrade(text, row.grade.value) : '–'}
      </td>
      <td data-label={text('overview.where')}>
        {row.left && !row.grade ? (
          <span class="soft">–</span>
        ) : (
          <span class={`pill ${tone}`}>
            {shape} {words}
          </span>
        )}
        {unreflected.has(row.student) && <span class="pill wait">○ {text('career.notReflected')}</span>}
      </td>
    </tr>
  );
}

const thumbsShown = 3;

function Thumbs({ text, url, row }: { text: Text; url: (path: string) => string; row: StudentRow }): VNode {
  if (row.evidence.length === 0) return <span class="soft">{text('overview.none')}</span>;
  return (
    <span class="thumbs">
      {row.evidence.slice(0, thumbsShown).map((item) =>
        item.thumbnail ? (
          <img
            key={item.id}
            class="thumb"
            loading="lazy"
            width={44}
            height={44}
            alt={text(`evidence.${item.kind}`)}
            src={url(`/evidence/${item.id}/thumbnail`)}
          />
        ) : (
          <span key={item.id} class="thumb">
            {text(`evidence.${item.kind}`)}
          </span>
        ),
      )}
      {row.evidence.length > thumbsShown && (
        <span class="soft small">{text('overview.items', { count: row.evidence.length })}</span>
      )}
    </span>
  );
}
