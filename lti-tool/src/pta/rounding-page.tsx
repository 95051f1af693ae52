import type { VNode } from 'preact';
import type { RoundingChoice } from '@buitenboord/shared/domain/grade/school-rounding.js';
import { roundingRegimes, type RoundingRegime } from '@buitenboord/shared/domain/grade/rounding.js';
import { formatDate } from '@buitenboord/shared/text/format.js';
import { Layout } from '../web/layout.js';
import { Token } from '../web/parts/form.js';
import type { PtaPageProps } from './pta-view.js';

export interface RoundingPageProps extends PtaPageProps {
  /** What holds now. */
  regime: RoundingRegime | undefined;
  choices: readonly RoundingChoice[];
  /** Grades were settled this year: another choice waits. */
  isFixed: boolean;
  /** The school year from which a choice made now holds. */
  nextFrom: string;
  isSaved: boolean;
  /** Sent without a choice. */
  isEmpty?: boolean;
}

/** The school's choice between two lawful ways of rounding, with what each does to 5,45. */
export function RoundingPage(props: RoundingPageProps): VNode {
  const { text, url, regime, isFixed, isSaved } = props;
  return (
    <Layout title={text('rounding.title')} text={text} back={{ href: url, words: text('pta.title') }}>
      <h1>{text('rounding.title')}</h1>
      <p class="lead">{text('rounding.lead')}</p>
      {isSaved && (
        <p class="note good" role="status">
          ✓ {text('rounding.saved')}
        </p>
      )}
      {regime === undefined && <p class="note wait">{text('rounding.notYet')}</p>}
      {isFixed && <p class="note wait">{text('rounding.fixed')}</p>}
      <ChoiceForm {...props} />
      <History {...props} />
    </Layout>
  );
}

function ChoiceForm({ text, url, formToken, choices, regime, nextFrom, isEmpty }: RoundingPageProps): VNode {
  const chosen = choices.find(({ from }) => from === nextFrom)?.regime ?? regime;
  return (
    <form method="post" action={`${url}/rounding`} class="card">
      <Token value={formToken} />
      {isEmpty && (
        <p class="error" role="alert">
          ! {text('rounding.chooseOne')}
        </p>
      )}
      <fieldset class="stack">
        <legend>{text('rounding.title')}</legend>
        {roundingRegimes.map((each) => (
          <label key={each} class="check">
            <input type="radio" name="regime" value={each} checked={each === chosen} required />
            <span>
              <b>{text(`rounding.${each}`)}</b>
              <span class="soft under">{text(`rounding.${each}.means`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <p class="soft">{text('rounding.from', { schoolYear: nextFrom })}</p>
      <button class="button">{text('rounding.choose')}</button>
    </form>
  );
}

function History({ text, choices }: RoundingPageProps): VNode | null {
  if (choices.length === 0) return null;
  const newestFirst = [...choices].sort((one, other) => (one.from < other.from ? 1 : -1));
  return (
    <>
      <h2>{text('rounding.history')}</h2>
      <ul>
        {newestFirst.map(({ regime, from, chosenAt }) => (
          <li key={from}>
            {text('rounding.chosen', {
              words: text(`rounding.${regime}`),
              from,
              at: formatDate(text.locale, chosenAt),
            })}
          </li>
        ))}
      </ul>
    </>
  );
}
