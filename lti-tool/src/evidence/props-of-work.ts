import { mayDo, closesWork } from '@buitenboord/shared/domain/evidence/may-do.js';
import { nextStep, stepsOf } from '@buitenboord/shared/domain/evidence/progress.js';
import { problemCodes, type ProblemCode } from '@buitenboord/shared/problem.js';
import type { WorkView } from '@buitenboord/shared/use-cases/evidence/view-work.js';
import type { VisitExchange } from '../web/routes.js';
import { textMark } from './text-mark.js';
import type { WorkPageProps } from './work-page-props.js';

/** What the page shows of a work as it stands: steps, the one thing to do now, and what may be pressed. */
export function propsOfWork(
  view: WorkView,
  { text, formToken, url }: Pick<VisitExchange, 'text' | 'formToken' | 'url'>,
  {
    refused,
    planned,
    career,
    assessment,
  }: { refused: string | undefined } & Pick<WorkPageProps, 'planned' | 'career' | 'assessment'>,
): WorkPageProps {
  const { activity, work, files, everyFile, versions, placement, judgement, grade } = view;
  const steps = stepsOf(activity, work, files);
  const settled = grade !== undefined && closesWork(grade.value);
  const standing = { state: work.state, judged: judgement !== undefined, settled };
  return {
    activity,
    work,
    files,
    everyFile,
    versions,
    placement,
    planned,
    career,
    steps,
    next: nextStep(steps),
    isOpen: work.state === 'open' && !settled,
    mayTakeBack: work.state === 'handedIn' && mayDo('take-back', standing).kind === 'allowed',
    isJudged: standing.judged,
    // What others said shows only when a teacher has settled it: until then nothing is sure.
    verdict: grade && { grade, judgement },
    assessment,
    refused: problemCodes.find((code): code is ProblemCode => code === refused),
    textMark: textMark(work.draft),
    text,
    formToken,
    url,
  };
}
