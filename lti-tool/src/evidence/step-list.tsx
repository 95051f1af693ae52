import type { ComponentChildren, VNode } from 'preact';
import type { FileKind } from '@buitenboord/shared/domain/evidence/limits.js';
import type { Step } from '@buitenboord/shared/domain/evidence/progress.js';
import type { Text } from '@buitenboord/shared/text/text.js';
import { FileField } from './file-field.js';
import { FileList } from './file-list.js';
import { TextField } from './text-field.js';
import type { WorkPageProps } from './work-page-props.js';

/** All the steps: done or not, and inside each what belongs to it. */
export function StepList(props: WorkPageProps): VNode {
  const { steps, text, isOpen, next, url, files, work } = props;
  const isReady = next === undefined;
  const hasSomething = files.length > 0 || work.draft.trim() !== '';
  return (
    <>
      <h2 class="hidden-visually">{text('work.steps')}</h2>
      <ul class="steps">
        {steps.map((step) => (
          <StepRow key={step.kind} step={step} text={text}>
            <Inside step={step} props={props} />
          </StepRow>
        ))}
      </ul>
      {isOpen && !isReady && hasSomething && (
        <details>
          <summary>{text('work.handIn.early')}</summary>
          <p>{text('work.handIn.earlyHint')}</p>
          <button class="button quiet" form="work" formaction={url('/work/hand-in')}>
            {text('work.handIn')}
          </button>
        </details>
      )}
    </>
  );
}

function StepRow({ step, text, children }: { step: Step; text: Text; children: ComponentChildren }): VNode {
  return (
    <li>
      <span class={step.done ? 'mark ok' : 'mark'} aria-hidden="true">
        {step.done ? '✓' : ''}
      </span>
      <details>
        <summary>
          {nameOf(step, text)} <span class="hidden-visually">{text(step.done ? 'work.done' : 'work.toDo')}</span>
        </summary>
        {children}
      </details>
      {'have' in step && <small>{text('work.step.count', { have: step.have, asked: step.asked })}</small>}
    </li>
  );
}

function nameOf(step: Step, text: Text): string {
  switch (step.kind) {
    case 'task':
    case 'safety':
      return text(`work.step.${step.kind}`);
    case 'text':
      return text('work.step.text', { sentences: step.sentences });
    case 'photo':
    case 'video':
    case 'document':
      return text('work.step.file', { kind: step.kind, count: step.asked });
  }
}

function Inside({ step, props }: { step: Step; props: WorkPageProps }): VNode {
  const { activity, work, isOpen, next, text } = props;
  switch (step.kind) {
    case 'task':
    case 'safety':
      return <p class="lines">{step.kind === 'task' ? activity.task : activity.safety}</p>;
    case 'text':
      // The field itself stands in the card while it is the thing to do now: one field, one text.
      if (isOpen && next?.kind !== 'text') return <TextField {...props} />;
      return isOpen ? <p class="soft">{text('work.now.text')}</p> : <p class="lines">{work.draft}</p>;
    case 'photo':
    case 'video':
    case 'document':
      return <Files kind={step.kind} left={step.asked - step.have} props={props} />;
  }
}

function Files({ kind, left, props }: { kind: FileKind; left: number; props: WorkPageProps }): VNode {
  const { isOpen, next, text, url, files } = props;
  const isAskedAbove = next?.kind === kind;
  return (
    <>
      <FileList kind={kind} files={files} mayRemove={isOpen} text={text} url={url} />
      {isOpen && left > 0 && !isAskedAbove && <FileField kind={kind} left={left} text={text} url={url} />}
    </>
  );
}
