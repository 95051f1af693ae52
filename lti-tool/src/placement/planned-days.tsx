import type { VNode } from 'preact';
import type { PlannedDay } from '@buitenboord/shared/domain/safety/planned-day.js';
import { formatDay } from '@buitenboord/shared/text/format.js';
import type { Text } from '@buitenboord/shared/text/text.js';

const shownAtOnce = 5;

/** The days in plain words, those to come first in sight; the others open on a press. */
export function PlannedDays({ text, days, today }: { text: Text; days: readonly PlannedDay[]; today: string }): VNode {
  const ahead = days.filter(({ date }) => date >= today);
  const [soon, later] = [ahead.slice(0, shownAtOnce), ahead.slice(shownAtOnce)];
  const past = days.filter(({ date }) => date < today);
  return (
    <>
      {soon.length > 0 && <DayList text={text} days={soon} />}
      {later.length > 0 && (
        <details>
          <summary>{text('plan.laterDays', { count: later.length })}</summary>
          <DayList text={text} days={later} />
        </details>
      )}
      {past.length > 0 && (
        <details>
          <summary>{text('plan.pastDays', { count: past.length })}</summary>
          <DayList text={text} days={past} />
        </details>
      )}
    </>
  );
}

export function DayList({ text, days }: { text: Text; days: readonly PlannedDay[] }): VNode {
  return (
    <ul>
      {days.map((day) => (
        <li key={day.date}>{dayWords(text, day)}</li>
      ))}
    </ul>
  );
}

/** "maandag 11 mei, 09:00 tot 16:30, 30 minuten pauze" */
export function dayWords(text: Text, { date, from, to, breaks }: PlannedDay): string {
  const pause = breaks.length === 0 ? text('plan.noBreak') : text('plan.breakOf', { minutes: breaks.join(' + ') });
  return text('plan.dayWords', { day: formatDay(text.locale, date), from, to, pause });
}
