import type { VNode } from 'preact';
import { formatDate } from '@buitenboord/shared/text/format.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import type { CareerEntryView } from '@buitenboord/shared/use-cases/lob/view-career-file.js';

interface Props {
  text: Text;
  view: CareerEntryView;
  reader: 'student' | 'teacher';
}

/** What the next step still needs, in plain words, and what a teacher let go; an assignment's conditions say where they come from. */
export function StillToDo({ text, view, reader }: Props): VNode | null {
  const { missing, entry } = view;
  if (missing.length === 0 && entry.waived.length === 0) return null;
  const list = reader === 'student' ? 'career.missing' : 'career.lacks';
  return (
    <section class="note wait">
      {missing.length > 0 && (
        <>
          <p>
            <b>{text(list)}</b>
          </p>
          <ul>
            {missing.map((each) => (
              <li key={each}>{text(`${list}.${each}`)}</li>
            ))}
          </ul>
        </>
      )}
      <WaivedConditions text={text} view={view} />
      {entry.isAssignment && <p class="soft small">{text('career.sure.medium')}</p>}
    </section>
  );
}

/** Which conditions a teacher let go, when, and why: for both to read. */
export function WaivedConditions({ text, view: { entry } }: Pick<Props, 'text' | 'view'>): VNode | null {
  if (entry.waived.length === 0) return null;
  return (
    <ul class="plain">
      {entry.waived.map(({ condition, reason, at }) => (
        <li key={condition}>
          ✓ {text(`career.waived.${condition}`, { day: formatDate(text.locale, at) })} <q>{reason}</q>
        </li>
      ))}
    </ul>
  );
}
