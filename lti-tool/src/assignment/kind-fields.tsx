import type { VNode } from 'preact';
import { activityAims } from '@buitenboord/shared/domain/activity/activity-kind.js';
import { activityKinds } from '@buitenboord/shared/domain/activity/kinds.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import { describedBy, Field } from '../web/parts/form.js';
import { many, one, type TypedForm } from './assignment-form.js';

/** What kind of activity it is, and what for. Both have a sensible start: quick to leave, quick to change. */
export function WhatItIsFor({ text, typed }: { text: Text; typed: TypedForm }): VNode {
  const hint = text('kinds.aimsHint');
  const isUntouched = Object.keys(typed).length === 0;
  const chosen = isUntouched ? ['apply'] : many(typed, 'aim');
  return (
    <fieldset aria-describedby="aims-hint">
      <Field id="kind" label={text('kinds.kind')}>
        <select {...describedBy('kind', {})} name="kind">
          <option value="">{text('kinds.likely')}</option>
          {activityKinds.map(({ id, name }) => (
            <option key={id} value={id} selected={id === one(typed, 'kind')}>
              {name[text.locale]}
            </option>
          ))}
        </select>
      </Field>
      <p class="label">{text('kinds.aims')}</p>
      <p class="hint" id="aims-hint">
        {hint}
      </p>
      {activityAims.map((aim) => (
        <label class="check" key={aim}>
          <input type="checkbox" name="aim" value={aim} checked={chosen.includes(aim)} />
          {text(`aim.${aim}`)}
        </label>
      ))}
    </fieldset>
  );
}
