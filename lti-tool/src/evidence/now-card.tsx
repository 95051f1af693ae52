import type { ComponentChildren, VNode } from 'preact';
import { FileField } from './file-field.js';
import { TextField } from './text-field.js';
import type { WorkPageProps } from './work-page-props.js';

/** The one thing to do now, and one button. */
export function NowCard(props: WorkPageProps): VNode {
  const { activity, next, text, url } = props;
  switch (next?.kind) {
    case undefined:
      return (
        <Card title={text('work.now.handIn')}>
          <button class="button wide" form="work" formaction={url('/work/hand-in')}>
            {text('work.handIn')}
          </button>
        </Card>
      );
    case 'task':
    case 'safety':
      return (
        <Card title={text(`work.now.${next.kind}`)}>
          <p class="lines">{next.kind === 'task' ? activity.task : activity.safety}</p>
          <button class="button wide" form="work" formaction={url('/work/read')} name="step" value={next.kind}>
            {text('work.haveRead')}
          </button>
        </Card>
      );
    case 'text':
      return (
        <Card title={text('work.now.text')}>
          <TextField {...props} wide />
        </Card>
      );
    case 'photo':
    case 'video':
    case 'document':
      return (
        <Card title={text('work.now.file', { kind: next.kind })}>
          <FileField kind={next.kind} left={next.asked - next.have} wide text={text} url={url} />
        </Card>
      );
  }
}

function Card({ title, children }: { title: string; children: ComponentChildren }): VNode {
  return (
    <section class="card now">
      <h2 class="lead">{title}</h2>
      {children}
    </section>
  );
}
