import type { VNode } from 'preact';
import type { Text } from '@buitenboord/shared/text/text.js';
import type { CareerOfActivity } from '@buitenboord/shared/use-cases/lob/find-career-of-activity.js';

interface Props {
  text: Text;
  /** Of what the student shows of her career file. */
  url: string;
  career: CareerOfActivity | undefined;
}

/** For the teacher: whether the student looked back, and the way to what she shows of it. Settling doesn't wait for it. */
export function ReflectionNote({ text, url, career }: Props): VNode {
  const file = <a href={url}>{text('career.of.link')}</a>;
  if (!career) return <p class="small">{file}</p>;
  if (career.isReflected)
    return (
      <p>
        <span class="pill good">✓ {text('career.reflected')}</span> {file}
      </p>
    );
  return (
    <div class="note wait">
      <p>
        <span class="pill wait">○ {text('career.notReflected')}</span> {text('career.notReflected.means')} {file}
      </p>
      <p class="soft small">{text('career.card.sure')}</p>
    </div>
  );
}
