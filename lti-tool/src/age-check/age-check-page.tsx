import type { VNode } from 'preact';
import { activityKinds } from '@buitenboord/shared/domain/activity/kinds.js';
import { settings } from '@buitenboord/shared/domain/safety/work-context.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import { FindingList, RulesOfAge } from '../placement/finding-list.js';
import { HazardBoxes, SupervisionChoice } from '../placement/plan-fields.js';
import { Layout } from '../web/layout.js';
import { describedBy, Field } from '../web/parts/form.js';
import { ages, type Answer, type Question } from './age-check-form.js';

export interface AgeCheckPageProps {
  text: Text;
  url: string;
  back: { href: string } | undefined;
  question: Question;
  answer: Answer | undefined;
}

/** May a student of this age do this? A question on the left, an answer with its reasons on the right. Names nobody, keeps nothing. */
export function AgeCheckPage(props: AgeCheckPageProps): VNode {
  const { text, back, url } = props;
  return (
    <Layout title={text('ageCheck.title')} text={text} back={back} width="wide">
      <h1>{text('ageCheck.title')}</h1>
      <p class="lead">{text('ageCheck.lead')}</p>
      <div class="split">
        <form method="get" action={`${url}#answer`}>
          <input type="hidden" name="asked" value="yes" />
          <WhoAndWhat {...props} />
          <When {...props} />
          <HazardBoxes text={text} chosen={props.question.hazard} />
          <SupervisionChoice text={text} chosen={props.question.supervision} />
          <button class="button wide">{text('ageCheck.ask')}</button>
        </form>
        <section id="answer">
          <TheAnswer {...props} />
        </section>
      </div>
    </Layout>
  );
}

interface ChoiceProps<T extends string | number> {
  id: string;
  label: string;
  chosen: T;
  options: readonly (readonly [value: T, words: string])[];
}

function Choice<T extends string | number>({ id, label, chosen, options }: ChoiceProps<T>): VNode {
  return (
    <Field id={id} label={label}>
      <select id={id} name={id}>
        {options.map(([value, words]) => (
          <option key={value} value={value} selected={value === chosen}>
            {words}
          </option>
        ))}
      </select>
    </Field>
  );
}

function WhoAndWhat({ text, question }: AgeCheckPageProps): VNode {
  const years = ages.map((age) => [age, age === 18 ? text('ageCheck.andOlder', { age }) : String(age)] as const);
  return (
    <>
      <Choice id="age" label={text('ageCheck.age')} chosen={question.age} options={years} />
      <Choice
        id="kind"
        label={text('kinds.kind')}
        chosen={question.kind}
        options={activityKinds.map(({ id, name }) => [id, name[text.locale]] as const)}
      />
      <Choice
        id="setting"
        label={text('plan.setting')}
        chosen={question.setting}
        options={settings.map((each) => [each, text(`plan.setting.${each}`)] as const)}
      />
      <label class="check">
        <input type="checkbox" name="doesTasks" value="yes" checked={question.doesTasks === 'yes'} />
        {text('ageCheck.doesTasks')}
      </label>
    </>
  );
}

function When({ text, question }: AgeCheckPageProps): VNode {
  const dayName = new Intl.DateTimeFormat(text.locale, { weekday: 'long', timeZone: 'UTC' });
  // The fifth of January 2026 was a Monday.
  const days = [1, 2, 3, 4, 5, 6, 7].map(
    (weekday) => [weekday, dayName.format(new Date(Date.UTC(2026, 0, 4 + weekday)))] as const,
  );
  const hint = text('ageCheck.schoolHint');
  return (
    <>
      <Choice id="weekday" label={text('ageCheck.weekday')} chosen={question.weekday} options={days} />
      <div class="columns">
        <Field id="from" label={text('plan.from')}>
          <input id="from" name="from" type="time" value={question.from} />
        </Field>
        <Field id="to" label={text('plan.to')}>
          <input id="to" name="to" type="time" value={question.to} />
        </Field>
        <Field id="pause" label={text('ageCheck.pause')}>
          <input id="pause" name="pause" type="number" min={0} max={240} value={question.pause} />
        </Field>
      </div>
      <Field id="school" label={text('plan.schoolSameDay')} hint={hint}>
        <input
          {...describedBy('school', { hint })}
          name="school"
          type="number"
          min={0}
          max={12}
          step={0.25}
          value={question.school}
        />
      </Field>
    </>
  );
}

const looks = { yes: 'good', ask: 'wait', no: 'stop', noWork: 'good' } as const;

function TheAnswer({ text, question, answer }: AgeCheckPageProps): VNode {
  if (!answer) return <p class="soft">{text('ageCheck.notAsked')}</p>;
  return (
    <>
      <h2>{text('ageCheck.answer')}</h2>
      <p class={`note lead ${looks[answer.verdict]}`} role="status">
        {text(`ageCheck.verdict.${answer.verdict}`)}
      </p>
      <FindingList text={text} findings={answer.findings} />
      {answer.work && answer.work !== 'visit' && (
        <details>
          <summary>{text('ageCheck.allRules', { age: question.age })}</summary>
          <RulesOfAge text={text} age={question.age} work={answer.work} />
        </details>
      )}
      <p class="soft small">{text('ageCheck.caution')}</p>
    </>
  );
}
