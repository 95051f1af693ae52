import type { VNode } from 'preact';
import { studentName } from '@buitenboord/shared/text/student-name.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import type { NameList } from '@buitenboord/shared/use-cases/people/name-list.js';
import { above, Layout } from '../web/layout.js';
import { describedBy, Field, Token } from '../web/parts/form.js';

export interface NamesPageProps {
  text: Text;
  formToken: string;
  /** `/v/<visit>/names` */
  url: string;
  course: string;
  names: NameList;
  /** The LMS, when it shares no names unless the school says so. */
  anonymousLms: string | undefined;
  /** The address of a student's work; undefined where the visit has no activity. */
  workOf: ((student: string) => string) | undefined;
  /** What was typed for whom, and what isn't right. */
  refused?: { student: string; givenName: string; familyName: string; error: string };
}

/** Where a teacher says who is who. One small form a student, by number; names she gave can be taken back. */
export function NamesPage(props: NamesPageProps): VNode {
  const { text, url, course, names, anonymousLms } = props;
  return (
    <Layout title={text('names.title')} text={text} back={above(url)}>
      <p class="soft">{course}</p>
      <h1>{text('names.title')}</h1>
      {names.unnamed.length === 0 ? (
        <p class="note good">✓ {text('names.none')}</p>
      ) : (
        <>
          <p class="lead">{text('names.lead')}</p>
          <p class="hint">{text('names.keeps')}</p>
          {anonymousLms !== undefined && <p class="hint">{text('names.byDefault', { lms: anonymousLms })}</p>}
        </>
      )}
      {names.unnamed.map((one) => (
        <Unnamed key={one.student} {...props} student={one.student} courseNumber={one.number} />
      ))}
      {names.given.length > 0 && <Given {...props} />}
    </Layout>
  );
}

function Unnamed(props: NamesPageProps & { student: string; courseNumber: number }): VNode {
  const { text, formToken, url, names, workOf, student, courseNumber } = props;
  const called = studentName(text, { courseNumber });
  const refused = props.refused?.student === student ? props.refused : undefined;
  const heading = `who-${student}`;
  return (
    <section class="card" aria-labelledby={heading}>
      <div class="row between">
        <h2 id={heading}>{called}</h2>
        {workOf && (
          <a href={workOf(student)} aria-describedby={heading}>
            {text('names.look')}
          </a>
        )}
      </div>
      <form method="post" action={url}>
        <Token value={formToken} />
        <input type="hidden" name="student" value={student} />
        {names.listed.length > 0 && <Listed {...props} />}
        <Typed text={text} student={student} refused={refused} hasList={names.listed.length > 0} />
        <button class="button">{text('names.save', { student: called })}</button>
      </form>
    </section>
  );
}

function Listed({ text, names, student }: NamesPageProps & { student: string }): VNode {
  const id = `listed-${student}`;
  return (
    <Field id={id} label={text('names.listed')}>
      <select {...describedBy(id, {})} name="listed">
        <option value="">{text('names.listed.none')}</option>
        {names.listed.map(({ person, name }) => (
          <option key={person} value={person}>
            {name}
          </option>
        ))}
      </select>
    </Field>
  );
}

interface TypedProps {
  text: Text;
  student: string;
  refused: NamesPageProps['refused'];
  hasList: boolean;
}

function Typed({ text, student, refused, hasList }: TypedProps): VNode {
  const [given, family] = [`given-${student}`, `family-${student}`];
  const error = { error: refused?.error };
  return (
    <fieldset class="plain">
      {hasList && <legend>{text('names.orType')}</legend>}
      <div class="columns">
        <Field id={given} label={text('names.givenName')} {...error}>
          <input
            {...describedBy(given, error)}
            name="givenName"
            value={refused?.givenName}
            maxLength={100}
            autocomplete="off"
          />
        </Field>
        <Field id={family} label={text('names.familyName')}>
          <input
            {...describedBy(family, {})}
            name="familyName"
            value={refused?.familyName}
            maxLength={100}
            autocomplete="off"
          />
        </Field>
      </div>
    </fieldset>
  );
}

function Given({ text, formToken, url, names }: NamesPageProps): VNode {
  return (
    <section>
      <h2>{text('names.given')}</h2>
      <p class="hint">{text('names.given.hint')}</p>
      <ul class="plain">
        {names.given.map(({ student, name }) => (
          <li key={student}>
            <form method="post" action={`${url}/undo`} class="row between">
              <Token value={formToken} />
              <input type="hidden" name="student" value={student} />
              <b>{name}</b>
              <button class="button quiet slim" aria-label={text('names.undoOf', { name })}>
                {text('names.undo')}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
