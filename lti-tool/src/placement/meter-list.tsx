import type { VNode } from 'preact';
import type { Meter } from '@buitenboord/shared/domain/activity/meter.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import type { JudgedPlan } from '@buitenboord/shared/use-cases/placement/view-plan.js';

/** How far a work-learning track or an entree course is, and where it ends at this pace. */
export function MeterList({ text, meters }: { text: Text; meters: NonNullable<JudgedPlan['meters']> }): VNode {
  return (
    <section class="card">
      <h2>{text('plan.meters')}</h2>
      {'share' in meters ? (
        <OneMeter text={text} meter={meters.share} title={text('plan.meter.share')} unit="%" divideBy={1} />
      ) : (
        <>
          <OneMeter text={text} meter={meters.minutes} title={text('plan.meter.hours')} unit="" divideBy={60} />
          <OneMeter text={text} meter={meters.days} title={text('plan.meter.days')} unit="" divideBy={1} />
        </>
      )}
    </section>
  );
}

interface OneMeterProps {
  text: Text;
  meter: Meter;
  title: string;
  unit: string;
  divideBy: number;
}

function OneMeter({ text, meter, title, unit, divideBy }: OneMeterProps): VNode {
  const say = (value: number) =>
    `${new Intl.NumberFormat(text.locale).format(Math.round(value / divideBy))}${unit && ` ${unit}`}`;
  const top = (meter.max ?? meter.min ?? 0) * 1.1;
  const limits = {
    min: meter.min === undefined ? '' : say(meter.min),
    max: meter.max === undefined ? '' : say(meter.max),
  };
  return (
    <div class="meter-line">
      <h3>{title}</h3>
      <meter
        min={0}
        max={Math.max(top, meter.forecast)}
        low={meter.min}
        high={meter.max}
        optimum={meter.min}
        value={meter.done + meter.planned}
        aria-label={title}
      />
      <p>
        {text('plan.meter.words', {
          done: say(meter.done),
          planned: say(meter.planned),
          forecast: say(meter.forecast),
        })}{' '}
        {text('plan.meter.needed', limits)}
      </p>
      <p class={`note ${meter.state === 'within' ? 'good' : 'wait'}`}>{text(`plan.meter.${meter.state}`)}</p>
    </div>
  );
}
