import type { VNode } from 'preact';
import type { Text } from '@buitenboord/shared/text/text.js';
import { Token } from '../web/parts/form.js';

/** An older registration of the same LMS. */
export interface Replaceable {
  id: string;
  clientId: string;
  courses: number;
}

interface ConfirmFormProps {
  text: Text;
  formToken: string;
  url: string;
  id: string;
  replaceable: readonly Replaceable[];
}

/** Lets a platform in; where the school has an older registration of the same LMS, the administrator says whether this one takes its place. */
export function ConfirmForm({ text, formToken, url, id, replaceable }: ConfirmFormProps): VNode {
  return (
    <form method="post" action={`${url}/platform/confirm`}>
      <Token value={formToken} />
      <input type="hidden" name="platform" value={id} />
      {replaceable.length > 0 && (
        <fieldset>
          <legend>{text('platforms.replaces')}</legend>
          <div class="choices">
            <Choice value="" title={text('platforms.replaces.none')} hint={text('platforms.replaces.noneHint')} />
            {replaceable.map((older) => (
              <Choice
                key={older.id}
                value={older.id}
                title={text('platforms.replaces.one', { clientId: older.clientId })}
                hint={text('platforms.replaces.oneHint', { courses: older.courses })}
              />
            ))}
          </div>
        </fieldset>
      )}
      <p class="soft">{text('admin.platform.confirmHint')}</p>
      <button class="button">{text('admin.platform.confirm')}</button>
    </form>
  );
}

/** None is chosen beforehand: both answers change a lot. */
function Choice({ value, title, hint }: { value: string; title: string; hint: string }): VNode {
  return (
    <label class="choice">
      <input type="radio" name="replaces" value={value} required />
      <span>
        <b>{title}</b>
        <small>{hint}</small>
      </span>
    </label>
  );
}
