import type { VNode } from 'preact';
import { moments, momentsOf } from '@buitenboord/shared/domain/assessment/moment.js';
import type { Activity } from '@buitenboord/shared/domain/activity/assignment.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import { Layout } from '../web/layout.js';
import { Token } from '../web/parts/form.js';

export interface MomentsPageProps {
  text: Text;
  url: (path: string) => string;
  formToken: string;
  activity: Activity;
}

/** When an activity is assessed: the end, and if the teacher wants before. */
export function MomentsPage({ text, url, formToken, activity }: MomentsPageProps): VNode {
  const chosen = momentsOf(activity);
  return (
    <Layout title={text('assess.moments')} text={text} back={{ href: url('/overview') }}>
      <h1>{text('assess.moments')}</h1>
      <p class="soft">{activity.title}</p>
      <p>{text('assess.momentsLead')}</p>
      <form method="post" action={url('/moments')}>
        <Token value={formToken} />
        <fieldset>
          <legend class="hidden-visually">{text('assess.moments')}</legend>
          {moments.map((moment) => (
            <label class="check" key={moment}>
              <input
                type="checkbox"
                name={moment}
                value="yes"
                checked={chosen.includes(moment)}
                disabled={moment === 'end'}
              />
              <span>
                {text('assess.moment', { moment })}
                {moment === 'end' && <span class="soft"> ({text('assess.endAlways')})</span>}
              </span>
            </label>
          ))}
        </fieldset>
        <button class="button wide">{text('app.save')}</button>
      </form>
    </Layout>
  );
}
