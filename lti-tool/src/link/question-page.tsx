import type { VNode } from 'preact';
import type { Criterion } from '@buitenboord/shared/domain/activity/assignment.js';
import { levels, type Level } from '@buitenboord/shared/domain/grade/suggested-grade.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import { Layout } from '../web/layout.js';
import { Token } from '../web/parts/form.js';
import type { ShownFile } from './shown-evidence.js';

export interface QuestionPageProps {
  text: Text;
  school: string;
  name: string | undefined;
  criterion: Criterion;
  number: number;
  count: number;
  chosen: Level | null;
  photo: ShownFile | undefined;
  formToken: string;
  action: string;
  backUrl: string;
  taskUrl: string;
}

/** One criterion, three big choices. Each choice is a button: one tap keeps it and goes on. */
export function QuestionPage(props: QuestionPageProps): VNode {
  const { text, school, name, criterion, number, count, photo, backUrl, taskUrl } = props;
  const progress = text('link.question.progress', { number, count });
  return (
    <Layout title={`${progress}: ${criterion.title}`} text={text} school={school}>
      <p class="soft">{progress}</p>
      <div class="stack">
        <h1>{criterion.title}</h1>
        {photo && <img class="wide" src={photo.smallUrl ?? photo.url} alt={text('evidence.photo')} />}
        <p id="ask">{text('link.question.ask', { name })}</p>
      </div>
      <Choices {...props} />
      <p class="row between">
        <a href={backUrl}>{text('app.back')}</a>
        <a href={taskUrl}>{text('link.question.seeAll')}</a>
      </p>
    </Layout>
  );
}

function Choices({ text, criterion, chosen, formToken, action }: QuestionPageProps): VNode {
  return (
    <form method="post" action={action} class="choices" aria-labelledby="ask">
      <Token value={formToken} />
      {levels.map((level) => (
        <button key={level} name="level" value={level} class={level === chosen ? 'choice on' : 'choice'}>
          <span class={level === chosen ? 'mark ok' : 'mark'} aria-hidden="true">
            {level === chosen ? '✓' : ''}
          </span>
          <span>
            <b>{text(`link.level.${level}`)}</b>
            <small>{criterion.behaviour[level]}</small>
            {level === chosen && <span class="hidden-visually"> ({text('link.question.chosen')})</span>}
          </span>
        </button>
      ))}
    </form>
  );
}
