import type { Company, Invitation, Placement } from '../../domain/company/company.js';
import type { Clock } from '../../ports/clock.js';
import { Problem } from '../../problem.js';
import { contentHash } from '../../store/audit.js';
import { companies, placements } from '../../store/collections.js';
import { decideAgain } from '../../store/decide-again.js';
import { audit, change, put, type Store, type Stored, type Write } from '../../store/port.js';
import {
  companyId,
  findCurrentInvitation,
  findOpenInvitations,
  findPlacement,
  getActivity,
  insistOnStudents,
  placementId,
  type OneStudent,
} from './company-records.js';
import { withdrawalWrites } from './withdraw-invitation.js';

interface Deps {
  store: Store;
  now: Clock;
}

export interface CompanyNamed {
  school: string;
  activity: string;
  students: readonly string[];
  company: Pick<Company, 'name' | 'contactName' | 'contactEmail'>;
  by: string;
}

/**
 * Says at which company students carry out an activity. The same again changes nothing; another company or address withdraws an open
 * invitation. Refuses with `company/already-assessed` where the company has answered: a judgement never moves to another company.
 */
export async function nameCompany(deps: Deps, input: CompanyNamed): Promise<void> {
  await decideAgain(() => nameOnce(deps, input));
}

async function nameOnce({ store, now }: Deps, input: CompanyNamed): Promise<void> {
  const at = now().toISOString();
  const activity = await getActivity(store, input.school, input.activity);
  await insistOnStudents(store, activity, input.students);
  const company = await companyWrites(store, input, at);
  const placing: Write[] = [];
  for (const student of new Set(input.students)) {
    const { school, activity } = input;
    placing.push(...(await placementWrites(store, { school, activity, student }, input, company.id, at)));
  }
  const writes = [...company.writes, ...placing];
  if (writes.length > 0) await store.commit(writes);
}

async function companyWrites(store: Store, input: CompanyNamed, at: string): Promise<{ id: string; writes: Write[] }> {
  const { school, company, by } = input;
  const id = companyId(company.name, company.contactEmail);
  const known = await store.get(companies, { school, id });
  if (!known) return { id, writes: [put(companies, { school, id }, { ...company, addedBy: by, addedAt: at }, 0)] };
  const sameContact = known.contactName === company.contactName;
  return { id, writes: sameContact ? [] : [change(companies, known, { contactName: company.contactName })] };
}

async function placementWrites(
  store: Store,
  one: OneStudent,
  { company, by }: CompanyNamed,
  companyRecord: string,
  at: string,
): Promise<Write[]> {
  const before = await findPlacement(store, one);
  if (before && saysTheSame(before, companyRecord, company.contactName)) return [];
  const { invitation } = await findCurrentInvitation(store, one);
  const open = await findOpenInvitations(store, one);
  if (invitation?.state === 'done') throw new Problem('company/already-assessed', { invitation: invitation.id });
  const after: Placement = {
    activity: one.activity,
    student: one.student,
    company: companyRecord,
    companyName: company.name,
    contactName: company.contactName,
    contactEmail: company.contactEmail,
    namedBy: by,
    namedAt: at,
  };
  const id = placementId(one);
  return [
    put(placements, { school: one.school, id }, after, before?.version ?? 0),
    ...(await withdrawnByMoving(store, before, companyRecord, open, { by, at })),
    audit(one.school, {
      at,
      actor: by,
      action: 'company/named',
      object: `placements/${id}`,
      ...(before && { before: contentHash([before.company, before.contactName]) }),
      after: contentHash([companyRecord, company.contactName]),
    }),
  ];
}

function saysTheSame(before: Placement, company: string, contactName: string): boolean {
  return before.company === company && before.contactName === contactName;
}

/** A corrected name of the same contact keeps the open invitations; another company or address ends them. */
async function withdrawnByMoving(
  store: Store,
  before: Placement | undefined,
  company: string,
  open: readonly Stored<Invitation, 'school'>[],
  who: { by: string; at: string },
): Promise<Write[]> {
  if (before?.company === company) return [];
  return (await Promise.all(open.map((each) => withdrawalWrites(store, each, who)))).flat();
}
