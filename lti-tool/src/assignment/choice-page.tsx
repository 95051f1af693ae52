import type { VNode } from 'preact';
import type { Assignment } from '@buitenboord/shared/domain/activity/assignment.js';
import type { CountingComponent } from '@buitenboord/shared/use-cases/pta/find-adopted-pta.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import { Layout } from '../web/layout.js';
import { Field, Token } from '../web/parts/form.js';

export interface ChoicePageProps {
  text: Text;
  url: (path: string) => string;
  formToken: string;
  chosen: readonly (Assignment & { id: string })[];
  /** What may count: components of the adopted PTA of this course. */
  components: readonly CountingComponent[];
  scope: { cohort: string | undefined; leerweg: string | undefined };
}

/** For each chosen assignment: by when, and what it counts for. What can't count is said here, not later. */
export function ChoicePage({ text, url, formToken, chosen, components, scope }: ChoicePageProps): VNode {
  return (
    <Layout title={text('choice.title')} text={text} back={{ href: url('/picker') }} width="narrow">
      <h1>{text('choice.title')}</h1>
      <ScopeNote {...{ text, url, components, scope }} />
      <form method="post" action={url('/picker/answer')}>
        <Token value={formToken} />
        {chosen.map((assignment) => (
          <section class="card" key={assignment.id} aria-labelledby={`title-${assignment.id}`}>
            <h2 id={`title-${assignment.id}`}>{assignment.title}</h2>
            <input type="hidden" name="choose" value={assignment.id} />
            <Field id={`due-${assignment.id}`} label={text('choice.due')} hint={text('app.optional')}>
              <input
                id={`due-${assignment.id}`}
                type="date"
                name={`due.${assignment.id}`}
                aria-describedby={`due-${assignment.id}-hint`}
              />
            </Field>
            <CountsFor {...{ text, components, name: `component.${assignment.id}` }} />
          </section>
        ))}
        <p class="soft small">{text('choice.columnNote')}</p>
        <button class="button wide">{text('choice.add', { count: chosen.length })}</button>
      </form>
    </Layout>
  );
}

/** What may count here, or why nothing can. */
export function ScopeNote({
  text,
  url,
  components,
  scope,
}: Pick<ChoicePageProps, 'text' | 'url' | 'components' | 'scope'>): VNode {
  const { cohort, leerweg } = scope;
  if (!cohort || !leerweg) {
    return (
      <div class="note wait">
        <p>{text('choice.noScope')}</p>
        <p>
          <a class="button quiet slim" href={url('/course-scope')}>
            {text('choice.setScope')}
          </a>
        </p>
      </div>
    );
  }
  if (components.length === 0) return <p class="note wait">{text('choice.noPta', { cohort, leerweg })}</p>;
  return <p class="soft">{text('choice.scope', { cohort, leerweg })}</p>;
}

export interface CountsForProps {
  text: Text;
  components: readonly CountingComponent[];
  /** The field's name in the form. */
  name: string;
  chosen?: string;
}

/** The choice of a component, by line and code; the first choice is "doesn't count". */
export function CountsFor({ text, components, name, chosen }: CountsForProps): VNode {
  const field = `field-${name}`;
  return (
    <Field id={field} label={text('choice.countsFor')}>
      <select id={field} name={name}>
        <option value="">{text('choice.formative')}</option>
        {components.map(({ key, line, subject, component }) => (
          <option key={key} value={`${line}|${component.code}`} selected={chosen === `${line}|${component.code}`}>
            {text('choice.component', {
              code: component.code,
              title: component.title,
              subject: subject.title,
              weight: component.weight,
              scale: text(`scale.${component.scale}`),
            })}
          </option>
        ))}
      </select>
    </Field>
  );
}
