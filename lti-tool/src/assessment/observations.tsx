import type { VNode } from 'preact';
import { observationTopics, type SeenObservation } from '@buitenboord/shared/domain/assessment/observation.js';
import { formatMoment } from '@buitenboord/shared/text/format.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import { describedBy, Field, Token } from '../web/parts/form.js';

export interface ObservationsProps {
  text: Text;
  formToken: string;
  action: string;
  seen: readonly SeenObservation[];
}

/** What teacher and company noticed, in the order of time, and room for one more. */
export function Observations({ text, formToken, action, seen }: ObservationsProps): VNode {
  const hint = text('observe.wordsHint');
  return (
    <section class="card" aria-labelledby="observations">
      <h2 id="observations">{text('observe.title')}</h2>
      <p class="soft">{text('observe.lead')}</p>
      {seen.length === 0 ? <p>{text('observe.none')}</p> : <SeenList text={text} seen={seen} />}
      <form method="post" action={action}>
        <Token value={formToken} />
        <fieldset class="row">
          <legend>{text('observe.topic')}</legend>
          {observationTopics.map((topic, index) => (
            <label class="check" key={topic}>
              <input type="radio" name="topic" value={topic} checked={index === 0} required />
              <span>{text(`observe.topic.${topic}`)}</span>
            </label>
          ))}
        </fieldset>
        <Field id="words" label={text('observe.words')} hint={hint}>
          <textarea {...describedBy('words', { hint })} name="words" rows={2} maxLength={500} required />
        </Field>
        <button class="button quiet">{text('observe.add')}</button>
      </form>
    </section>
  );
}

/** Oldest first, so that growth can be read. */
export function SeenList({ text, seen }: { text: Text; seen: readonly SeenObservation[] }): VNode {
  return (
    <ol class="plain stack">
      {seen.map(({ from, topic, words, at }) => (
        <li key={at + words}>
          <b>{text(`observe.topic.${topic}`)}</b>{' '}
          <span class="soft small">{text('observe.from', { from, at: formatMoment(text.locale, at) })}</span>
          <br />
          <span class="lines">{words}</span>
        </li>
      ))}
    </ol>
  );
}
