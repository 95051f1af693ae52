import type { VNode } from 'preact';
import type { Text } from '@buitenboord/shared/text/text.js';
import { Token } from '../web/parts/form.js';

export interface PlatformView {
  id: string;
  issuer: string;
  clientId: string;
  state: 'pending' | 'active';
  courses: number;
  waiting: number;
  stuck: number;
}

interface PlatformSectionProps {
  text: Text;
  formToken: string;
  /** `/v/<visit>/school` */
  url: string;
  platforms: readonly PlatformView[];
}

/** Each platform in one line: is it let in, and does what we send arrive. */
export function PlatformSection({ text, formToken, url, platforms }: PlatformSectionProps): VNode {
  return (
    <section>
      <h2>{text('admin.platforms')}</h2>
      {platforms.length === 0 && <p>{text('admin.noPlatforms')}</p>}
      <ul class="plain todo">
        {platforms.map((platform) => (
          <li key={platform.id}>
            <span>
              <b>{platform.issuer}</b>{' '}
              <span class="soft">
                {text('admin.values.clientId')} {platform.clientId}
              </span>
              <br />
              {platform.state === 'active' ? <Health text={text} platform={platform} /> : <Pending text={text} />}
            </span>
            {platform.state === 'pending' && (
              <form method="post" action={`${url}/platform/confirm`}>
                <Token value={formToken} />
                <input type="hidden" name="platform" value={platform.id} />
                <button class="button">{text('admin.platform.confirm')}</button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Pending({ text }: { text: Text }): VNode {
  return (
    <>
      <span class="pill wait">{text('admin.platform.pending')}</span>{' '}
      <span class="soft">{text('admin.platform.confirmHint')}</span>
    </>
  );
}

function Health({ text, platform: { courses, waiting, stuck } }: { text: Text; platform: PlatformView }): VNode {
  return (
    <>
      <span class="pill good">{text('admin.platform.active')}</span> {text('admin.health', { courses, waiting })} ·{' '}
      {stuck > 0 ? text('admin.stuck', { count: stuck }) : text('admin.fine')}
    </>
  );
}
