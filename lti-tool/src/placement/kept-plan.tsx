import type { VNode } from 'preact';
import type { AgreementNeed } from '@buitenboord/shared/domain/activity/agreement-need.js';
import { formatMoment } from '@buitenboord/shared/text/format.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import { describedBy, Field, Token } from '../web/parts/form.js';
import { FindingList } from './finding-list.js';
import { MeterList } from './meter-list.js';
import { standingPill } from './standing-pill.js';
import type { PlanPageView } from './plan-view.js';

/** Beside the form: how the plan stands that is kept, what waits for approval, and what it asks for. */
export function KeptPlan(view: PlanPageView): VNode {
  const { text, kept, agreementUrl } = view;
  if (!kept) return <p class="soft">{text('plan.noneYet')}</p>;
  const { judged, open, accepted } = kept;
  const blocks = judged.findings.filter(({ severity }) => severity === 'block');
  return (
    <>
      <h2>{text('plan.standing')}</h2>
      <p>{standingPill(text, judged.standing)}</p>
      {judged.standing === 'agreed' && judged.findings.length === 0 && <p>{text('plan.allFits')}</p>}
      {blocks.length > 0 && (
        <>
          <p>{text('plan.nowForbidden')}</p>
          <FindingList text={text} findings={blocks} />
        </>
      )}
      {open.length > 0 && <FindingList text={text} findings={open} />}
      {open.length > 0 && blocks.length === 0 && <AcceptForm {...view} version={kept.version} />}
      {accepted.length > 0 && (
        <details>
          <summary>{text('plan.accepted', { count: accepted.length })}</summary>
          <ul>
            {accepted.map(({ rule, on, reason, at }) => (
              <li key={`${rule} ${on ?? ''}`}>
                {reason} <small class="soft">{formatMoment(text.locale, at)}</small>
              </li>
            ))}
          </ul>
        </details>
      )}
      {judged.meters && <MeterList text={text} meters={judged.meters} />}
      <AgreementNote text={text} need={judged.agreement} url={agreementUrl} />
    </>
  );
}

function AcceptForm({
  text,
  url,
  formToken,
  mayAccept,
  reasonError,
  version,
}: PlanPageView & { version: number }): VNode {
  if (!mayAccept) return <p class="note">{text('plan.waitsForApprover')}</p>;
  const hint = text('plan.reasonHint');
  const error = reasonError ? text('problem.plan/reason-needed') : undefined;
  return (
    <form method="post" action={`${url}/plan/accept`} class="card now">
      <Token value={formToken} />
      <input type="hidden" name="seen" value={version} />
      <Field id="reason" label={text('plan.reason')} hint={hint} error={error}>
        <textarea
          {...describedBy('reason', { hint, error })}
          name="reason"
          rows={3}
          minLength={10}
          maxLength={1000}
          required
        />
      </Field>
      <button class="button">{text('plan.accept')}</button>
    </form>
  );
}

/** Whether there must be an agreement, and why. */
export function AgreementNote({ text, need, url }: { text: Text; need: AgreementNeed; url?: string }): VNode {
  return (
    <section class="card">
      <h2>{text('agreement.title')}</h2>
      <p>
        <b>{text(`agreement.need.${need.need}`, { agreement: text(`agreement.name.${need.agreement}`) })}</b>
      </p>
      <ul>
        {need.because.map((reason) => (
          <li key={reason}>{text(`agreement.because.${reason}`)}</li>
        ))}
      </ul>
      {need.guardianFirst && <p class="note wait">{text('agreement.guardianFirst')}</p>}
      {url && <a href={url}>{text('agreement.link')}</a>}
    </section>
  );
}
