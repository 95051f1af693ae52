import type { VNode } from 'preact';
import type { AgreementNeed } from '@buitenboord/shared/domain/activity/agreement-need.js';
import { activityKinds } from '@buitenboord/shared/domain/activity/kinds.js';
import type { ActivityKindId } from '@buitenboord/shared/domain/activity/activity-kind.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import { AgreementNote } from '../placement/kept-plan.js';
import { Layout } from '../web/layout.js';
import { Field } from '../web/parts/form.js';
import { factors, type Factor } from './agreement-form.js';

export interface AgreementPageProps {
  text: Text;
  url: string;
  back: { href: string } | undefined;
  kind: ActivityKindId;
  days: number;
  chosen: ReadonlySet<Factor>;
  need: AgreementNeed | undefined;
}

/** The seven factors of a good decision, as questions; the answer says whether it is law, school or habit. */
export function AgreementPage({ text, url, back, kind, days, chosen, need }: AgreementPageProps): VNode {
  return (
    <Layout title={text('agreement.page')} text={text} back={back} width="wide">
      <h1>{text('agreement.page')}</h1>
      <p class="lead">{text('agreement.lead')}</p>
      <div class="split">
        <form method="get" action={`${url}#answer`}>
          <input type="hidden" name="asked" value="yes" />
          <Field id="kind" label={text('kinds.kind')}>
            <select id="kind" name="kind">
              {activityKinds.map(({ id, name }) => (
                <option key={id} value={id} selected={id === kind}>
                  {name[text.locale]}
                </option>
              ))}
            </select>
          </Field>
          <Field id="days" label={text('agreement.days')}>
            <input id="days" name="days" type="number" min={1} max={400} value={days} />
          </Field>
          {factors.map((factor) => (
            <label class="check" key={factor}>
              <input type="checkbox" name="factor" value={factor} checked={chosen.has(factor)} />
              <span>{text(`agreement.factor.${factor}`)}</span>
            </label>
          ))}
          <button class="button wide">{text('agreement.ask')}</button>
        </form>
        <section id="answer">
          {need ? <AgreementNote text={text} need={need} /> : <p class="soft">{text('agreement.notAsked')}</p>}
        </section>
      </div>
    </Layout>
  );
}
