import type { VNode } from 'preact';
import type { Text } from '@buitenboord/shared/text/text.js';
import { Field, Token } from '../web/parts/form.js';
import { TextArea } from './career-fields.js';
import type { EntryPageProps } from './entry-page-props.js';
import { QuestionsOf } from './question-fields.js';

/** Everything the student writes, in one form: whichever button is pressed, nothing typed is lost. Open stands what is to be done now. */
export function EntryForm({ text, url, formToken, view }: EntryPageProps): VNode {
  const { entry, step } = view;
  return (
    <form method="post" action={url(`/career/${entry.id}`)} data-draft={`career-${entry.id}`}>
      <Token value={formToken} />
      <input type="hidden" name="place" value={entry.place} />
      <Chosen text={text} view={view} />
      <LookBack text={text} view={view} />
      <Shared text={text} view={view} />
      <p class="row">
        <button class="button" name="action" value="save">
          {text('career.save')}
        </button>
        {step !== 'choose' && (
          <button class="button quiet" name="action" value="close">
            {text('career.close')}
          </button>
        )}
      </p>
      {step !== 'choose' && <p class="soft small">{text('career.close.hint')}</p>}
    </form>
  );
}

interface PartProps {
  text: Text;
  view: EntryPageProps['view'];
}

function Chosen({ text, view: { entry, step, missing } }: PartProps): VNode {
  const isNow = step === 'choose' || missing.includes('aim') || missing.includes('motivation');
  return (
    <details class="part" open={isNow}>
      <summary>{text('career.chosen')}</summary>
      <Field id="title" label={text('career.name')}>
        <input id="title" name="title" maxLength={200} required value={entry.title} />
      </Field>
      <TextArea name="motivation" label={text('career.motivation')} value={entry.motivation} />
      <TextArea name="aim" label={text('career.aim')} value={entry.aim} />
      <QuestionsOf text={text} answers={entry.answers} sets={['before', 'history']} />
    </details>
  );
}

function LookBack({ text, view: { entry, step } }: PartProps): VNode {
  return (
    <details class="part" open={step !== 'choose'}>
      <summary>{text('career.lookBack')}</summary>
      <Field id="happenedOn" label={text('career.happenedOn')} hint={text('career.happenedOn.hint')}>
        <input
          id="happenedOn"
          name="happenedOn"
          type="date"
          value={entry.happenedOn ?? ''}
          aria-describedby="happenedOn-hint"
        />
      </Field>
      <TextArea name="results" label={text('career.results')} value={entry.results} />
      <TextArea name="evaluation" label={text('career.evaluation')} value={entry.evaluation} />
      <QuestionsOf text={text} answers={entry.answers} sets={['after']} />
      <TextArea name="conclusion" label={text('career.conclusion')} value={entry.conclusion} />
      <Field id="fitsMe" label={text('career.fits')}>
        <select id="fitsMe" name="fitsMe">
          <option value="">{text('career.fits.none')}</option>
          {(['yes', 'partly', 'no'] as const).map((fits) => (
            <option key={fits} value={fits} selected={entry.fitsMe === fits}>
              {text(`career.fits.${fits}`)}
            </option>
          ))}
        </select>
      </Field>
    </details>
  );
}

function Shared({ text, view: { entry } }: PartProps): VNode {
  return (
    <fieldset class="choices">
      <legend>{text('career.shared')}</legend>
      {(['teachers', 'nobody'] as const).map((who) => (
        <label key={who} class="choice">
          <input type="radio" name="sharedWith" value={who} checked={entry.sharedWith === who} />
          <b>{text(`career.shared.${who}`)}</b>
        </label>
      ))}
    </fieldset>
  );
}
