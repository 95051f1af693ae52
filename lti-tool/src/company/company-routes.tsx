import { Problem } from '@buitenboord/shared/problem.js';
import { activities } from '@buitenboord/shared/store/collections.js';
import { inviteSupervisors } from '@buitenboord/shared/use-cases/company/invite-supervisors.js';
import type { LetterDeps } from '@buitenboord/shared/use-cases/company/letters.js';
import {
  knownCompanies,
  listCompanyRows,
  type CompanyRow,
} from '@buitenboord/shared/use-cases/company/list-companies.js';
import { nameCompany } from '@buitenboord/shared/use-cases/company/name-company.js';
import { withdrawInvitation } from '@buitenboord/shared/use-cases/company/withdraw-invitation.js';
import type { VisitExchange, VisitRoute } from '../web/routes.js';
import { CompaniesPage } from './companies-page.js';
import { CompanyForm, errorsOf, InviteForm, WithdrawForm, type CompanyFormErrors } from './company-form.js';

export interface CompanyDeps extends LetterDeps {
  now: () => Date;
}

/** The teacher's page about companies: naming, asking, asking again, taking back. */
export function companyRoutes(deps: CompanyDeps): VisitRoute[] {
  return [
    { method: 'get', path: '/companies', may: ['teacher'], handle: (exchange) => showCompanies(deps, exchange) },
    { method: 'post', path: '/companies', may: ['teacher'], handle: (exchange) => keepCompany(deps, exchange) },
    { method: 'post', path: '/companies/invite', may: ['teacher'], handle: (exchange) => invite(deps, exchange) },
    { method: 'post', path: '/companies/withdraw', may: ['teacher'], handle: (exchange) => withdraw(deps, exchange) },
  ];
}

interface Place {
  school: string;
  course: string;
  activity: string;
}

/** Where the visit is. An activity of another course doesn't exist here. */
async function placeOf({ store }: CompanyDeps, { visit }: VisitExchange): Promise<Place> {
  const { school, course, activity: id } = visit;
  const activity = id === undefined ? undefined : await store.get(activities, { school, id });
  if (!activity || course === undefined || activity.course !== course) {
    throw new Problem('request/not-found', { visit: visit.id });
  }
  return { school, course, activity: activity.id };
}

async function showCompanies(deps: CompanyDeps, exchange: VisitExchange): Promise<void> {
  const place = await placeOf(deps, exchange);
  const rows = await listCompanyRows(deps.store, place);
  const asked = rows.find(({ student }) => student === exchange.req.query.student);
  await companiesPage(deps, exchange, place, { rows, form: startOf(asked), errors: {} });
}

/** Empty, or about the student whose company changes. */
function startOf(row: CompanyRow | undefined): CompanyForm {
  const { companyName: name = '', contactName = '', contactEmail = '' } = row?.placement ?? {};
  return { students: row ? [row.student] : [], name, contactName, contactEmail, invite: 'yes' };
}

async function keepCompany(deps: CompanyDeps, exchange: VisitExchange): Promise<void> {
  const { req, res, visit, text, url } = exchange;
  const place = await placeOf(deps, exchange);
  const form = await completed(deps, place, CompanyForm.parse(req.body));
  const errors = errorsOf(form, text);
  if (Object.keys(errors).length > 0) {
    const rows = await listCompanyRows(deps.store, place);
    res.status(422);
    return companiesPage(deps, exchange, place, { rows, form, errors });
  }
  const { students, name, contactName, contactEmail } = form;
  const { school, activity } = place;
  const by = visit.person;
  await nameCompany(deps, { school, activity, students, company: { name, contactName, contactEmail }, by });
  if (form.invite) await inviteSupervisors(deps, { school, activity, students, by });
  res.redirect(303, url('/companies'));
}

/** The name of a company that the school knows is enough, when it can mean one contact only. */
async function completed({ store }: CompanyDeps, { school }: Place, form: CompanyForm): Promise<CompanyForm> {
  if (form.contactName !== '' || form.contactEmail !== '') return form;
  const known = await knownCompanies(store, school);
  const [company, ...others] = known.filter(({ name }) => name.toLowerCase() === form.name.toLowerCase());
  if (!company || others.length > 0) return form;
  return { ...form, contactName: company.contactName, contactEmail: company.contactEmail };
}

async function invite(deps: CompanyDeps, exchange: VisitExchange): Promise<void> {
  const { req, res, visit, url } = exchange;
  const { school, activity } = await placeOf(deps, exchange);
  const { students, seen } = InviteForm.parse(req.body);
  await inviteSupervisors(deps, { school, activity, students, by: visit.person, ...(seen !== undefined && { seen }) });
  res.redirect(303, url('/companies'));
}

async function withdraw(deps: CompanyDeps, exchange: VisitExchange): Promise<void> {
  const { req, res, visit, url } = exchange;
  const { school, activity } = await placeOf(deps, exchange);
  const { student } = WithdrawForm.parse(req.body);
  await withdrawInvitation(deps, { school, activity, student, by: visit.person });
  res.redirect(303, url('/companies'));
}

async function companiesPage(
  deps: CompanyDeps,
  { text, page, formToken, url }: VisitExchange,
  { school }: Place,
  content: { rows: readonly CompanyRow[]; form: CompanyForm; errors: CompanyFormErrors },
): Promise<void> {
  const known = await knownCompanies(deps.store, school);
  page(<CompaniesPage {...{ text, known, formToken, ...content }} now={deps.now()} url={url('/companies')} />);
}
