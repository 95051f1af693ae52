import type { VNode } from 'preact';
import { Layout } from '../web/layout.js';
import { Token } from '../web/parts/form.js';
import { BirthSection } from './birth-section.js';
import { DayFields } from './day-rows.js';
import { FindingList } from './finding-list.js';
import { KeptPlan } from './kept-plan.js';
import { DayList, PlannedDays } from './planned-days.js';
import { KindFields, SchoolFields, TaskFields } from './plan-fields.js';
import { parsePlanForm, rowOf, withRows, type TypedPlan } from './plan-form.js';
import type { PlanPageView } from './plan-view.js';

/** The planner: when a student is where and what she does there; what the law says of it stands beside it. */
export function PlanPage(view: PlanPageView): VNode {
  const { text, name, activity, company, backUrl, saved, refused, errors } = view;
  return (
    <Layout title={text('plan.title', { name })} text={text} back={{ href: backUrl }} width="wide">
      <h1>{text('plan.title', { name })}</h1>
      <p class="soft">{[activity.title, company].filter(Boolean).join(' · ')}</p>
      {saved && (
        <p class="note good" role="status">
          ✓ {text('plan.saved')}
        </p>
      )}
      {errors.fields.size > 0 && (
        <p class="note stop" role="alert">
          {text('plan.errors')}
        </p>
      )}
      <BirthSection {...view} />
      {refused && <Refused {...view} refused={refused} />}
      <div class="split">
        {view.mayPlan ? <PlanForm {...view} /> : <OnlyLooking {...view} />}
        <aside>
          <KeptPlan {...view} />
        </aside>
      </div>
    </Layout>
  );
}

function PlanForm(view: PlanPageView): VNode {
  const { text, url, formToken } = view;
  return (
    <form method="post" action={`${url}/plan`}>
      <Token value={formToken} />
      {/* What Enter presses is a form's first button: saving, not putting days ready. */}
      <button class="hidden-visually" name="action" value="save" tabIndex={-1} aria-hidden="true">
        {text('plan.save')}
      </button>
      <KindFields {...view} />
      <DayFields {...view} />
      <SchoolFields {...view} />
      <TaskFields {...view} />
      <button class="button wide" name="action" value="save">
        {text('plan.save')}
      </button>
    </form>
  );
}

/** For the safety approver, who decides and doesn't plan. */
function OnlyLooking({ text, typed, today }: PlanPageView): VNode {
  const parsed = parsePlanForm(typed);
  if (parsed.kind === 'wrong') return <p>{text('plan.noneYet')}</p>;
  const { days, tasks, hazards, supervision } = parsed.wanted;
  return (
    <section>
      <h2>{text('plan.step.days')}</h2>
      <PlannedDays text={text} days={days} today={today} />
      <h2>{text('plan.step.tasks')}</h2>
      <p class="lines">{tasks}</p>
      <ul>
        {hazards.map((hazard) => (
          <li key={hazard}>{text(`hazard.${hazard}`)}</li>
        ))}
      </ul>
      <p>
        {text('plan.supervision')} {text(`plan.supervision.${supervision}`)}
      </p>
    </section>
  );
}

/** Nothing was kept: why, and the nearest schedule that is allowed, with one button. */
function Refused({
  text,
  url,
  formToken,
  typed,
  refused,
}: PlanPageView & { refused: NonNullable<PlanPageView['refused']> }): VNode {
  const blocks = refused.findings.filter(({ severity }) => severity === 'block');
  return (
    <section class="card" role="alert">
      <h2>{text('plan.refused')}</h2>
      <p>{text('plan.refusedHint')}</p>
      <FindingList text={text} findings={blocks} />
      {refused.proposal.length === 0 ? (
        <p>{text('plan.noProposal')}</p>
      ) : (
        <form method="post" action={`${url}/plan`}>
          <h3>{text('plan.proposal')}</h3>
          <DayList text={text} days={refused.proposal} />
          <Token value={formToken} />
          <HiddenFields typed={withRows(typed, refused.proposal.map(rowOf))} />
          <button class="button" name="action" value="save">
            {text('plan.takeProposal')}
          </button>
        </form>
      )}
    </section>
  );
}

/** Everything that was typed, to send it along. */
function HiddenFields({ typed }: { typed: TypedPlan }): VNode {
  const fields = Object.entries(typed).filter(([name]) => name !== 'action');
  return (
    <>
      {fields.flatMap(([name, value]) =>
        [value].flat().map((each, place) => <input key={`${name} ${place}`} type="hidden" name={name} value={each} />),
      )}
    </>
  );
}
