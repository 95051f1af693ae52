import type { VNode } from 'preact';
import type { Text } from '@buitenboord/shared/text/text.js';
import { Layout } from '../web/layout.js';
import { Token } from '../web/parts/form.js';

export interface StopPageProps {
  text: Text;
  formToken: string;
  /** `/v/<visit>/school` */
  url: string;
  id: string;
  name: string;
  /** Switched off already. */
  isOff: boolean;
  /** The reader came in through it. */
  isOwn: boolean;
  courses: number;
  students: number;
  openDeliveries: number;
}

/** What hangs on a platform, before it is switched off or removed. */
export function StopPage(props: StopPageProps): VNode {
  const { text, url, id, name, isOff, isOwn, courses, students, openDeliveries } = props;
  return (
    <Layout title={text('platforms.stop.title', { name })} text={text} back={{ href: `${url}/platforms/${id}` }}>
      <h1>{text('platforms.stop.title', { name })}</h1>
      <p class="lead">{text('platforms.stop.what')}</p>
      <ul>
        <li>{text('platforms.stop.courses', { count: courses })}</li>
        <li>{text('platforms.stop.students', { count: students })}</li>
        <li>{text('platforms.stop.open', { count: openDeliveries })}</li>
      </ul>
      <p class="note good">✓ {text('platforms.stop.keeps')}</p>
      {isOwn && <p class="note stop">! {text('platforms.stop.own')}</p>}
      {!isOff && <Ending {...props} what="off" path="deactivate" />}
      <Ending {...props} what="remove" path="remove" />
    </Layout>
  );
}

interface EndingProps extends StopPageProps {
  what: 'off' | 'remove';
  path: 'deactivate' | 'remove';
}

function Ending({ text, formToken, url, id, what, path }: EndingProps): VNode {
  return (
    <section>
      <h2>{text(`platforms.stop.${what}`)}</h2>
      <p>{text(`platforms.stop.${what}.what`)}</p>
      <form method="post" action={`${url}/platform/${path}`}>
        <Token value={formToken} />
        <input type="hidden" name="platform" value={id} />
        <button class={what === 'off' ? 'button' : 'button stop'}>{text(`platforms.stop.${what}.button`)}</button>
      </form>
    </section>
  );
}
