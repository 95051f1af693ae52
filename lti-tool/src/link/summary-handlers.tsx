import { finishAssessment } from '@buitenboord/shared/use-cases/company/finish-assessment.js';
import { readAssessment } from '@buitenboord/shared/use-cases/company/read-assessment.js';
import { saveRemark } from '@buitenboord/shared/use-cases/company/save-remark.js';
import { z } from 'zod';
import type { BoundExchange, LinkDeps } from './on-link.js';
import { SummaryPage } from './summary-page.js';

/** `go`: the last button, or the number of a question to change. Browsers count a line break as one character and send two. */
const Summary = z.strictObject({
  remark: z
    .string()
    .transform((typed) => typed.replace(/\r\n/gu, '\n'))
    .pipe(z.string().max(2000)),
  attitude: z
    .string()
    .default('')
    .transform((typed) => typed.replace(/\r\n/gu, '\n'))
    .pipe(z.string().max(500)),
  go: z.union([z.literal('done'), z.string().regex(/^[1-5]$/u)]).default('done'),
});

export async function showSummary(deps: LinkDeps, exchange: BoundExchange): Promise<void> {
  const { res, opened, url } = exchange;
  if (opened.invitation.state === 'done') return res.redirect(303, url('/thanks'));
  await summary(deps, exchange, []);
}

/** Keeps the remark whatever was pressed, then changes an answer or finishes. Finished before: the answer stands and the thanks are shown again. */
export async function keepOrFinish(deps: LinkDeps, exchange: BoundExchange): Promise<void> {
  const { req, res, opened, url } = exchange;
  if (opened.invitation.state === 'done') return res.redirect(303, url('/thanks'));
  const { remark, attitude, go } = Summary.parse(req.body);
  const { school, id: invitation } = opened.invitation;
  if (go !== 'done') {
    await saveRemark(deps, { school, invitation, remark, attitude });
    return res.redirect(303, url(`/question/${go}`));
  }
  const finished = await finishAssessment(deps, { school, invitation, remark, attitude });
  if (finished.kind === 'done') return res.redirect(303, url('/thanks'));
  res.status(422);
  await summary(deps, exchange, finished.questions);
}

async function summary(deps: LinkDeps, exchange: BoundExchange, missing: readonly number[]): Promise<void> {
  const { opened, text, page, url, formToken } = exchange;
  const { activity, levels, judgement } = await readAssessment(deps.store, opened.invitation);
  page(
    <SummaryPage
      text={text}
      school={opened.school.name}
      rubric={activity.rubric}
      levels={levels}
      remark={judgement?.remark ?? ''}
      attitude={judgement?.attitude ?? ''}
      missing={missing}
      formToken={formToken}
      action={url('/summary')}
    />,
  );
}
