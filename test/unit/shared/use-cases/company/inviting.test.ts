import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { hashOf } from '@buitenboord/shared/ids.js';
import { companies, companyLinks, deliveries, dueRows, placements } from '@buitenboord/shared/store/collections.js';
import { verifyAuditChain } from '@buitenboord/shared/store/audit-chain.js';
import { openCompanyLink } from '@buitenboord/shared/use-cases/company/open-company-link.js';
import { withdrawInvitation } from '@buitenboord/shared/use-cases/company/withdraw-invitation.js';
import { aBakery, aCompanyStage, type CompanyStage } from '../../../../support/company-stage.js';

let stage: CompanyStage;
beforeEach(async () => {
  stage = await aCompanyStage({ students: 3 });
});
afterEach(() => stage.close());

const secretOf = (link: string | undefined) => (link ?? '').slice('/link/'.length);
const problem = (code: string) => expect.objectContaining({ code });

describe('naming a company', () => {
  it('makes one company record for several students, and none the second time', async () => {
    const { store, at } = stage;
    await stage.name(at.students);
    await stage.name(at.students.slice(0, 1), { ...aBakery, name: 'BAKKERIJ deeg', contactEmail: 'Anna@Deeg.example' });
    expect((await store.find(companies, { where: { school: at.school } })).items).toHaveLength(1);
    expect((await store.find(placements, { where: { school: at.school } })).items).toHaveLength(3);
  });

  it('withdraws an open invitation when the address changes, and keeps it when only the contact’s name is corrected', async () => {
    await stage.name();
    await stage.invite();
    await stage.name(undefined, { ...aBakery, contactName: 'Anna de Bakker' });
    expect(await stage.invitations()).toMatchObject([{ state: 'invited' }]);
    await stage.name(undefined, { ...aBakery, contactEmail: 'info@deeg.example' });
    expect(await stage.invitations()).toMatchObject([{ state: 'withdrawn' }]);
    const [link] = await stage.links();
    await expect(openCompanyLink(stage, secretOf(link))).rejects.toEqual(problem('link/withdrawn'));
  });

  it('refuses somebody who is no student of the course', async () => {
    await expect(stage.name([stage.at.teacher])).rejects.toEqual(problem('request/not-found'));
  });
});

describe('inviting a supervisor', () => {
  it('keeps the link’s secret nowhere in the clear', async () => {
    await stage.name();
    await stage.invite();
    const [link] = await stage.links();
    const secret = secretOf(link);
    expect(secret).toHaveLength(43);
    const kept = await stage.everything();
    expect(kept).not.toContain(secret);
    expect(kept).toContain(hashOf(secret));
  });

  it('lets one mail leave for all students of one supervisor, each with a link of her own', async () => {
    const { at, store } = stage;
    await stage.name(at.students);
    expect(await stage.invite(at.students)).toBe(3);
    const { items } = await store.find(deliveries, { where: { school: at.school } });
    expect(items).toHaveLength(1);
    expect((await store.find(dueRows, { where: {} })).items).toHaveLength(1);
    const [mail] = await stage.mailed();
    const ids = (await stage.invitations()).map(({ id }) => id);
    expect([mail!.invitation, ...mail!.alsoInvitations!].sort()).toEqual([...ids].sort());
    expect(mail).toMatchObject({ target: 'mail', to: aBakery.contactEmail, toName: aBakery.contactName });
    const opened = await Promise.all((await stage.links()).map((link) => openCompanyLink(stage, secretOf(link))));
    expect(opened.map(({ invitation }) => invitation.student).sort()).toEqual([...at.students].sort());
  });

  it('lives as long as the school says', async () => {
    await stage.name();
    await stage.invite();
    expect(await stage.invitations()).toMatchObject([{ expiresAt: '2026-06-23T08:00:00.000Z' }]);
    const [link] = await stage.links();
    stage.now.advance(21 * 24 * 60 * 60_000 - 1);
    await openCompanyLink(stage, secretOf(link));
    stage.now.advance(1);
    await expect(openCompanyLink(stage, secretOf(link))).rejects.toEqual(problem('link/expired'));
  });

  it('sends again with a new link, and ends the old one', async () => {
    await stage.name();
    await stage.invite();
    stage.now.advance(60_000);
    const { invitedAt } = (await stage.invitations())[0]!;
    expect(await stage.invite(undefined, invitedAt)).toBe(1);
    const [old, fresh] = await stage.links();
    await expect(openCompanyLink(stage, secretOf(old))).rejects.toEqual(problem('link/withdrawn'));
    await openCompanyLink(stage, secretOf(fresh));
    expect(await stage.invitations()).toHaveLength(1);
  });

  it('sends one mail when the button is pressed twice, also at the same moment', async () => {
    await stage.name();
    await Promise.all([stage.invite(), stage.invite(), stage.invite().catch(() => 0)]);
    await stage.invite();
    expect(await stage.mailed()).toHaveLength(1);
    const { invitedAt } = (await stage.invitations())[0]!;
    stage.now.advance(1000);
    await stage.invite(undefined, invitedAt);
    await stage.invite(undefined, invitedAt);
    expect(await stage.mailed()).toHaveLength(2);
  });

  it('refuses a student without a company, and then asks nobody', async () => {
    await stage.name();
    await expect(stage.invite(stage.at.students)).rejects.toEqual(problem('company/not-named'));
    expect(await stage.mailed()).toEqual([]);
  });

  it('invites anew after a withdrawal, with another link', async () => {
    const { at } = stage;
    const one = { school: at.school, activity: at.activity, student: at.students[0]! };
    await stage.name();
    await stage.invite();
    await withdrawInvitation(stage, { ...one, by: at.teacher });
    await withdrawInvitation(stage, { ...one, by: at.teacher });
    stage.now.advance(1000);
    await stage.invite();
    const states = (await stage.invitations()).map(({ state }) => state).sort();
    expect(states).toEqual(['invited', 'withdrawn']);
    const [old, fresh] = await stage.links();
    await expect(openCompanyLink(stage, secretOf(old))).rejects.toEqual(problem('link/withdrawn'));
    await openCompanyLink(stage, secretOf(fresh));
    const { items } = await stage.store.find(companyLinks, { where: { school: at.school } });
    expect(items.filter(({ withdrawnAt }) => withdrawnAt)).toHaveLength(1);
    expect(await verifyAuditChain(stage.store, at.school)).toMatchObject({ kind: 'whole' });
  });
});

describe('a link that was made up', () => {
  it('opens nothing', async () => {
    await expect(openCompanyLink(stage, 'x'.repeat(43))).rejects.toEqual(problem('link/unknown'));
  });
});
