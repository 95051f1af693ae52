import type { VNode } from 'preact';
import { careerKinds } from '@buitenboord/shared/domain/lob/career-entry.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import type { Begun } from '@buitenboord/shared/use-cases/lob/beginning-of.js';
import { Layout } from '../web/layout.js';
import { describedBy, Field, Token } from '../web/parts/form.js';
import { TextArea, Tick } from './career-fields.js';

interface Props {
  text: Text;
  url: (path?: string) => string;
  formToken: string;
  /** What the activity of this visit fills in; undefined for something of the student's own. */
  begun: Begun | undefined;
}

/** Choosing: what it is, and why. */
export function NewEntryPage({ text, url, formToken, begun }: Props): VNode {
  const back = { href: url('/career'), words: text('career.back') };
  return (
    <Layout title={text('career.new')} text={text} back={back}>
      <h1>{text('career.new')}</h1>
      <form method="post" action={url('/career')} data-draft={begun ? undefined : 'career-new'}>
        <Token value={formToken} />
        {begun && <input type="hidden" name="ofActivity" value="yes" />}
        <Field id="title" label={text('career.name')} hint={text('career.name.hint')}>
          <input
            {...describedBy('title', { hint: 'hint' })}
            name="title"
            maxLength={200}
            required
            value={begun?.title ?? ''}
          />
        </Field>
        <Field id="kind" label={text('career.kind')}>
          <select id="kind" name="kind" required>
            {!begun && <option value="">{text('career.kind.choose')}</option>}
            {careerKinds.map((kind) => (
              <option key={kind} value={kind} selected={kind === begun?.kind}>
                {text(`career.kind.${kind}`)}
              </option>
            ))}
          </select>
        </Field>
        <Field id="place" label={text('career.place')}>
          <input id="place" name="place" maxLength={200} value={begun?.place ?? ''} />
        </Field>
        <div class="choices">
          <Tick name="outsideSchool" label={text('career.outside')} checked />
          <Tick
            name="isAssignment"
            label={text('career.assignment')}
            hint={text('career.assignment.hint')}
            checked={begun?.isAssignment ?? false}
          />
        </div>
        <TextArea name="motivation" label={text('career.motivation')} value="" />
        <TextArea name="aim" label={text('career.aim')} value="" />
        <button class="button wide">{text('career.begin')}</button>
      </form>
    </Layout>
  );
}
