import type { VNode } from 'preact';
import type { Text } from '@buitenboord/shared/text/text.js';
import type { DonePlacement } from '@buitenboord/shared/use-cases/lob/done-placements.js';
import type { CareerEntryView } from '@buitenboord/shared/use-cases/lob/view-career-file.js';

interface Props {
  text: Text;
  url: (path?: string) => string;
  file: readonly CareerEntryView[];
  placements: readonly DonePlacement[];
}

/** Taking the file along: the student ticks what goes with it. What is finished is ticked already. */
export function TakeAlong({ text, url, file, placements }: Props): VNode {
  return (
    <section class="card">
      <h2>{text('career.take')}</h2>
      <p>{text('career.take.lead')}</p>
      <form method="get" action={url('/career-file.pdf')}>
        <input type="hidden" name="chosen" value="yes" />
        <fieldset class="choices">
          <legend>{text('career.take.which')}</legend>
          {file.map(({ entry }) => (
            <Choice
              key={entry.id}
              name="experience"
              value={entry.id}
              words={entry.title}
              checked={entry.closedAt !== undefined}
            />
          ))}
          {placements.map(({ id, company, task }) => (
            <Choice
              key={id}
              name="placement"
              value={id}
              words={text('career.take.worked', { company, task })}
              checked
            />
          ))}
        </fieldset>
        <p class="soft small">{text('career.take.health')}</p>
        <p class="row">
          <button class="button">{text('career.download.pdf')}</button>
          <button class="button quiet" formaction={url('/career-file.json')}>
            {text('career.download.json')}
          </button>
        </p>
        <p class="soft small">{text('career.download.hint')}</p>
      </form>
    </section>
  );
}

function Choice({ name, value, words, checked }: { name: string; value: string; words: string; checked: boolean }) {
  return (
    <label class="choice">
      <input type="checkbox" name={name} value={value} checked={checked} />
      <span>{words}</span>
    </label>
  );
}
