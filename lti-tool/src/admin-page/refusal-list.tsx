import type { VNode } from 'preact';
import type { LaunchStep } from '@buitenboord/shared/domain/launch/refused-launch.js';
import { formatMoment } from '@buitenboord/shared/text/format.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import { Token } from '../web/parts/form.js';
import { remedyOf, stepName } from './words-of-refusal.js';

/** The newest of the launches that were refused for the same reason. */
export interface RefusalView {
  id: string;
  at: string;
  step: LaunchStep;
  code: string;
  reference: string;
  /** How many there were. */
  times: number;
  /** The ids and numbers that were wrong. */
  facts: readonly (readonly [name: string, value: string])[];
  /** The deployment that can be let in, where that is the remedy. */
  deployment?: string;
  /** It was let in since. */
  allowed?: boolean;
}

interface RefusalListProps {
  text: Text;
  formToken: string;
  /** `/v/<visit>/school` */
  url: string;
  refusals: readonly RefusalView[];
}

/** What was refused, how far it came, and what to do: with a button where one press is the remedy. */
export function RefusalList({ text, formToken, url, refusals }: RefusalListProps): VNode {
  return (
    <ul class="plain">
      {refusals.map((refusal) => (
        <li key={refusal.id} class="card refusal" data-step={refusal.step} data-code={refusal.code}>
          <p>
            <b>! {text('platforms.refusals.step', { step: stepName(text, refusal.step) })}</b>{' '}
            {refusal.times > 1 && (
              <span class="pill">{text('platforms.refusals.times', { count: refusal.times })}</span>
            )}
          </p>
          <p>{refusal.allowed ? text('platforms.allowed') : remedyOf(text, refusal.code)}</p>
          {refusal.deployment !== undefined && (
            <form method="post" action={`${url}/platform/deployment`}>
              <Token value={formToken} />
              <input type="hidden" name="refusal" value={refusal.id} />
              <button class="button">{text('platforms.allow', { deployment: refusal.deployment })}</button>
            </form>
          )}
          <Small text={text} refusal={refusal} />
        </li>
      ))}
    </ul>
  );
}

function Small({ text, refusal }: { text: Text; refusal: RefusalView }): VNode {
  const { reference, at, code, facts } = refusal;
  return (
    <p class="soft small">
      {text('platforms.refusals.reference', { reference, at: formatMoment(text.locale, at) })}
      <br />
      {[code, ...facts.map(([name, value]) => `${name} ${value}`)].join(' · ')}
    </p>
  );
}
