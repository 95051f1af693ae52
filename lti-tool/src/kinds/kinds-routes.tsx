import { z } from 'zod';
import { decideAgreement } from '@buitenboord/shared/domain/activity/agreement-need.js';
import { activityKindIds } from '@buitenboord/shared/domain/activity/activity-kind.js';
import { demandsAgreement } from '@buitenboord/shared/domain/activity/kind-offering.js';
import { getKind } from '@buitenboord/shared/domain/activity/kinds.js';
import { dutchDay, schoolYearOf } from '@buitenboord/shared/domain/pta/school-year.js';
import type { Clock } from '@buitenboord/shared/ports/clock.js';
import type { Store } from '@buitenboord/shared/store/port.js';
import { offeringsOf, setOfferings } from '@buitenboord/shared/use-cases/school/kind-offerings.js';
import type { VisitExchange, VisitRoute } from '../web/routes.js';
import { AgreementQuestion, factsOf } from './agreement-form.js';
import { AgreementPage } from './agreement-page.js';
import { KindsPage } from './kinds-page.js';

export interface KindsDeps {
  store: Store;
  now: Clock;
}

const keepers = ['schoolAdministrator', 'placementCoordinator'] as const;
const readers = ['teacher', 'safetyApprover', ...keepers] as const;

/** The kinds of activities that a school does, and the help to decide on an agreement. */
export function kindsRoutes(deps: KindsDeps): VisitRoute[] {
  return [
    { method: 'get', path: '/school/kinds', may: keepers, handle: (exchange) => show(deps, exchange) },
    { method: 'post', path: '/school/kinds', may: keepers, handle: (exchange) => save(deps, exchange) },
    { method: 'get', path: '/agreement-check', may: readers, handle: (exchange) => decide(deps, exchange) },
  ];
}

/** This school year and the next: what is over doesn't change any more. */
function yearsFrom(today: string): [string, string] {
  const first = Number(schoolYearOf(today).slice(0, 4));
  return [`${first}-${first + 1}`, `${first + 1}-${first + 2}`];
}

async function show({ store, now }: KindsDeps, exchange: VisitExchange): Promise<void> {
  const { req, visit, text, url, page, formToken, grants } = exchange;
  const schoolYears = yearsFrom(dutchDay(now()));
  const schoolYear = schoolYears.find((year) => year === req.query.year) ?? schoolYears[0];
  const offerings = await offeringsOf(store, visit.school, schoolYear);
  const back = grants.has('schoolAdministrator') ? { href: url('/school') } : undefined;
  const props = { schoolYear, schoolYears, offerings, back, saved: req.query.saved === '1' };
  page(KindsPage({ text, formToken, url: url('/school/kinds'), ...props }));
}

/** One tick or several: a browser sends a string or a list. */
const Kinds = z.preprocess(
  (sent) => (sent === undefined ? [] : [sent].flat()),
  z.array(z.enum(activityKindIds)).max(activityKindIds.length),
);
const Form = z.strictObject({
  year: z.string(),
  bb: Kinds,
  kb: Kinds,
  gl: Kinds,
  tl: Kinds,
  withAgreement: Kinds,
});

async function save(deps: KindsDeps, { req, res, visit, url }: VisitExchange): Promise<void> {
  const { year, withAgreement, ...on } = Form.parse(req.body);
  const schoolYear = z.enum(yearsFrom(dutchDay(deps.now()))).parse(year);
  const of = (leerweg: keyof typeof on) => ({ on: on[leerweg], withAgreement });
  const kinds = { bb: of('bb'), kb: of('kb'), gl: of('gl'), tl: of('tl') };
  await setOfferings(deps, { school: visit.school, schoolYear, by: visit.person, kinds });
  res.redirect(303, url(`/school/kinds?year=${schoolYear}&saved=1`));
}

async function decide({ store, now }: KindsDeps, { req, visit, text, url, page }: VisitExchange): Promise<void> {
  const question = AgreementQuestion.parse(req.query);
  const { kind, days, factor, asked } = question;
  const offerings = await offeringsOf(store, visit.school, schoolYearOf(dutchDay(now())));
  const schoolDemands = Object.values(offerings).some((offering) => demandsAgreement(offering, kind));
  const need = asked && decideAgreement(getKind(kind), factsOf(question, schoolDemands));
  const back = visit.roles.includes('teacher') && visit.activity ? { href: url('/plans') } : undefined;
  page(AgreementPage({ text, url: url('/agreement-check'), back, kind, days, chosen: new Set(factor), need }));
}
