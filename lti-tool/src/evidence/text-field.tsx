import type { VNode } from 'preact';
import type { WorkPageProps } from './work-page-props.js';

const maxCharacters = 10_000;

/** The student's own words. Saved by the button, and by upload.js while she types. */
export function TextField({ work, steps, text, wide = false }: WorkPageProps & { wide?: boolean }): VNode {
  const sentences = steps.find((step) => step.kind === 'text')?.sentences ?? 1;
  return (
    <div class="field">
      <label for="text">{text('work.step.text', { sentences })}</label>
      <textarea id="text" name="text" form="work" rows={6} maxlength={maxCharacters} data-draft>
        {work.draft}
      </textarea>
      <p>
        <button class={wide ? 'button wide' : 'button quiet'} form="work">
          {text('work.text.save')}
        </button>
      </p>
    </div>
  );
}
