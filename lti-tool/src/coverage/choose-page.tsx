import type { VNode } from 'preact';
import type { Fit, FitWarning } from '@buitenboord/shared/domain/coverage/check-fit.js';
import type { HoursBand } from '@buitenboord/shared/domain/programme/offering.js';
import type { Leerweg } from '@buitenboord/shared/domain/pta/pta.js';
import type { ProblemCode } from '@buitenboord/shared/problem.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import type { StudentOfCourse } from '@buitenboord/shared/use-cases/people/students-of-course.js';
import type { ElectiveChoice } from '@buitenboord/shared/use-cases/programme/elective-choices.js';
import { studentName } from '@buitenboord/shared/text/student-name.js';
import { Layout } from '../web/layout.js';
import { describedBy, Field, Token } from '../web/parts/form.js';
import type { FitQuestion } from './coverage-form.js';

export interface ChoosePageProps {
  text: Text;
  url: (path: string) => string;
  formToken: string;
  course: string;
  levels: readonly Leerweg[];
  choices: readonly ElectiveChoice[];
  band: HoursBand;
  question: FitQuestion;
  fit: (Fit & { subtasks: number; there: number; days: number }) | undefined;
  students: readonly StudentOfCourse[];
  ticked: readonly string[] | undefined;
  refused?: ProblemCode;
}

/** First whether an elective fits the days at a company, then for whom it is. */
export function ChoosePage(props: ChoosePageProps): VNode {
  const { text, url, course, question, refused } = props;
  return (
    <Layout
      title={text('coverage.choose.title')}
      text={text}
      back={{ href: url('/coverage') }}
      {...(refused && { problem: refused })}
    >
      <p class="soft">{course}</p>
      <h1>{text('coverage.choose.title')}</h1>
      {refused && (
        <p class="note stop" role="alert">
          {text(`problem.${refused}`)}
        </p>
      )}
      <h2>{text('coverage.choose.first')}</h2>
      <Question {...props} />
      <FitAnswer {...props} />
      {question.elective !== undefined && <ForWhom {...props} />}
    </Layout>
  );
}

function Question({ text, url, levels, choices, question }: ChoosePageProps): VNode {
  const level = { hint: levels.includes('bb') ? text('coverage.choose.levelHint') : undefined };
  const there = { hint: text('coverage.choose.thereHint') };
  return (
    <form method="get" action={url('/coverage/choose')}>
      <Field id="elective" label={text('coverage.choose.elective')}>
        <select {...describedBy('elective', {})} name="elective">
          {choices.map(({ sloId, title, officialCode, profile, suitsPractice }) => (
            <option key={sloId} value={sloId} selected={sloId === question.elective}>
              {[`${profile}: ${title}`, officialCode, suitsPractice && text('coverage.choose.suits')]
                .filter(Boolean)
                .join(' · ')}
            </option>
          ))}
        </select>
      </Field>
      {levels.length > 1 && (
        <Field id="level" label={text('coverage.choose.level')} {...level}>
          <select {...describedBy('level', level)} name="level">
            {levels.map((each) => (
              <option key={each} value={each} selected={each === question.level}>
                {each}
              </option>
            ))}
          </select>
        </Field>
      )}
      <div class="columns">
        <Field id="days" label={text('coverage.choose.days')}>
          <input {...describedBy('days', {})} name="days" type="number" min={1} max={200} value={question.days ?? 10} />
        </Field>
        <Field id="hoursPerDay" label={text('coverage.choose.hoursPerDay')}>
          <input
            {...describedBy('hoursPerDay', {})}
            name="hoursPerDay"
            type="number"
            min={1}
            max={12}
            value={question.hoursPerDay ?? 7}
          />
        </Field>
        <Field id="there" label={text('coverage.choose.there')} {...there}>
          <input
            {...describedBy('there', there)}
            name="there"
            type="number"
            min={0}
            max={20}
            value={question.there ?? ''}
          />
        </Field>
      </div>
      <button class="button quiet">{text('coverage.choose.check')}</button>
    </form>
  );
}

function FitAnswer({ text, band, fit }: ChoosePageProps): VNode | null {
  if (!fit) return null;
  const { hours, neededFrom, neededTo, warnings, subtasks, there, days } = fit;
  const usual = subtasks === 0 ? { from: band.hoursFrom, to: band.hoursTo } : { from: neededFrom, to: neededTo };
  return (
    <div class="card" role="status">
      {subtasks === 0 ? (
        <p>{text('coverage.choose.unknownSubtasks')}</p>
      ) : (
        <p>{text('coverage.choose.fit', { days, hours, there })}</p>
      )}
      <p>{text('coverage.choose.usual', usual)}</p>
      {warnings.length === 0 && <p class="note good">✓ {text('coverage.choose.fits')}</p>}
      {warnings.map((warning) => (
        <p key={warning.kind} class="note wait">
          ! {warningWords(text, warning)}
        </p>
      ))}
      <p class="soft small">{text('coverage.choose.howSure')}</p>
    </div>
  );
}

function warningWords(text: Text, warning: FitWarning): string {
  switch (warning.kind) {
    case 'fewerDaysThanSubtasks':
      return text('coverage.choose.fewerDaysThanSubtasks', warning);
    case 'tooFewHours':
      return text('coverage.choose.tooFewHours', warning);
    case 'moreHoursThanUsual':
      return text('coverage.choose.moreHoursThanUsual', warning);
  }
}

function ForWhom({ text, url, formToken, question, students, ticked }: ChoosePageProps): VNode {
  const { elective, level, days, hoursPerDay, there } = question;
  const kept = { elective, level, days, hoursPerDay, there };
  return (
    <form method="post" action={url('/coverage/choose')}>
      <Token value={formToken} />
      {Object.entries(kept).map(
        ([name, value]) => value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <fieldset>
        <legend>
          <h2>{text('coverage.choose.who')}</h2>
        </legend>
        {students.map((each) => (
          <label key={each.student} class="check">
            <input
              type="checkbox"
              name="students"
              value={each.student}
              checked={ticked?.includes(each.student) ?? true}
            />
            {studentName(text, each)}
          </label>
        ))}
      </fieldset>
      <p class="hint">{text('coverage.choose.completedStay')}</p>
      <button class="button">{text('coverage.choose.give')}</button>
    </form>
  );
}
