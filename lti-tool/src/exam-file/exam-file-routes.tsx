import { z } from 'zod';
import type { Clock } from '@buitenboord/shared/ports/clock.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import { Problem } from '@buitenboord/shared/problem.js';
import { studentName } from '@buitenboord/shared/text/student-name.js';
import { calledStudent } from '@buitenboord/shared/use-cases/people/called-student.js';
import type { ExamFile } from '@buitenboord/shared/use-cases/exam-file/exam-file.js';
import { makeExamFile } from '@buitenboord/shared/use-cases/exam-file/make-exam-file.js';
import { renderPdf } from '../pdf/render-pdf.js';
import type { VisitExchange, VisitRoute } from '../web/routes.js';
import { examFileBlocks, signatureBlocks } from './exam-file-blocks.js';
import { ExamFilePage } from './exam-file-page.js';

export interface ExamFileDeps {
  store: Store;
  now: Clock;
}

const may = ['teacher', 'examSecretary'] as const;
const path = '/school-exam/:student/file';

/** The exam file of a student: a teacher sees what belongs to her course, the exam secretary everything. */
export function examFileRoutes(deps: ExamFileDeps): VisitRoute[] {
  return [
    { method: 'get', path, may, handle: (exchange) => show(deps, exchange) },
    { method: 'get', path: `${path}/download`, may, handle: (exchange) => download(deps, exchange) },
  ];
}

async function show(deps: ExamFileDeps, exchange: VisitExchange): Promise<void> {
  const { text, url, page } = exchange;
  const student = studentOf(exchange);
  const blocks = examFileBlocks(text, await fileFor(deps, exchange), await calledFor(deps, exchange));
  page(
    ExamFilePage({
      ...{ text, blocks },
      title: text('examFile.title'),
      back: url(`/school-exam/${student}`),
      url: url(`/school-exam/${student}/file`),
    }),
  );
}

async function download(deps: ExamFileDeps, exchange: VisitExchange): Promise<void> {
  const { req, res, text } = exchange;
  const { as } = z.object({ as: z.enum(['pdf', 'json']) }).parse(req.query);
  const file = await fileFor(deps, exchange);
  const content =
    as === 'pdf'
      ? await toPdf(exchange, file, await calledFor(deps, exchange))
      : Buffer.from(`${JSON.stringify(file, null, 2)}\n`);
  res.set('Cache-Control', 'no-store');
  res.set('Content-Security-Policy', "default-src 'none'; sandbox");
  // Without a name or number: what is in a file's name ends up in histories and backups.
  res.attachment(`${text('examFile.title')}.${as}`);
  res.type(as === 'pdf' ? 'application/pdf' : 'application/json').send(content);
}

function toPdf({ text }: VisitExchange, file: ExamFile, called: string): Promise<Buffer> {
  const about = { title: text('examFile.title'), language: text.locale, madeAt: new Date(file.madeAt) };
  return renderPdf(about, [...examFileBlocks(text, file, called), ...signatureBlocks(text)]);
}

async function calledFor({ store }: ExamFileDeps, exchange: VisitExchange): Promise<string> {
  const { school, course } = exchange.visit;
  return studentName(exchange.text, await calledStudent(store, { school, course, student: studentOf(exchange) }));
}

function studentOf({ req }: VisitExchange): string {
  return z.string().min(1).max(64).parse(req.params.student);
}

function fileFor(deps: ExamFileDeps, exchange: VisitExchange): Promise<ExamFile> {
  const { visit, grants } = exchange;
  const asked = { school: visit.school, student: studentOf(exchange), by: visit.person };
  if (grants.has('examSecretary')) return makeExamFile(deps, asked);
  if (visit.course === undefined) throw new Problem('launch/no-course', { visit: visit.id });
  return makeExamFile(deps, { ...asked, course: visit.course });
}
