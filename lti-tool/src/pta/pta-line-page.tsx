import type { VNode } from 'preact';
import { formatDate } from '@buitenboord/shared/text/format.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import { Layout } from '../web/layout.js';
import { ComponentTable } from './component-table.js';
import type { PtaPageProps, PtaView } from './pta-view.js';

export interface PtaLinePageProps extends PtaPageProps {
  /** Newest first. */
  versions: readonly PtaView[];
  current: PtaView;
  mayEdit: boolean;
}

/** One programme with its versions. */
export function PtaLinePage({ text, url, versions, current, mayEdit }: PtaLinePageProps): VNode {
  const lineUrl = `${url}/${current.line}`;
  const isDraft = current.state === 'draft';
  const editUrl = (code: string) => `${lineUrl}/component?code=${encodeURIComponent(code)}`;
  return (
    <Layout title={current.subject.title} text={text} back={{ href: url, words: text('pta.title') }} width="wide">
      <h1>{current.subject.title}</h1>
      <p class="soft">
        {current.subject.code} · {text('pta.cohort')} {current.cohort} · {current.leerweg} · {current.schoolYear}
      </p>
      <h2>
        {text('pta.versionNumber', { number: current.number })} · {text(`pta.state.${current.state}`)}
      </h2>
      <div class="stack">
        <ComponentTable text={text} components={current.components} {...(mayEdit && { editUrl })} />
        {mayEdit && (
          <p class="row">
            {isDraft && (
              <a class="button" href={`${lineUrl}/adopt`}>
                {text('pta.adopt')}
              </a>
            )}
            <a class="button quiet" href={`${lineUrl}/component`}>
              {text(isDraft ? 'pta.component.add' : 'pta.next')}
            </a>
          </p>
        )}
      </div>
      <OtherVersions text={text} versions={versions.filter(({ id }) => id !== current.id)} />
      <Amendment text={text} pta={current} />
    </Layout>
  );
}

function OtherVersions({ text, versions }: { text: Text; versions: readonly PtaView[] }): VNode | null {
  if (versions.length === 0) return null;
  return (
    <>
      <h2>{text('pta.versions')}</h2>
      {versions.map((pta) => (
        <details key={pta.id}>
          <summary>
            {text('pta.versionNumber', { number: pta.number })} · {text(`pta.state.${pta.state}`)} ·{' '}
            {formatDate(text.locale, pta.adoptedAt ?? pta.madeAt)}
          </summary>
          <ComponentTable text={text} components={pta.components} />
          <Amendment text={text} pta={pta} />
        </details>
      ))}
    </>
  );
}

function Amendment({ text, pta: { amendment } }: { text: Text; pta: PtaView }): VNode | null {
  if (!amendment) return null;
  const { reason, advisedOn } = amendment;
  return (
    <p class="soft">
      {text('pta.amended', { reason: text(`pta.reason.${reason}`), day: formatDate(text.locale, advisedOn) })}
    </p>
  );
}
