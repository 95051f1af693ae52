import type { VNode } from 'preact';
import { Layout } from '../web/layout.js';
import { Token } from '../web/parts/form.js';
import { ComponentTable } from './component-table.js';
import { Lacking } from './lacking.js';
import type { PtaPageProps, PtaView } from './pta-view.js';

export interface ProposePageProps extends PtaPageProps {
  draft: PtaView;
}

/** The step before a draft is laid before who decides. */
export function ProposePage({ text, url, formToken, draft }: ProposePageProps): VNode {
  const lineUrl = `${url}/${draft.line}`;
  return (
    <Layout title={text('pta.propose.title')} text={text} width="wide">
      <h1>{text('pta.propose.title')}</h1>
      <p class="lead">
        {draft.subject.title} · {draft.cohort} · {draft.leerweg} · {draft.schoolYear}
      </p>
      <p>{text('pta.propose.what')}</p>
      <Lacking text={text} components={draft.components} />
      <ComponentTable text={text} components={draft.components} />
      <form method="post" action={`${lineUrl}/propose`}>
        <Token value={formToken} />
        <input type="hidden" name="id" value={draft.id} />
        <input type="hidden" name="seen" value={draft.version} />
        <p class="row after-table">
          <button class="button">{text('pta.propose.confirm')}</button>
          <a href={lineUrl}>{text('app.cancel')}</a>
        </p>
      </form>
    </Layout>
  );
}
