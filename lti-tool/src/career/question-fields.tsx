import type { VNode } from 'preact';
import type { CareerAnswer } from '@buitenboord/shared/domain/lob/career-entry.js';
import { careerQuestions, getCareerQuestion, type QuestionSet } from '@buitenboord/shared/domain/lob/questions.js';
import type { Text } from '@buitenboord/shared/text/text.js';

const sets = ['before', 'history', 'after'] as const;

interface QuestionsProps {
  text: Text;
  answers: readonly CareerAnswer[];
  sets: readonly QuestionSet[];
}

/** The questions of an entry that belong to these sets, each with one short answer. */
export function QuestionsOf({ text, answers, sets: shown }: QuestionsProps): VNode {
  return (
    <>
      {answers.map((answer, index) =>
        shown.includes(getCareerQuestion(answer.question).set) ? (
          <Question key={index} text={text} answer={answer} index={index} />
        ) : null,
      )}
    </>
  );
}

function Question({ text, answer, index }: { text: Text; answer: CareerAnswer; index: number }): VNode {
  const name = `answer${index}`;
  return (
    <div class="field">
      <label for={name}>{text(`career.asks.${answer.question}`)}</label>
      <textarea id={name} name={name} rows={2} maxLength={1000}>
        {answer.answer}
      </textarea>
      <details>
        <summary class="small">{text('career.question.other')}</summary>
        <label class="small" for={`question${index}`}>
          {text('career.question', { number: index + 1 })}
        </label>
        <select id={`question${index}`} name={`question${index}`}>
          {sets.map((set) => (
            <optgroup key={set} label={text(`career.set.${set}`)}>
              {careerQuestions
                .filter((question) => question.set === set)
                .map(({ id }) => (
                  <option key={id} value={id} selected={id === answer.question}>
                    {text(`career.asks.${id}`)}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </details>
    </div>
  );
}
