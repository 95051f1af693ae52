import { z } from 'zod';
import { profiles } from '@buitenboord/shared/domain/programme/elective.js';
import { nationalElectives } from '@buitenboord/shared/domain/programme/national-electives.js';
import { profileOf } from '@buitenboord/shared/domain/programme/national-profiles.js';
import { HoursBand } from '@buitenboord/shared/domain/programme/offering.js';
import { SloId } from '@buitenboord/shared/domain/programme/programme-records.js';
import { listEditions } from '@buitenboord/shared/use-cases/programme/find-edition.js';
import { getElectiveProgramme } from '@buitenboord/shared/use-cases/programme/find-elective-programme.js';
import {
  hoursBandOf,
  offeringsOf,
  sayHoursBand,
  sayOfferings,
} from '@buitenboord/shared/use-cases/programme/offerings.js';
import { plainTextsFor } from '@buitenboord/shared/use-cases/programme/plain-texts.js';
import type { VisitExchange, VisitRoute } from '../web/routes.js';
import { CataloguePage } from './catalogue-page.js';
import { ElectivePage } from './elective-page.js';
import { plainTextRoutes } from './plain-text-routes.js';
import { editionOf, electiveOf, readers, type ProgrammeDeps } from './programme-exchange.js';
import { sheetRoutes } from './sheet-routes.js';

/** Who says what the school offers. */
const deciders = ['placementCoordinator', 'schoolAdministrator'] as const;

/** The national electives, what the school offers of them, plain words, and the sheet for companies. */
export function programmeRoutes(deps: ProgrammeDeps): VisitRoute[] {
  return [
    { method: 'get', path: '/programme', may: readers, handle: (exchange) => showCatalogue(deps, exchange, {}) },
    { method: 'post', path: '/programme/offering', may: deciders, handle: (exchange) => sayOffered(deps, exchange) },
    { method: 'post', path: '/programme/hours', may: deciders, handle: (exchange) => sayHours(deps, exchange) },
    { method: 'get', path: '/programme/:elective', may: readers, handle: (exchange) => showElective(deps, exchange) },
    ...plainTextRoutes(deps),
    ...sheetRoutes(deps),
  ];
}

const ProfileChoice = z.enum(profiles).or(z.literal('offered'));

async function showCatalogue(
  { store }: ProgrammeDeps,
  exchange: VisitExchange,
  { wrongHours }: { wrongHours?: z.infer<typeof HoursForm> },
): Promise<void> {
  const { visit, grants, req, text, url, page, formToken } = exchange;
  const offerings = await offeringsOf(store, visit.school);
  const hasOffering = [...offerings.values()].some(({ offered }) => offered);
  const shown = ProfileChoice.catch(hasOffering ? 'offered' : 'BWI').parse(req.query.profile);
  const electives = nationalElectives.filter(({ profile, sloId }) =>
    shown === 'offered' ? offerings.get(sloId)?.offered : profile === shown,
  );
  page(
    CataloguePage({
      ...{ text, url, formToken, shown, electives, offerings },
      profile: shown === 'offered' ? undefined : profileOf(shown),
      band: wrongHours ?? (await hoursBandOf(store, visit.school)),
      ...(wrongHours && { hoursError: text('programme.hoursWrong') }),
      edition: (await listEditions(store))[0]?.id,
      mayDecide: deciders.some((role) => grants.has(role)),
      saved: req.query.saved === '1',
    }),
  );
}

const ids = z.preprocess((sent) => (sent === undefined ? [] : [sent].flat()), z.array(SloId).max(200));
const OfferingForm = z.strictObject({ profile: ProfileChoice, listed: ids, offered: ids, suitsPractice: ids });

async function sayOffered(deps: ProgrammeDeps, { visit, req, res, url }: VisitExchange): Promise<void> {
  const { profile, listed, offered, suitsPractice } = OfferingForm.parse(req.body);
  const offerings = listed.map((elective) => ({
    elective,
    offered: offered.includes(elective),
    suitsPractice: suitsPractice.includes(elective),
  }));
  await sayOfferings(deps, { school: visit.school, actor: visit.person, offerings });
  res.redirect(303, url(`/programme?profile=${encodeURIComponent(profile)}&saved=1`));
}

const HoursForm = z.strictObject({ hoursFrom: z.coerce.number(), hoursTo: z.coerce.number() });

async function sayHours(deps: ProgrammeDeps, exchange: VisitExchange): Promise<void> {
  const { visit, req, res, url } = exchange;
  const typed = HoursForm.parse(req.body);
  const band = HoursBand.safeParse(typed);
  if (!band.success) {
    res.status(422);
    return showCatalogue(deps, exchange, { wrongHours: typed });
  }
  await sayHoursBand(deps, { school: visit.school, actor: visit.person, band: band.data });
  res.redirect(303, url('/programme?saved=1'));
}

async function showElective({ store }: ProgrammeDeps, exchange: VisitExchange): Promise<void> {
  const { visit, text, url, page } = exchange;
  const programme = await getElectiveProgramme(store, {
    elective: electiveOf(exchange),
    edition: await editionOf(store, exchange),
  });
  const targets = programme.subtasks.flatMap((subtask) => subtask.targets.map(({ sloId }) => sloId));
  const plain = await plainTextsFor(store, visit.school, targets);
  page(
    ElectivePage({
      ...{ text, url, programme, plain },
      school: visit.school,
      mayWrite: visit.roles.includes('teacher') || deciders.some((role) => exchange.grants.has(role)),
    }),
  );
}
