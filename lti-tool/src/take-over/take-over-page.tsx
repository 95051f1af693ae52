import type { VNode } from 'preact';
import { formatGrade, formatDate } from '@buitenboord/shared/text/format.js';
import { studentName } from '@buitenboord/shared/text/student-name.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import type { ListedGrade, TakeOverList } from '@buitenboord/shared/use-cases/take-over/take-over-list.js';
import { AskNames } from '../names/ask-names.js';
import { above, Layout } from '../web/layout.js';
import { Token } from '../web/parts/form.js';
import { shownAsField } from './shown-field.js';

export interface TakeOverPageProps {
  text: Text;
  formToken: string;
  /** `/v/<visit>/take-over` */
  url: string;
  /** Where to say who is who; undefined for who may not. */
  namesUrl: string | undefined;
  course: string;
  lists: readonly TakeOverList[];
}

/** The grades of a course to take over into the student system, a list a component. */
export function TakeOverPage(props: TakeOverPageProps): VNode {
  const { text, namesUrl, course, lists } = props;
  return (
    <Layout title={text('takeOver.title')} text={text} back={above(props.url)} width="wide">
      <h1>{text('takeOver.title')}</h1>
      <p class="soft">{course}</p>
      <p class="lead">{text('takeOver.lead')}</p>
      <AskNames text={text} url={namesUrl} unnamed={unnamedIn(lists)} />
      {lists.length === 0 && <p>{text('takeOver.none')}</p>}
      {lists.map((list) => (
        <ComponentList key={list.component.key} {...props} list={list} />
      ))}
    </Layout>
  );
}

/** Nobody is left out: who has no name stands there by number, and is counted here. */
function unnamedIn(lists: readonly TakeOverList[]): number {
  const nameless = lists.flatMap(({ rows }) => rows).filter(({ name }) => name === undefined);
  return new Set(nameless.map(({ student }) => student)).size;
}

function ComponentList(props: TakeOverPageProps & { list: TakeOverList }): VNode {
  const { text, list } = props;
  const { component, subject } = list.component;
  return (
    <section>
      <h2>{text('takeOver.listOf', { code: component.code, title: component.title })}</h2>
      <p class="soft">{text('takeOver.subject', { code: subject.code, title: subject.title })}</p>
      {list.rows.length === 0 ? <p>{text('takeOver.empty')}</p> : <FilledList {...props} />}
    </section>
  );
}

function FilledList({ text, formToken, url, list }: TakeOverPageProps & { list: TakeOverList }): VNode {
  const { key } = list.component;
  const download = (as: string) => `${url}/download?component=${encodeURIComponent(key)}&as=${as}`;
  const isDone = list.rows.every(({ mark }) => mark === 'same');
  return (
    <div class="stack">
      <Standing text={text} list={list} />
      <GradeTable text={text} rows={list.rows} />
      {/* Without the attribute `download`: for that Chromium leaves a frame's partitioned cookies at home. The answer is an attachment anyway. */}
      <p class="row">
        <a class="button quiet" href={download('xlsx')}>
          {text('takeOver.xlsx')}
        </a>
        <a class="button quiet" href={download('csv')}>
          {text('takeOver.csv')}
        </a>
      </p>
      {!isDone && (
        <form method="post" action={`${url}/confirm`}>
          <Token value={formToken} />
          <input type="hidden" name="component" value={key} />
          <input type="hidden" name="shown" value={shownAsField(list.rows)} />
          <button class="button">{text('takeOver.confirm')}</button>
          <p class="hint">{text('takeOver.confirm.hint')}</p>
        </form>
      )}
    </div>
  );
}

/** What somebody has to know before using the list. */
function Standing({ text, list: { rows, last } }: { text: Text; list: TakeOverList }): VNode {
  const missing = new Set(rows.filter(({ studentNumber }) => studentNumber === undefined).map(({ student }) => student))
    .size;
  const changed = rows.filter(({ mark }) => mark !== 'same').length;
  const day = last && formatDate(text.locale, last.confirmedAt);
  return (
    <>
      {missing > 0 && <p class="note wait">! {text('takeOver.missingNumbers', { count: missing })}</p>}
      {day !== undefined && changed > 0 && (
        <p class="note wait">{text('takeOver.changedSince', { count: changed, day })}</p>
      )}
      {day !== undefined && changed === 0 && <p class="note good">✓ {text('takeOver.nothingChanged', { day })}</p>}
    </>
  );
}

function GradeTable({ text, rows }: { text: Text; rows: readonly ListedGrade[] }): VNode {
  return (
    <table class="stacks">
      <thead>
        <tr>
          <th scope="col">{text('takeOver.name')}</th>
          <th scope="col">{text('takeOver.studentNumber')}</th>
          <th scope="col">{text('takeOver.attempt')}</th>
          <th scope="col">{text('takeOver.grade')}</th>
          <th scope="col">{text('takeOver.settledAt')}</th>
          <th scope="col">{text('takeOver.mark')}</th>
          <th scope="col">{text('takeOver.state')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <GradeRow key={row.gradeKey} text={text} row={row} />
        ))}
      </tbody>
    </table>
  );
}

const pills = { new: 'pill', changed: 'pill wait', withdrawn: 'pill stop' } as const;

function GradeRow({ text, row }: { text: Text; row: ListedGrade }): VNode {
  const { mark } = row;
  return (
    <tr>
      <th scope="row">
        {studentName(text, row)}
        {row.name === undefined && <span class="pill wait">! {text('names.unmatched')}</span>}
      </th>
      <td data-label={text('takeOver.studentNumber')}>
        {row.studentNumber ?? <span class="pill wait">{text('takeOver.studentNumber.missing')}</span>}
      </td>
      <td data-label={text('takeOver.attempt')}>{row.attempt}</td>
      <td class="num" data-label={text('takeOver.grade')}>
        {formatGrade(text, row.value)}
      </td>
      <td data-label={text('takeOver.settledAt')}>{formatDate(text.locale, row.settledAt)}</td>
      <td data-label={mark === 'same' ? undefined : text('takeOver.mark')}>
        {mark !== 'same' && <span class={pills[mark]}>{text(`takeOver.mark.${mark}`)}</span>}
      </td>
      <td data-label={text('takeOver.state')}>{whereItIs(text, row)}</td>
    </tr>
  );
}

// Only a person's word makes it "taken over": nothing here has seen the student system.
function whereItIs(text: Text, { mark, takenOverAt }: ListedGrade): string {
  if (mark === 'withdrawn') return text('takeOver.state.withdrawn');
  return takenOverAt
    ? text('takeOver.state.takenOver', { day: formatDate(text.locale, takenOverAt) })
    : text('takeOver.state.listed');
}
