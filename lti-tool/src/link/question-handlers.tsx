import { levels } from '@buitenboord/shared/domain/grade/suggested-grade.js';
import { Problem } from '@buitenboord/shared/problem.js';
import { chooseLevel } from '@buitenboord/shared/use-cases/company/choose-level.js';
import { readAssessment } from '@buitenboord/shared/use-cases/company/read-assessment.js';
import { studentCalled } from '@buitenboord/shared/text/student-name.js';
import { z } from 'zod';
import type { BoundExchange, LinkDeps } from './on-link.js';
import { QuestionPage } from './question-page.js';
import { pathOfStep, shownEvidence } from './task-handlers.js';

const QuestionNumber = z.object({ number: z.coerce.number().int().min(1).max(5) });
const Choice = z.strictObject({ level: z.enum(levels) });

export async function showQuestion(deps: LinkDeps, exchange: BoundExchange): Promise<void> {
  const { res, opened, text, page, url, formToken } = exchange;
  if (opened.invitation.state === 'done') return res.redirect(303, url('/thanks'));
  const number = numberOf(exchange);
  const assessment = await readAssessment(deps.store, opened.invitation);
  const { rubric } = assessment.activity;
  const criterion = rubric[number - 1];
  if (!criterion) throw new Problem('request/not-found', { question: number });
  page(
    <QuestionPage
      text={text}
      school={opened.school.name}
      name={studentCalled(text, { name: assessment.firstName, courseNumber: assessment.courseNumber })}
      criterion={criterion}
      number={number}
      count={rubric.length}
      chosen={assessment.levels[number - 1] ?? null}
      photo={shownEvidence(assessment, url).files.find(({ kind }) => kind === 'photo')}
      formToken={formToken}
      action={url(`/question/${number}`)}
      backUrl={url(number === 1 ? '/task' : `/question/${number - 1}`)}
      taskUrl={url('/task')}
    />,
  );
}

/** One tap: the level is kept, and the next question is there. */
export async function keepLevel(deps: LinkDeps, exchange: BoundExchange): Promise<void> {
  const { req, res, opened, url } = exchange;
  const question = numberOf(exchange);
  const { level } = Choice.parse(req.body);
  const { school, id } = opened.invitation;
  const step = await chooseLevel(deps, { school, invitation: id, question, level });
  res.redirect(303, url(pathOfStep(step)));
}

function numberOf({ req }: BoundExchange): number {
  const { data } = QuestionNumber.safeParse({ number: req.params.number });
  if (!data) throw new Problem('request/not-found');
  return data.number;
}
