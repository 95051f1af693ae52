import type { VNode } from 'preact';
import { Layout } from '../web/layout.js';
import { Token } from '../web/parts/form.js';
import { ComponentFields, OutlineFields, type FieldsProps } from './component-fields.js';
import type { PtaPageProps } from './pta-view.js';

export type NewPtaPageProps = PtaPageProps & FieldsProps;

/** A new programme, with its first component. */
export function NewPtaPage({ text, url, formToken, form, errors }: NewPtaPageProps): VNode {
  return (
    <Layout title={text('pta.new')} text={text}>
      <h1>{text('pta.new')}</h1>
      <form method="post" action={`${url}/new`}>
        <Token value={formToken} />
        <OutlineFields text={text} form={form} errors={errors} />
        <h2>{text('pta.component')}</h2>
        <ComponentFields text={text} form={form} errors={errors} />
        <Buttons text={text} back={url} />
      </form>
    </Layout>
  );
}

export interface ComponentPageProps extends PtaPageProps, FieldsProps {
  line: string;
  subject: string;
  /** The component being changed; absent for a new one. */
  replaces?: string;
  /** Why the programme as a whole refuses it. */
  problem?: string;
}

/** One component of a programme: a new one, or a change to one that is there. */
export function ComponentPage({
  text,
  url,
  formToken,
  form,
  errors,
  line,
  subject,
  replaces,
  problem,
}: ComponentPageProps): VNode {
  const lineUrl = `${url}/${line}`;
  const title = replaces === undefined ? text('pta.component.add') : text('pta.component.edit', { code: replaces });
  return (
    <Layout title={title} text={text}>
      <p class="soft">{subject}</p>
      <h1>{title}</h1>
      {problem !== undefined && (
        <p class="note stop" role="alert">
          {problem}
        </p>
      )}
      <form method="post" action={`${lineUrl}/component`}>
        <Token value={formToken} />
        {replaces !== undefined && <input type="hidden" name="replaces" value={replaces} />}
        <ComponentFields text={text} form={form} errors={errors} />
        <Buttons text={text} back={lineUrl} />
      </form>
      {replaces !== undefined && (
        <form method="post" action={`${lineUrl}/component/remove`}>
          <Token value={formToken} />
          <input type="hidden" name="code" value={replaces} />
          <button class="button quiet">{text('pta.component.remove')}</button>
          <p class="hint">{text('pta.component.removeHint')}</p>
        </form>
      )}
    </Layout>
  );
}

function Buttons({ text, back }: { text: PtaPageProps['text']; back: string }): VNode {
  return (
    <p class="row">
      <button class="button">{text('app.save')}</button>
      <a href={back}>{text('app.cancel')}</a>
    </p>
  );
}
