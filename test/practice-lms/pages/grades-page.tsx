import type { Course, Person } from '../seed.js';
import type { Grade, GradeItem } from '../site.js';
import { visibleScore } from '../gradebook.js';
import { fullName, Layout, number, Sesskey, type Frame } from './layout.js';

export interface GradesPageProps {
  readonly frame: Frame;
  readonly course: Course;
  readonly columns: readonly { item: GradeItem; cmid: string | undefined }[];
  readonly students: readonly { person: Person; suspended: boolean }[];
  readonly gradeOf: (itemId: string, userId: string) => Grade | undefined;
}

type Column = GradesPageProps['columns'][number];

/** The gradebook: what tools sent and what the teacher typed over it. */
export function GradesPage({ frame, course, columns, students, gradeOf }: GradesPageProps) {
  const { t } = frame;
  const action = `/grade/report/index.php?id=${course.id}`;
  return (
    <Layout frame={frame} title={t.grades} crumb={{ href: `/course/view.php?id=${course.id}`, label: course.fullname }}>
      {columns.length === 0 ? <p class="empty">{t.noColumns}</p> : <p class="soft">{t.gradesExplained}</p>}
      <form id="grades" method="post" action={action}>
        <Sesskey value={frame.visitor?.sesskey ?? ''} />
      </form>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{t.student}</th>
              {columns.map(({ item }) => (
                <ColumnHead frame={frame} item={item} action={action} />
              ))}
            </tr>
          </thead>
          <tbody>
            {students.map(({ person, suspended }) => (
              <tr>
                <th scope="row">
                  {fullName(person)} {suspended && <span class="pill">○ {t.suspended}</span>}
                </th>
                {columns.map((column) => (
                  <GradeCell frame={frame} column={column} person={person} grade={gradeOf(column.item.id, person.id)} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {columns.length > 0 && <button form="grades">{t.saveGrades}</button>}
    </Layout>
  );
}

/** Its own form: inside the big one, Enter in a cell would press this button. */
function ColumnHead({
  frame: { t, locale, visitor },
  item,
  action,
}: {
  frame: Frame;
  item: GradeItem;
  action: string;
}) {
  return (
    <th scope="col">
      {item.label} <small class="soft">{t.outOf(number(item.maximum, locale))}</small>
      <form method="post" action={action}>
        <Sesskey value={visitor?.sesskey ?? ''} />
        {item.locked && <span class="pill stop">! {t.locked}</span>}{' '}
        <button class="quiet small" name={item.locked ? 'unlock' : 'lock'} value={item.id}>
          {item.locked ? t.unlock : t.lock}
        </button>
      </form>
    </th>
  );
}

interface CellProps {
  readonly frame: Frame;
  readonly column: Column;
  readonly person: Person;
  readonly grade: Grade | undefined;
}

function GradeCell({ frame: { t, locale }, column: { item, cmid }, person, grade }: CellProps) {
  const score = visibleScore(grade);
  return (
    <td>
      <input
        form="grades"
        name={`grade-${item.id}-${person.id}`}
        value={score === null ? '' : number(score, locale)}
        inputMode="decimal"
        size={6}
        aria-label={t.gradeOf(fullName(person), item.label)}
      />
      {grade?.override !== undefined && <span class="pill wait">◐ {t.overridden}</span>}
      {cmid !== undefined && (
        <a
          class="small"
          href={`/mod/lti/view.php?id=${cmid}&action=gradeReport&user=${person.id}`}
          aria-label={t.seeWork(fullName(person))}
        >
          {t.seeWorkShort}
        </a>
      )}
      {grade?.comment !== undefined && <small class="comment">{grade.comment}</small>}
    </td>
  );
}

export interface MyGradesPageProps {
  readonly frame: Frame;
  readonly course: Course;
  readonly rows: readonly { item: GradeItem; grade: Grade | undefined }[];
}

export function MyGradesPage({ frame, course, rows }: MyGradesPageProps) {
  const { t, locale } = frame;
  return (
    <Layout frame={frame} title={t.grades} crumb={{ href: `/course/view.php?id=${course.id}`, label: course.fullname }}>
      {rows.length === 0 && <p class="empty">{t.noGradesYet}</p>}
      {rows.length > 0 && (
        <div class="scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">{t.column}</th>
                <th scope="col">{t.grade}</th>
                <th scope="col">{t.feedback}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ item, grade }) => (
                <tr>
                  <th scope="row">{item.label}</th>
                  <td>
                    <strong>{scoreText(grade, locale)}</strong>{' '}
                    <small class="soft">{t.outOf(number(item.maximum, locale))}</small>
                  </td>
                  <td>{grade?.comment}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Layout>
  );
}

function scoreText(grade: Grade | undefined, locale: string): string {
  const score = visibleScore(grade);
  return score === null ? '–' : number(score, locale);
}
