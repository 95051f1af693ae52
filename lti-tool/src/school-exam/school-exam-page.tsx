import type { VNode } from 'preact';
import { formatMean } from '@buitenboord/shared/text/format-mean.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import { studentName } from '@buitenboord/shared/text/student-name.js';
import type { SubjectStanding } from '@buitenboord/shared/use-cases/grade/student-standing.js';
import type { StudentOfCourse } from '@buitenboord/shared/use-cases/people/students-of-course.js';
import { Layout } from '../web/layout.js';
import { DueNote } from '../quality-sample/due-note.js';
import { alarmsOf } from './standing-words.js';

export interface CourseChoice {
  id: string;
  title: string;
  label: string;
}

export interface ExamRow extends StudentOfCourse {
  subjects: readonly SubjectStanding[];
}

export interface SchoolExamPageProps {
  text: Text;
  /** `/v/<visit>/school-exam` */
  url: string;
  back: string;
  course: string | undefined;
  /** Courses to choose from; none for a teacher. */
  choices: readonly CourseChoice[];
  rows: readonly ExamRow[];
  /** Follow-ups of quality samples that are due, and where samples are. */
  samples: { due: number; url: string };
}

/** A course's students with what stands for their school exam: one line a subject. */
export function SchoolExamPage(props: SchoolExamPageProps): VNode {
  const { text, back, rows, course } = props;
  return (
    <Layout title={text('se.title')} text={text} back={{ href: back }} width="wide">
      <h1>{text('se.title')}</h1>
      <p class="lead">{text('se.lead')}</p>
      <p>
        <a href={props.samples.url}>{text('sample.title')}</a>
      </p>
      <DueNote text={text} count={props.samples.due} url={props.samples.url} />
      <CourseForm {...props} />
      {course === undefined && <p>{text('se.noCourse')}</p>}
      {course !== undefined && rows.length === 0 && <p>{text('se.noStudents')}</p>}
      {rows.length > 0 && <ExamTable {...props} />}
    </Layout>
  );
}

function CourseForm({ text, url, choices, course }: SchoolExamPageProps): VNode | null {
  if (choices.length < 2) return null;
  return (
    <form action={url} class="row">
      <label for="course">{text('se.course')}</label>
      <select id="course" name="course">
        {choices.map(({ id, title, label }) => (
          <option key={id} value={id} selected={id === course}>
            {title} {label}
          </option>
        ))}
      </select>
      <button class="button quiet">{text('se.show')}</button>
    </form>
  );
}

function ExamTable({ text, url, rows }: SchoolExamPageProps): VNode {
  return (
    <table class="stacks">
      <thead>
        <tr>
          <th scope="col">{text('se.student')}</th>
          <th scope="col">{text('se.subject')}</th>
          <th scope="col">{text('se.mean')}</th>
          <th scope="col">{text('se.becomes')}</th>
          <th scope="col">{text('se.open')}</th>
          <th scope="col">{text('se.look')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const { student, subjects } = row;
          const link = <a href={`${url}/${student}`}>{studentName(text, row)}</a>;
          if (subjects.length === 0) {
            return (
              <tr key={student}>
                <th scope="row">{link}</th>
                <td colSpan={5}>{text('se.none')}</td>
              </tr>
            );
          }
          return subjects.map((subject) => (
            <tr key={`${student} ${subject.line}`}>
              <th scope="row">{link}</th>
              <SubjectCells text={text} subject={subject} />
            </tr>
          ));
        })}
      </tbody>
    </table>
  );
}

function SubjectCells({ text, subject: { pta, standing } }: { text: Text; subject: SubjectStanding }): VNode {
  const { mean, becomes, open } = standing;
  const alarms = alarmsOf(text, standing);
  return (
    <>
      <td data-label={text('se.subject')}>{pta.subject.title}</td>
      <td data-label={text('se.mean')}>{mean ? formatMean(text, mean) : '–'}</td>
      <td data-label={text('se.becomes')}>{becomes ?? '–'}</td>
      <td data-label={text('se.open')}>{open.length > 0 ? open.join(', ') : text('se.nothingOpen')}</td>
      <td data-label={text('se.look')}>
        <div>
          {alarms.length === 0 && '–'}
          {alarms.map((words) => (
            <span key={words} class="under">
              ! {words}
            </span>
          ))}
        </div>
      </td>
    </>
  );
}
