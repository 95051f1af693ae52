import type { VNode } from 'preact';
import type { Text } from '@buitenboord/shared/text/text.js';
import { formatMoment } from '@buitenboord/shared/text/format.js';
import { StatePill, type PlatformState } from './state-pill.js';

export interface PlatformRow {
  id: string;
  name: string;
  clientId: string;
  state: PlatformState;
  /** When somebody last came in. */
  lastLaunch: string | undefined;
  courses: number;
  waiting: number;
  stuck: number;
  /** Launches of the last seven days that were refused. */
  refused: number;
}

interface PlatformSectionProps {
  text: Text;
  /** `/v/<visit>/school` */
  url: string;
  platforms: readonly PlatformRow[];
}

/** Each platform in a few lines: is it let in, is it used, does what we send arrive, was anybody refused. */
export function PlatformSection({ text, url, platforms }: PlatformSectionProps): VNode {
  return (
    <section>
      <h2>{text('admin.platforms')}</h2>
      {platforms.length === 0 && <p>{text('admin.noPlatforms')}</p>}
      <ul class="plain platforms">
        {platforms.map((platform) => (
          <li key={platform.id} class="card">
            <Row text={text} url={url} platform={platform} />
          </li>
        ))}
      </ul>
      <p>
        <a class="button quiet" href={`${url}/connect`}>
          {text('platforms.connect')}
        </a>
      </p>
    </section>
  );
}

function Row({ text, url, platform }: { text: Text; url: string; platform: PlatformRow }): VNode {
  const { id, name, clientId, state } = platform;
  return (
    <>
      <p class="row between">
        <b>{name}</b> <StatePill text={text} state={state} />
      </p>
      {state === 'pending' ? <p>{text('admin.platform.confirmHint')}</p> : <Health text={text} platform={platform} />}
      <p class="row between">
        <span class="soft small">
          {text('admin.values.clientId')} {clientId}
        </span>
        <a
          class={state === 'pending' ? 'button' : 'button quiet slim'}
          href={`${url}/platforms/${id}`}
          aria-label={`${text('platforms.look')}: ${name}`}
        >
          {text(state === 'pending' ? 'platforms.lookAndConfirm' : 'platforms.look')}
        </a>
      </p>
    </>
  );
}

function Health({ text, platform }: { text: Text; platform: PlatformRow }): VNode {
  const { lastLaunch, courses, waiting, stuck, refused } = platform;
  return (
    <ul class="plain">
      <li>
        {lastLaunch === undefined
          ? text('platforms.neverLaunched')
          : text('platforms.lastLaunch', { at: formatMoment(text.locale, lastLaunch) })}
      </li>
      <li>{text('admin.health', { courses, waiting })}</li>
      <li>{stuck > 0 ? text('admin.stuck', { count: stuck }) : text('admin.fine')}</li>
      {refused > 0 && <li>{text('platforms.refused', { count: refused })}</li>}
    </ul>
  );
}
