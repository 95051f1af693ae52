import { z } from 'zod';
import { isProblem, problemCodes } from '@buitenboord/shared/problem.js';
import { studentName } from '@buitenboord/shared/text/student-name.js';
import { insistOnStudents } from '@buitenboord/shared/use-cases/company/company-records.js';
import type { FileOwner } from '@buitenboord/shared/use-cases/lob/find-entry.js';
import { approveEntry, waiveCondition } from '@buitenboord/shared/use-cases/lob/judge-entry.js';
import { keepTeacherNotes } from '@buitenboord/shared/use-cases/lob/keep-conversation.js';
import { viewSharedFile } from '@buitenboord/shared/use-cases/lob/view-career-file.js';
import { calledStudent } from '@buitenboord/shared/use-cases/people/called-student.js';
import { activityOf } from '../web/of-visit.js';
import type { VisitExchange, VisitRoute } from '../web/routes.js';
import { Talk, Waived } from './career-form.js';
import { entryOf, type CareerDeps } from './career-routes.js';
import { StudentCareerPage } from './student-career-page.js';

const teacher = ['teacher'] as const;

/** What a student of the class shows of her career file, and what a teacher adds to it. */
export function studentCareerRoutes(deps: CareerDeps): VisitRoute[] {
  const path = '/students/:student/career' as const;
  return [
    { method: 'get', path, may: teacher, handle: (exchange) => show(deps, exchange) },
    { method: 'post', path: `${path}/:entry/talk`, may: teacher, handle: (exchange) => keepTalk(deps, exchange) },
    { method: 'post', path: `${path}/:entry/waive`, may: teacher, handle: (exchange) => waive(deps, exchange) },
    { method: 'post', path: `${path}/:entry/approve`, may: teacher, handle: (exchange) => approve(deps, exchange) },
  ];
}

/** The student of the address, when she is in the class of this visit. */
async function ownerOf({ store }: CareerDeps, { req, visit }: VisitExchange): Promise<FileOwner> {
  const student = z.string().max(64).parse(req.params.student);
  await insistOnStudents(store, await activityOf(store, visit), [student]);
  return { school: visit.school, student };
}

const Query = z.object({ refused: z.string().max(100).optional() });

async function show(deps: CareerDeps, exchange: VisitExchange): Promise<void> {
  const { req, visit, text, url, formToken, page } = exchange;
  const owner = await ownerOf(deps, exchange);
  const { refused: asked } = Query.parse(req.query);
  page(
    StudentCareerPage({
      text,
      url: url(`/students/${owner.student}`),
      formToken,
      name: studentName(text, await calledStudent(deps.store, { ...owner, course: visit.course })),
      file: await viewSharedFile(deps, owner),
      refused: problemCodes.find((code) => code === asked && code.startsWith('career/')),
    }),
  );
}

async function keepTalk(deps: CareerDeps, exchange: VisitExchange): Promise<void> {
  const owner = await ownerOf(deps, exchange);
  const entry = entryOf(exchange);
  await keepTeacherNotes(deps, owner, exchange.visit.person, { entry, ...Talk.parse(exchange.req.body) });
  backTo(exchange, owner, `#${entry}`);
}

async function waive(deps: CareerDeps, exchange: VisitExchange): Promise<void> {
  const owner = await ownerOf(deps, exchange);
  const entry = entryOf(exchange);
  const waived = Waived.parse(exchange.req.body);
  await waiveCondition(deps, owner, { teacher: exchange.visit.person, entry, ...waived });
  backTo(exchange, owner, `#${entry}`);
}

async function approve(deps: CareerDeps, exchange: VisitExchange): Promise<void> {
  const owner = await ownerOf(deps, exchange);
  const entry = entryOf(exchange);
  try {
    await approveEntry(deps, owner, { teacher: exchange.visit.person, entry });
    backTo(exchange, owner, `#${entry}`);
  } catch (error) {
    if (!isProblem(error) || !error.code.startsWith('career/')) throw error;
    backTo(exchange, owner, `?refused=${encodeURIComponent(error.code)}#${entry}`);
  }
}

function backTo({ res, url }: VisitExchange, { student }: FileOwner, where: string): void {
  res.redirect(303, url(`/students/${student}/career${where}`));
}
