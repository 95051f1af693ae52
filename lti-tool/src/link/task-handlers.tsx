import { studentCalled } from '@buitenboord/shared/text/student-name.js';
import { momentOf } from '@buitenboord/shared/domain/assessment/moment.js';
import { stepAfter, type AssessmentStep } from '@buitenboord/shared/domain/company/assessment-steps.js';
import { beginAssessment } from '@buitenboord/shared/use-cases/company/begin-assessment.js';
import { readAssessment, type Assessment } from '@buitenboord/shared/use-cases/company/read-assessment.js';
import type { BoundExchange, LinkDeps, LinkExchange } from './on-link.js';
import type { ShownEvidence } from './shown-evidence.js';
import { findShownPlan } from '../placement/find-shown-plan.js';
import { TaskPage } from './task-page.js';

/** Who, what, and what the student shows. After the answer there is nothing to see here any more. */
export async function showTask(deps: LinkDeps, exchange: BoundExchange): Promise<void> {
  const { res, opened, text, page, url, formToken } = exchange;
  if (opened.invitation.state === 'done') return res.redirect(303, url('/thanks'));
  const assessment = await readAssessment(deps.store, opened.invitation);
  const { activity, firstName, courseNumber, levels } = assessment;
  const planned = await findShownPlan(deps, { activity, student: opened.invitation.student });
  page(
    <TaskPage
      text={text}
      school={opened.school.name}
      name={studentCalled(text, { name: firstName, courseNumber })}
      title={activity.title}
      task={activity.task}
      questions={activity.rubric.length}
      moment={momentOf(opened.invitation)}
      evidence={shownEvidence(assessment, url)}
      planned={planned}
      begun={levels.some((level) => level !== null)}
      formToken={formToken}
      beginUrl={url('/begin')}
      complaintUrl={url('/complaint')}
    />,
  );
}

export async function beginAndGoOn(deps: LinkDeps, { res, opened, url }: BoundExchange): Promise<void> {
  await beginAssessment(deps, opened.invitation);
  const { levels } = await readAssessment(deps.store, opened.invitation);
  res.redirect(303, url(pathOfStep(stepAfter(levels, 0))));
}

export function pathOfStep(step: AssessmentStep): string {
  return step.kind === 'summary' ? '/summary' : `/question/${step.number}`;
}

/** The files with their addresses behind this link. */
export function shownEvidence({ evidence, handIn }: Assessment, url: LinkExchange['url']): ShownEvidence {
  const files = evidence.map(({ id, kind, thumbnail }) => ({
    kind,
    url: url(`/evidence/${id}`),
    ...(thumbnail !== undefined && { smallUrl: url(`/evidence/${id}/thumbnail`) }),
  }));
  return { files, words: handIn?.text ?? '' };
}
