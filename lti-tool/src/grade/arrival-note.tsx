import type { VNode } from 'preact';
import type { Delivery } from '@buitenboord/shared/domain/delivery/delivery.js';
import { formatGrade } from '@buitenboord/shared/text/format.js';
import { doSentence, foundWords, whySentence } from '../dashboard/delivery-words.js';
import { Token } from '../web/parts/form.js';
import type { SettleView } from './settle-view.js';

/** The grade isn't in the LMS: why, what to do, and the buttons to do it. */
export function ArrivalNote({ text, url, formToken, row, lms, delivery }: SettleView & { delivery: Delivery }): VNode {
  const changed = delivery.reason === 'changed-in-lms';
  const found = foundWords(text, delivery.foundTenths);
  const grade = row.grade ? formatGrade(text, row.grade.value) : '';
  const buttons = changed
    ? [
        { decision: 'leave', words: text('delivery.leave', { found }) },
        { decision: 'overwrite', words: text('delivery.overwrite', { grade }) },
      ]
    : [{ decision: 'retry', words: text('delivery.retry') }];
  return (
    <div class="note stop" role="status">
      <p>
        <b>{whySentence(text, delivery, lms)}</b> {doSentence(text, delivery.reason, lms)}
      </p>
      <form method="post" action={url(`/students/${row.student}/delivery`)} class="row">
        <Token value={formToken} />
        {buttons.map(({ decision, words }) => (
          <button key={decision} class="button quiet slim" name="decision" value={decision}>
            {words}
          </button>
        ))}
      </form>
    </div>
  );
}
