import type { VNode } from 'preact';
import { isExamSecret } from '@buitenboord/shared/domain/assessment/sitting.js';
import { formatDay, formatTime } from '@buitenboord/shared/text/format.js';
import { CareerCard } from '../career/career-card.js';
import { PlannedCard } from '../placement/planned-card.js';
import { SelfCard } from '../assessment/self-card.js';
import { Layout } from '../web/layout.js';
import { Token } from '../web/parts/form.js';
import { HandedIn, Versions } from './handed-in.js';
import { Help, Rubric } from './more-to-read.js';
import { NowCard } from './now-card.js';
import { StepList } from './step-list.js';
import { Verdict } from './verdict.js';
import type { WorkPageProps } from './work-page-props.js';

/** The student's page: what to do now, and below it everything else. */
export function WorkPage(props: WorkPageProps): VNode {
  const { activity, work, text, refused, isOpen } = props;
  const secret = isExamSecret(activity);
  return (
    <Layout title={activity.title} text={text} scripts={['upload.js']} {...(refused && { problem: refused })}>
      <WorkForm {...props} />
      <div class="row between">
        <h1>{activity.title}</h1>
        <button type="button" class="button quiet slim" data-read-aloud hidden>
          {text('app.readAloud')}
        </button>
      </div>
      <WhereAndWhen {...props} />
      {!secret && <Dots {...props} />}
      {refused && (
        <p class="note stop" role="alert">
          {text(`problem.${refused}`)}
        </p>
      )}
      <Verdict {...props} />
      {secret ? <ExamNote text={text} /> : <Steps {...props} />}
      <PlannedCard {...props} />
      {!secret && <SelfCard {...props} settled={props.verdict !== undefined && !isOpen} />}
      {!secret && <Rubric {...props} />}
      <Versions {...props} />
      <Help {...props} />
      <p class="links">
        <a href={props.url('/electives')}>{text('work.electives')}</a>
      </p>
      <p class="soft small" role="status" data-saved>
        {text('app.saved', { time: formatTime(text.locale, work.savedAt) })}
      </p>
      <button type="button" class="button quiet" data-copy-text hidden>
        {text('work.saving.copy')}
      </button>
    </Layout>
  );
}

function Steps(props: WorkPageProps): VNode {
  return (
    <>
      {props.isOpen ? <NowCard {...props} /> : <HandedIn {...props} />}
      <CareerCard {...props} />
      <StepList {...props} />
    </>
  );
}

/** A part of the cspe: nothing of the exam is shown, and nothing is handed in. */
function ExamNote({ text }: Pick<WorkPageProps, 'text'>): VNode {
  return (
    <section class="card">
      <h2>{text('exam.forStudent')}</h2>
      <p>{text('exam.forStudentLead')}</p>
    </section>
  );
}

/** One form for all the buttons of the page, wherever they stand: each sends the text along, so nothing typed is lost. */
function WorkForm({ work, textMark, text, formToken, url }: WorkPageProps): VNode {
  const words = {
    saved: text('app.saved', { time: '{time}' }),
    notSaved: text('work.saving.failed'),
    notKept: text('work.saving.notKept'),
    copyFirst: text('work.saving.copyFirst'),
    copied: text('work.saving.copied'),
    restored: text('work.saving.restored'),
    sending: text('work.sending'),
    check: text('work.sending.check'),
    waiting: text('work.sending.waiting'),
    again: text('work.sending.again'),
    stopped: text('work.sending.stopped'),
    tooLarge: text('problem.evidence/too-large'),
  };
  return (
    <form
      id="work"
      method="post"
      action={url('/work/draft')}
      data-page={url('/work')}
      data-uploads={url('/uploads')}
      data-work={work.id}
      data-saved-at={work.savedAt}
      data-words={JSON.stringify(words)}
    >
      <Token value={formToken} />
      <input type="hidden" name="textWas" value={textMark} />
    </form>
  );
}

function WhereAndWhen({ activity, placement, text }: WorkPageProps): VNode | null {
  const due = activity.dueOn && text('work.dueOn', { day: formatDay(text.locale, activity.dueOn) });
  const parts = [placement?.companyName, due].filter(Boolean);
  return parts.length > 0 ? <p class="soft">{parts.join(' · ')}</p> : null;
}

function Dots({ steps, text }: WorkPageProps): VNode {
  const done = steps.filter((step) => step.done).length;
  return (
    <ul class="dots">
      {steps.map((step) => (
        <li key={step.kind} class={step.done ? 'done' : undefined} aria-hidden="true" />
      ))}
      <li class="words">{text('work.progress', { done, all: steps.length })}</li>
    </ul>
  );
}
