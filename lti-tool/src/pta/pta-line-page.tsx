import type { VNode } from 'preact';
import { formatDate } from '@buitenboord/shared/text/format.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import { Layout } from '../web/layout.js';
import { ComponentTable } from './component-table.js';
import { Token } from '../web/parts/form.js';
import { PtaHistory } from './pta-history.js';
import type { NamesOf, PtaPageProps, PtaView } from './pta-view.js';

export interface PtaLinePageProps extends PtaPageProps {
  /** Newest first. */
  versions: readonly PtaView[];
  current: PtaView;
  mayEdit: boolean;
  names: NamesOf;
}

/** One programme with its versions. */
export function PtaLinePage(props: PtaLinePageProps): VNode {
  const { text, url, versions, current, mayEdit, names } = props;
  const lineUrl = `${url}/${current.line}`;
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
        <div>
          <PtaHistory text={text} pta={current} names={names} />
        </div>
        {mayEdit && <Steps {...props} />}
      </div>
      <OtherVersions text={text} versions={versions.filter(({ id }) => id !== current.id)} names={names} />
    </Layout>
  );
}

/** What may happen next: a draft is proposed, a proposal adopted or taken back, and what holds gets a next version. */
function Steps({ text, url, formToken, current }: PtaLinePageProps): VNode {
  const lineUrl = `${url}/${current.line}`;
  const isOpen = current.state === 'draft' || current.state === 'proposed';
  return (
    <>
      {current.state === 'proposed' && <p class="soft">{text('pta.editAgain')}</p>}
      <div class="row">
        {current.state === 'draft' && (
          <a class="button" href={`${lineUrl}/propose`}>
            {text('pta.propose')}
          </a>
        )}
        {current.state === 'proposed' && (
          <a class="button" href={`${lineUrl}/adopt`}>
            {text('pta.adopt')}
          </a>
        )}
        <a class="button quiet" href={`${lineUrl}/component`}>
          {text(isOpen ? 'pta.component.add' : 'pta.next')}
        </a>
        {current.state === 'proposed' && (
          <form method="post" action={`${lineUrl}/take-back`}>
            <Token value={formToken} />
            <input type="hidden" name="id" value={current.id} />
            <button class="button quiet">{text('pta.takeBack')}</button>
          </form>
        )}
      </div>
    </>
  );
}

interface OtherVersionsProps {
  text: Text;
  versions: readonly PtaView[];
  names: NamesOf;
}

function OtherVersions({ text, versions, names }: OtherVersionsProps): VNode | null {
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
          <PtaHistory text={text} pta={pta} names={names} />
        </details>
      ))}
    </>
  );
}
