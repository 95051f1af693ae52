import type { VNode } from 'preact';
import { amendmentReasons } from '@buitenboord/shared/domain/pta/pta.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import { Layout } from '../web/layout.js';
import { describedBy, Field, Token } from '../web/parts/form.js';
import { ComponentTable } from './component-table.js';
import { Lacking } from './lacking.js';
import type { PtaPageProps, PtaView } from './pta-view.js';

export interface AdoptPageProps extends PtaPageProps {
  draft: PtaView;
  /** The number of the version it replaces, if any. */
  replaces: number | undefined;
  /** It is 1 October or later. An adopted programme changes then only for a reason and after an advice; a first one is late. */
  isLate: boolean;
  /** What was filled in, when it wasn't enough. */
  filled?: { reason: string; advisedOn: string };
  error?: string;
}

/** The step before a programme is fixed for good. */
export function AdoptPage(props: AdoptPageProps): VNode {
  const { text, url, formToken, draft, replaces, isLate, error } = props;
  const lineUrl = `${url}/${draft.line}`;
  return (
    <Layout title={text('pta.adopt.title')} text={text} width="wide">
      <h1>{text('pta.adopt.title')}</h1>
      <p class="lead">
        {draft.subject.title} · {draft.cohort} · {draft.leerweg} · {draft.schoolYear}
      </p>
      <p>{text('pta.adopt.what')}</p>
      {replaces !== undefined && <p>{text('pta.adopt.replaces', { number: replaces })}</p>}
      {replaces === undefined && isLate && <p class="note wait">{text('pta.adopt.firstLate')}</p>}
      <Lacking text={text} components={draft.components} />
      <ComponentTable text={text} components={draft.components} />
      <p class="soft">{text('pta.adopt.alsoNeeded')}</p>
      {error !== undefined && (
        <p class="note stop" role="alert">
          {error}
        </p>
      )}
      <form method="post" action={`${lineUrl}/adopt`}>
        <Token value={formToken} />
        <input type="hidden" name="id" value={draft.id} />
        <input type="hidden" name="seen" value={draft.version} />
        {isLate && replaces !== undefined && (
          <Reason text={text} filled={props.filled ?? { reason: '', advisedOn: '' }} />
        )}
        <p class="row after-table">
          <button class="button">{text('pta.adopt.confirm')}</button>
          <a href={lineUrl}>{text('app.cancel')}</a>
        </p>
      </form>
    </Layout>
  );
}

function Reason({ text, filled }: { text: Text; filled: { reason: string; advisedOn: string } }): VNode {
  return (
    <>
      <p class="note wait">{text('pta.adopt.late')}</p>
      <fieldset>
        <legend>{text('pta.adopt.reason')}</legend>
        {amendmentReasons.map((reason) => (
          <label key={reason} class="check">
            <input type="radio" name="reason" value={reason} checked={filled.reason === reason} required />{' '}
            {text(`pta.reason.${reason}`)}
          </label>
        ))}
      </fieldset>
      <Field id="advisedOn" label={text('pta.adopt.advisedOn')}>
        <input {...describedBy('advisedOn', {})} type="date" name="advisedOn" value={filled.advisedOn} required />
      </Field>
    </>
  );
}
