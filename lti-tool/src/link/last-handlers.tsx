import { complain } from '@buitenboord/shared/use-cases/company/complain.js';
import { readAssessment } from '@buitenboord/shared/use-cases/company/read-assessment.js';
import { z } from 'zod';
import { ComplaintPage, ThanksPage } from './last-pages.js';
import type { BoundExchange, LinkDeps } from './on-link.js';

export async function showThanks(deps: LinkDeps, { res, opened, text, page, url }: BoundExchange): Promise<void> {
  if (opened.invitation.state !== 'done') return res.redirect(303, url('/task'));
  const { judgement } = await readAssessment(deps.store, opened.invitation);
  const complained = judgement?.complaint !== undefined;
  page(<ThanksPage text={text} school={opened.school.name} complained={complained} complaintUrl={url('/complaint')} />);
}

export async function showComplaint(deps: LinkDeps, exchange: BoundExchange): Promise<void> {
  const { judgement } = await readAssessment(deps.store, exchange.opened.invitation);
  complaintPage(exchange, { words: '', empty: false, sent: judgement?.complaint !== undefined });
}

const Complaint = z.strictObject({
  words: z
    .string()
    .transform((typed) => typed.replace(/\r\n/gu, '\n').trim())
    .pipe(z.string().max(900)),
});

export async function keepComplaint(deps: LinkDeps, exchange: BoundExchange): Promise<void> {
  const { req, res, opened, url } = exchange;
  const { words } = Complaint.parse(req.body);
  if (words === '') {
    res.status(422);
    return complaintPage(exchange, { words, empty: true, sent: false });
  }
  const { school, id: invitation } = opened.invitation;
  await complain(deps, { school, invitation, words });
  res.redirect(303, url('/complaint'));
}

function complaintPage(exchange: BoundExchange, said: { words: string; empty: boolean; sent: boolean }): void {
  const { opened, text, page, url, formToken } = exchange;
  const backUrl = url(opened.invitation.state === 'done' ? '/thanks' : '/task');
  page(
    <ComplaintPage
      text={text}
      school={opened.school.name}
      {...said}
      formToken={formToken}
      action={url('/complaint')}
      backUrl={backUrl}
    />,
  );
}
